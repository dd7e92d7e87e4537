"""A day's folder of the outbox: written beside, then brought into place as a whole."""

import shutil
from pathlib import Path

from selaras.landing.batches import flush, sync_path
from selaras.landing.drop import sha256

STAGE, FORMER = ".building", ".replaced"


def new_stage(outbox: Path) -> Path:
    """A folder that nobody reads; what an interrupted run left is put right first."""
    outbox.mkdir(parents=True, exist_ok=True, mode=0o700)
    for former in outbox.glob(f"{FORMER}-*"):
        day = outbox / former.name.removeprefix(f"{FORMER}-")
        if day.exists():
            shutil.rmtree(former)
        else:
            former.replace(day)
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
    flush(stage)
    former = day.with_name(f"{FORMER}-{day.name}")
    if day.exists():
        day.replace(former)
    stage.replace(day)
    sync_path(day.parent)
    shutil.rmtree(former, ignore_errors=True)
    return day, True


def contents(folder: Path) -> dict[str, str | None]:
    """Every file below a folder with its digest."""
    return {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def close(folder: Path) -> None:
    """Let only the owner see a folder and all in it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
