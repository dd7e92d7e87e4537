"""What people said is meant although it differs: one file, whatever it is that differs."""

import getpass
import json
from pathlib import Path

from selaras.clock import now

FILE = "accepted.json"
SECOND = "%Y-%m-%dT%H:%M:%S"
Entry = dict[str, object]


def accepted(landing: Path) -> list[Entry]:
    """Everything that was accepted so far; none where the file is missing or damaged."""
    try:
        return list(json.loads((landing / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []


def signed(reason: str, **what: object) -> Entry:
    """What is accepted now: why, who says so and when."""
    return what | {
        "reason": reason,
        "accepted_by": _account(),
        "accepted_at": now().strftime(SECOND),
    }


def keep_accepted(landing: Path, fresh: list[Entry]) -> None:
    """Add to what was accepted, so that the next run takes the same; the file is there after."""
    known = accepted(landing)
    if fresh or not (landing / FILE).exists():
        draft = landing / f".{FILE}"
        text = json.dumps(known + fresh, indent=1, ensure_ascii=False)
        draft.write_text(text + "\n", encoding="utf-8")
        draft.replace(landing / FILE)


def _account() -> str:
    """The account that the run is under."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
