"""What a landed batch holds, told by digests, so that damage and change are seen."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selaras.landing.drop import sha256

BOOK = "files.json"


@dataclass(frozen=True)
class Batch:
    """One landed drop: its files under the landing folder, and whether it is a sample's own."""

    day: str
    book: Path
    is_sample: bool
    files: dict[str, dict]


def write_book(stage: Path, name: str, is_sample: bool) -> None:
    """Write down what a staged batch holds, beside its ledger."""
    paths = sorted(stage.glob(f"*/*/{name}/*.parquet")) + sorted(stage.glob(f"*/{name}/*.parquet"))
    files = {}
    for path in paths:
        if path.relative_to(stage).parts[0] != "scratch":
            found = path.stat()
            files[path.relative_to(stage).as_posix()] = {
                "sha256": sha256(path),
                "size": found.st_size,
                "mtime_ns": found.st_mtime_ns,
            }
    book = {"is_sample": is_sample, "files": files}
    text = json.dumps(book, indent=1) + "\n"
    (stage / "ledger" / name / BOOK).write_text(text, encoding="utf-8")


def adopt(landing: Path) -> None:
    """Write the book of each batch that an older version landed without one."""
    for folder in (landing / "ledger").glob("batch_date=*"):
        if not (folder / BOOK).exists():
            write_book(landing, folder.name, is_sample=False)


def batches(landing: Path) -> Iterator[Batch]:
    """The landed batches, oldest first; a book that cannot be read lists nothing."""
    for folder in sorted((landing / "ledger").glob("batch_date=*")):
        try:
            book = json.loads((folder / BOOK).read_text(encoding="utf-8"))
            files, is_sample = dict(book["files"]), bool(book["is_sample"])
        except (OSError, ValueError, KeyError, TypeError):
            files, is_sample = {}, False
        yield Batch(folder.name.partition("=")[2], folder / BOOK, is_sample, files)


def damaged(landing: Path, in_full: bool = False) -> dict[str, list[str]]:
    """The damaged files by drop: told by size and time, else, or in full, by their digest."""
    found = {}
    for batch in batches(landing):
        names = [
            name for name, told in batch.files.items() if _is_damaged(landing / name, told, in_full)
        ]
        if not batch.files:
            names = [batch.book.relative_to(landing).as_posix()]
        if names:
            found[batch.day] = names
    return found


def distrust(landing: Path, day: str) -> None:
    """Let the next landing look at a damaged batch, though size and time are as they were."""
    book = landing / "ledger" / f"batch_date={day}" / BOOK
    told = json.loads(book.read_text(encoding="utf-8")) if book.is_file() else {"files": {}}
    for each in told.get("files", {}).values():
        each["mtime_ns"] = 0
    book.write_text(json.dumps({"is_sample": False} | told, indent=1) + "\n", encoding="utf-8")


def landing_digest(landing: Path, up_to: date | None = None) -> str:
    """One digest of all that is landed, up to a day, the key of the pseudonyms included."""
    digest = hashlib.sha256()
    for batch in batches(landing):
        if up_to and batch.day > up_to.isoformat():
            break
        told = {name: each["sha256"] for name, each in sorted(batch.files.items())}
        digest.update(json.dumps([batch.day, told]).encode())
    digest.update((sha256(landing / "pseudonym_key" / "key.parquet") or "").encode())
    return digest.hexdigest()


def flush(folder: Path) -> None:
    """Bring all files of a folder, and the folder itself, safely to the disk."""
    for path in folder.rglob("*"):
        if not path.is_symlink() and (path.is_file() or path.is_dir()):
            sync_path(path)
    sync_path(folder)


def sync_path(path: Path) -> None:
    """Bring one file, or the names in one folder, safely to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_damaged(path: Path, told: dict, in_full: bool) -> bool:
    """Whether a file is not the one that was written."""
    try:
        found = path.stat()
    except OSError:
        return True
    if found.st_size != told["size"]:
        return True
    if not in_full and found.st_mtime_ns == told["mtime_ns"]:
        return False
    return sha256(path) != told["sha256"]
