"""One warehouse in memory, in which the macros read rows."""

import pytest
from reading_desk import IDENTIFY, READ_DATE, READ_NAME, Ask, Desk

from selaras.workspace import PROJECT


@pytest.fixture(scope="session")
def desk() -> Desk:
    """One warehouse for all examples."""
    return Desk(PROJECT)


@pytest.fixture(scope="session")
def identify(desk: Desk) -> Ask:
    """What becomes of the NIK and the No KK of rows."""
    return desk.ask(IDENTIFY)


@pytest.fixture(scope="session")
def read_name(desk: Desk) -> Ask:
    """What becomes of the names of rows."""
    return desk.ask(READ_NAME)


@pytest.fixture(scope="session")
def read_date(desk: Desk) -> Ask:
    """What becomes of the birth dates of rows."""
    return desk.ask(READ_DATE)
