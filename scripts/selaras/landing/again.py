"""Files that hold what a landed file held: their rows are taken over instead of read again.

What a file gives is a function of its bytes, of its contract and of the code that reads it; of
answers also of the words that are known as such. Each drop keeps, beside its ledger, what was read
of its files, by a digest of these; and by which contracts, words and code it was read as a whole,
since those also say which files are refused. What a drop gives depends on the drops before it as
well, with which its files are compared. Seals were made with the key that stood then, so an answer
that was good when it came stays good under another key.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

import duckdb

from selaras.landing.answers import is_answer, known_words
from selaras.landing.batches import batches
from selaras.landing.drop import sha256
from selaras.landing.notice import Notice
from selaras.landing.reading import SetAside
from selaras.landing.result import ACCEPTED, LandedFile
from selaras.landing.warehouse import FORM
from selaras.lists import Layout, layouts
from selaras.quoted import text
from selaras.workspace import as_pattern

READ = "read.json"
READER = "reader.txt"
STAMP = ("snapshot_key", "batch_date", "file", "file_id")
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Read:
    """What was read of one file; `rows` is its landed file under the landing folder."""

    table: str
    file_id: str
    size: int
    digest: str
    rows: str
    stamp: dict[str, str]
    rows_accepted: int
    rows_ignored: int
    remarks: list[dict[str, object]]


@dataclass(frozen=True)
class Known:
    """A file read before, and the digests of what is landed of it and of what was set aside."""

    read: Read
    rows: Path
    rows_sha256: str
    aside: Path
    aside_sha256: str

    @property
    def remarks(self) -> tuple[Notice, ...]:
        """What was said of the file."""
        return tuple(Notice(str(each["key"]), dict(each["values"])) for each in self.read.remarks)


def digest_of(content: str, layout: Layout, path: Path) -> str:
    """A digest of the bytes of a file, by their sha256, with all that its rows depend on."""
    told = [content, repr(layout), path.suffix.lower(), _reader()]
    told += [repr(known_words())] if is_answer(layout) else []
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def write_read(ledger: Path, reads: Iterable[tuple[LandedFile, Read]]) -> None:
    """Write down what was read of the accepted files of a staged drop."""
    told = [asdict(read) for file, read in reads if file.status == ACCEPTED]
    (ledger / READ).write_text(json.dumps(told, indent=1, default=str) + "\n", encoding="utf-8")


def note_reader(ledger: Path) -> None:
    """Write down by which contracts, words and code a staged drop was read."""
    (ledger / READER).write_text(_all_readers() + "\n", encoding="utf-8")


def is_read_as_now(ledger: Path) -> bool:
    """Whether a drop was read by contracts, words and code of now, behind the drops of now."""
    try:
        return (ledger / READER).read_text(encoding="utf-8").strip() == _all_readers()
    except (OSError, ValueError):
        return False


def doubt_after(landing: Path, day: date) -> None:
    """Let the drops after a day, which comes, changes or goes, land again; rows are taken over."""
    for batch in batches(landing):
        if batch.day > day.isoformat():
            batch.book.with_name(READER).unlink(missing_ok=True)


def known_files(landing: Path) -> list[Known]:
    """All files that were read and are landed, those of the latest drop last."""
    found = []
    for batch in batches(landing):
        aside = f"quarantine/batch_date={batch.day}/quarantine.parquet"
        for read in _reads(batch.book.with_name(READ)):
            if read.rows in batch.files and aside in batch.files:
                rows_sum, aside_sum = (batch.files[name]["sha256"] for name in (read.rows, aside))
                paths = (landing / read.rows, landing / aside)
                found.append(Known(read, paths[0], rows_sum, paths[1], aside_sum))
    return found


def take_over(
    known: Known, stamp: dict[str, str], target: Path, aside: SetAside, scratch: Path
) -> bool:
    """Give a file the rows of another one; False where that one is not as it was written."""
    if sha256(known.rows) != known.rows_sha256 or sha256(known.aside) != known.aside_sha256:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    if stamp == known.read.stamp:
        try:
            os.link(known.rows, target)
        except OSError:  # a disk without links
            shutil.copyfile(known.rows, target)
    with duckdb.connect(config={"threads": 1, "temp_directory": str(scratch)}) as database:
        if not target.exists():
            database.execute(f"copy ({_stamped(known.rows, stamp)}) to {text(target)} ({FORM})")
        for row in database.execute(
            f"select line, reason, raw from read_parquet({text(as_pattern(known.aside))})"
            " where file_id = ? order by line",
            [known.read.file_id],
        ).fetchall():
            aside.add(*row)
    return True


def _stamped(rows: Path, stamp: dict[str, str]) -> str:
    """The rows of a landed file under another stamp."""
    values = [f"{text(stamp[name])} as {name}" for name in STAMP if name != "batch_date"]
    values.append(f"date {text(stamp['batch_date'])} as batch_date")
    values.append(f"{text(stamp['file_id'] + '-')} || line as source_row_id")
    return f"select * replace ({', '.join(values)}) from read_parquet({text(as_pattern(rows))})"


def _reads(path: Path) -> list[Read]:
    """What a drop wrote down of its files; nothing where it cannot be read."""
    try:
        return [Read(**each) for each in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _all_readers() -> str:
    """A digest of all contracts and words of answers, and of the code that reads by them."""
    told = [*map(repr, layouts()), _reader(), repr(known_words())]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


@cache
def _reader() -> str:
    """A digest of the code that reads files, and of the libraries that it reads with."""
    digest = hashlib.sha256()
    for path in sorted([*_HERE.glob("*.py"), *_HERE.glob("*.yml")]):
        digest.update(path.read_bytes())
    for library in ("duckdb", "python-calamine"):
        digest.update(version(library).encode())
    return digest.hexdigest()
