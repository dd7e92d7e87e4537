"""Folders that are written whole: beside their place first, then brought into it at once."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.landing.batches import flush, sync_path

SUMS = "sha256sums"
_REPLACED = ".replaced-"


@contextmanager
def refuse_unwritable(key: str, folder: Path, draft: Path | None = None) -> Iterator[None]:
    """Turn a full disk or a closed folder into a sentence; what was half written goes."""
    try:
        yield
    except (OSError, duckdb.IOException) as error:
        if draft:
            shutil.rmtree(draft, ignore_errors=True)
        raise Refusal(
            ExitCode.INPUT_REFUSED,
            key,
            folder=folder,
            error=getattr(error, "strerror", None) or str(error).splitlines()[0],
        ) from error


def what_leads_nowhere(folder: str, names: list[str]) -> list[str]:
    """Links without an end, as an editor leaves beside a file that is open in it; for copytree."""
    return [name for name in names if not (Path(folder) / name).exists()]


def settle(parent: Path) -> None:
    """Bring back what an interrupted `put` had moved aside, where nothing took its place."""
    for old in parent.glob(f"{_REPLACED}*"):
        place = parent / old.name.removeprefix(_REPLACED)
        if place.exists():
            shutil.rmtree(old)
        else:
            old.rename(place)


def put(draft: Path, place: Path) -> Path:
    """Bring a folder into its place, what was there going; a kill meanwhile is for `settle`."""
    flush(draft)
    old = place.with_name(f"{_REPLACED}{place.name}")
    if place.exists():
        place.rename(old)
    draft.rename(place)
    sync_path(place.parent)
    shutil.rmtree(old, ignore_errors=True)
    return place


def write_sums(folder: Path, digests: Mapping[str, str | None]) -> None:
    """The digests of files, by their names, as `sha256sum --check` reads them."""
    lines = [f"{digest}  {file}\n" for file, digest in sorted(digests.items())]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def close(folder: Path) -> None:
    """Let only the owner see a folder and all in it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
