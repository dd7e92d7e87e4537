"""Every look at one person is written down: who, when, whom (a pseudonym) and why.

Lines are only ever added. Each holds the digest of the line before it, so that a line that was
taken out or changed is noticed.
"""

import fcntl
import getpass
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

FIRST = "0" * 64
NOBODY_KNOWN = "nobody in a register"


@dataclass(frozen=True)
class Look:
    """One look: `whom` is a household_id or person_id, `why` what the one who looked said."""

    at: str
    who: str
    whom: str
    programme: str | None
    why: str | None


def note(
    workspace: Workspace,
    whom: str | None,
    programme: str | None,
    why: str | None,
    who: str | None = None,
) -> None:
    """Add a line to the log, safe on the disk before anything is shown; a Refusal if it cannot.

    `who` looked, by default whose account this is.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    look = Look(
        at, who or getpass.getuser(), whom or NOBODY_KNOWN, programme, (why or "").strip() or None
    )
    path = book(workspace)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            _append(handle, look, path)
        finally:
            os.close(handle)
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "privacy.unlogged", path=path, error=error.strerror
        ) from error


def _append(handle: int, look: Look, path: Path) -> None:
    """Write one line behind the last one, with no other writer between."""
    fcntl.flock(handle, fcntl.LOCK_EX)
    lines = path.read_bytes().splitlines(keepends=True)
    before = hashlib.sha256(lines[-1]).hexdigest() if lines else FIRST
    text = json.dumps({**look.__dict__, "before": before}, ensure_ascii=False) + "\n"
    os.write(handle, text.encode())
    os.fsync(handle)


def looks(workspace: Workspace) -> tuple[list[Look], int | None]:
    """All looks, oldest first, and the number of the first line that does not follow its last."""
    path = book(workspace)
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    found, broken, before = [], None, FIRST
    for number, line in enumerate(lines, start=1):
        try:
            fields = json.loads(line)
            is_next = fields.pop("before") == before
            found.append(Look(**fields))
        except (ValueError, KeyError, TypeError, AttributeError):
            is_next = False
        if not is_next and broken is None:
            broken = number
        before = hashlib.sha256(line).hexdigest()
    return found, broken


def book(workspace: Workspace) -> Path:
    """Where the looks are written down."""
    return workspace.home / "access" / "explain.jsonl"
