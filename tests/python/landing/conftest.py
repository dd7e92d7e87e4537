"""What the tests of landing share."""

from pathlib import Path

import pytest
from landing_desk import Desk

from selaras.landing import pieces, texts
from selaras.landing.key import VARIABLE


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A fresh desk, with no key in the environment and messages in English."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("SELARAS_LANG", "en")
    return Desk(tmp_path)


@pytest.fixture(params=["as a whole", "in pieces"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets are read at once, and then as those that are too large for it."""
    if request.param == "in pieces":
        monkeypatch.setattr(pieces, "LARGE", 0)
        monkeypatch.setattr(pieces, "PIECE", 200)
        monkeypatch.setattr(pieces, "CHUNK", 300)
        monkeypatch.setattr(texts, "CHUNK", 100)
