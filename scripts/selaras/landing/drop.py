"""Drop folders: which there are, what lies in them, and whether they changed."""

import hashlib
import json
import stat
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from selaras.errors import ExitCode, Refusal

MANIFEST = "manifest.csv"
DROP_NOTE = "drop.json"
SAMPLE_MARK = ".selaras-sample"
_LEFT_BY_SYSTEMS = {"thumbs.db", "desktop.ini"}
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Entry:
    """One file of a drop, as the folder shows it; `sha256` is None where it cannot be read.

    The times of content and of the entry itself: whoever changes a file can set back the first
    and not the second.
    """

    name: str
    size: int
    mtime_ns: int
    sha256: str | None = None
    ctime_ns: int = 0


@dataclass(frozen=True)
class Drop:
    """One drop folder and the day that it is of."""

    batch_date: date
    folder: Path


def find_drops(inbox: Path, as_of: date | None) -> list[Drop]:
    """The drop folders of an inbox not after a day, oldest first; a Refusal where none is."""
    try:
        folders = sorted(path for path in inbox.iterdir() if path.is_dir())
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "landing.no_inbox", inbox=inbox, error=error.strerror
        ) from None
    dated = [Drop(day, path) for path in folders if (day := _day(path.name))]
    drops = [drop for drop in dated if as_of is None or drop.batch_date <= as_of]
    if not drops:
        key = "landing.no_drop_yet" if dated else "landing.no_drop"
        raise Refusal(ExitCode.INPUT_REFUSED, key, inbox=inbox, as_of=as_of)
    return drops


def _day(name: str) -> date | None:
    """The day a folder is named by, or None."""
    try:
        day = date.fromisoformat(name)
    except ValueError:
        return None
    return day if day.isoformat() == name else None


def list_entries(folder: Path) -> dict[str, Entry]:
    """What lies in a drop folder, by name, without what operating systems leave behind."""
    entries = {}
    for path in sorted(folder.iterdir()):
        name = path.name
        if name.startswith((".", "~$")) or name.lower() in _LEFT_BY_SYSTEMS:
            continue
        try:
            found = path.stat()
        except OSError:
            found = path.lstat()
        size = found.st_size if stat.S_ISREG(found.st_mode) else -1
        entries[name] = Entry(name, size, found.st_mtime_ns, ctime_ns=found.st_ctime_ns)
    return entries


def sha256(path: Path) -> str | None:
    """The checksum of a file's content, or None where it cannot be read."""
    digest = hashlib.sha256()
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def noted(note: Path) -> dict[str, Entry] | None:
    """What a drop held when it was landed, by name; None where nothing readable says so."""
    try:
        return {each["name"]: Entry(**each) for each in json.loads(note.read_text("utf-8"))}
    except (OSError, ValueError, TypeError, KeyError):
        return None


def is_unchanged(folder: Path, entries: dict[str, Entry], landed: dict[str, Entry] | None) -> bool:
    """Whether a drop holds the very files that were landed from it."""
    if landed is None or landed.keys() != {shown(name) for name in entries}:
        return False
    return all(_same(landed[shown(name)], entry, folder / name) for name, entry in entries.items())


def _same(landed: Entry, entry: Entry, path: Path) -> bool:
    """Whether a file is the one that was landed, by size and times, else by content."""
    if landed.size != entry.size:
        return False
    times = (entry.mtime_ns, entry.ctime_ns)
    if landed.sha256 and (landed.mtime_ns, landed.ctime_ns) == times:
        return True
    return landed.sha256 == sha256(path)


def write_note(entries: list[Entry], target: Path) -> None:
    """Write down which files a drop held when it was landed."""
    rows = [asdict(entry) | {"name": shown(entry.name)} for entry in entries]
    target.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def shown(name: str) -> str:
    """A file name as text that can be printed and stored, whatever its bytes."""
    plain = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in plain)


def is_sample(folder: Path, accepted: dict[str, str | None]) -> bool:
    """Whether the accepted files of a drop are what `selaras sample` wrote, by its own mark."""
    if not accepted:
        return True
    try:
        lines = (folder / SAMPLE_MARK).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    written = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    return all(written.get(name) == digest for name, digest in accepted.items())
