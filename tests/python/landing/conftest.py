"""What the tests of landing share."""

from pathlib import Path

import pytest
from landing_desk import Desk

from selaras.landing.key import VARIABLE


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A fresh desk, with no key in the environment and messages in English."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("SELARAS_LANG", "en")
    return Desk(tmp_path)
