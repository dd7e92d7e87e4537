"""The copy of the warehouse that the desk reads, so that a run and the desk never wait."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from selaras.desk.excerpt import write_excerpt
from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

CURRENT = "current"
MEMORY = "1GB"


def renew_copy(workspace: Workspace) -> None:
    """Copy what the desk reads of the warehouse as it was built, then let it read the copy.

    Only where somebody set up a desk. Whoever reads the old copy finishes with it.
    """
    if not workspace.desk.is_dir():
        return
    name = f"copy-{workspace.database.stat().st_mtime_ns}"
    folder, draft = workspace.desk / name, workspace.desk / ".building"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    write_excerpt(workspace.database, draft / workspace.database.name)
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)
    link = workspace.desk / ".current"
    link.unlink(missing_ok=True)
    link.symlink_to(name)
    link.replace(workspace.desk / CURRENT)
    for old in workspace.desk.iterdir():
        if old.is_dir() and not old.is_symlink() and old != folder:
            shutil.rmtree(old)


class Copy:
    """Reads the newest copy; a thread that asks gets a cursor of its own."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on what was published last; a Refusal before anything was."""
        with self._lock:
            cursor = self._newest().cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def _newest(self) -> duckdb.DuckDBPyConnection:
        """The connection to the newest copy; the old one ends with its last cursor."""
        path = (self._workspace.desk / CURRENT).resolve() / self._workspace.database.name
        if self._connection is None or path != self._path:
            if not path.exists():
                raise Refusal(ExitCode.INPUT_REFUSED, "desk.no_copy", home=self._workspace.home)
            # One thread a question: there are more officers than cores.
            settings = {"memory_limit": MEMORY, "threads": 1}
            self._connection = duckdb.connect(str(path), read_only=True, config=settings)
            self._path = path
        return self._connection
