"""A day's folder of the outbox: written beside, then brought into place as a whole."""

import shutil
from pathlib import Path

from selaras.folders import close, put, settle
from selaras.landing.drop import sha256

STAGE = ".building"


def new_stage(outbox: Path) -> Path:
    """A folder that nobody reads; what an interrupted run left is put right first."""
    outbox.mkdir(parents=True, exist_ok=True, mode=0o700)
    settle(outbox)
    stage = outbox / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    return stage


def bring_into_place(stage: Path, day: Path) -> tuple[Path, bool]:
    """Put a staged folder where it belongs; left as it is where that holds the same files."""
    close(stage)
    if day.is_dir() and contents(stage) == contents(day):
        shutil.rmtree(stage)
        close(day)
        return day, False
    return put(stage, day), True


def contents(folder: Path) -> dict[str, str | None]:
    """Every file below a folder with its digest."""
    return {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
