"""What dbt has read of the project, kept between runs.

Reading two hundred models takes dbt longer than building a small town. It keeps what it read in
the home, and a copy is kept beside the project, since a new home reads the same project. Whether
anything changed since is for dbt to say: it holds every file, version and setting against its own
digests and reads again what differs. With one exception: where what is said of a macro changes
together with the macro, dbt does not read again who uses it, and misses what it reads from now on.
So all is read again where a property file of macros is another.
"""

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

from selaras.workspace import DUCKDB, PROJECT, Workspace

NAME = "partial_parse.msgpack"
SHARED = PROJECT / "target" / NAME
_OF_MACROS = ".macros"  # beside it: the digest of the property files of macros


def remembered(workspace: Workspace) -> list[str]:
    """The option that lets dbt go on with what it read last, here or for another home."""
    own, macros = workspace.target / NAME, _of_macros(workspace.project)
    if _told_beside(own) != macros:
        with suppress(OSError):  # a home that cannot be written is dbt's to meet, and ours to tell
            own.parent.mkdir(parents=True, exist_ok=True)
            own.unlink(missing_ok=True)
            own.with_suffix(_OF_MACROS).write_text(macros, encoding="utf-8")
    if own.exists() or not _is_shared(workspace) or _told_beside(SHARED) != macros:
        return []
    return ["--partial-parse-file-path", str(SHARED)]


def remember(workspace: Workspace) -> None:
    """Keep what dbt read for the next new home, where the project can be written to."""
    own = workspace.target / NAME
    try:
        if _is_usual(workspace) and not _is_as_new(SHARED, own):
            SHARED.parent.mkdir(exist_ok=True)
            beside = SHARED.with_name(f"{NAME}.{own.stat().st_ino}")
            shutil.copy2(own, beside)
            beside.replace(SHARED)
            shutil.copy2(own.with_suffix(_OF_MACROS), SHARED.with_suffix(_OF_MACROS))
    except OSError:
        return


def _of_macros(project: Path) -> str:
    """One digest of all that is said of macros."""
    files = sorted((project / "macros").rglob("*.yml"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _told_beside(parsed: Path) -> str | None:
    """The digest that was noted beside what dbt read; None where there is none."""
    try:
        return parsed.with_suffix(_OF_MACROS).read_text(encoding="utf-8")
    except OSError:
        return None


def _is_shared(workspace: Workspace) -> bool:
    """Whether there is something to go on with."""
    return _is_usual(workspace) and SHARED.exists()


def _is_usual(workspace: Workspace) -> bool:
    """Whether dbt reads this project, not a copy with other rules, and for DuckDB."""
    return workspace.project == PROJECT and workspace.engine == DUCKDB


def _is_as_new(shared: Path, own: Path) -> bool:
    """Whether the copy was made after what it is a copy of."""
    return shared.exists() and shared.stat().st_mtime >= own.stat().st_mtime
