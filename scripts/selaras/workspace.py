"""Where a run reads and writes."""

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DUCKDB, SPARK = "duckdb", "spark"


@dataclass(frozen=True)
class Workspace:
    """The one folder under which a run keeps everything it reads or writes.

    `project` is the dbt project that builds it: this one, or a copy with the rules of another day.
    `engine` works out the models: DUCKDB or SPARK.
    """

    home: Path
    project: Path = PROJECT
    engine: str = DUCKDB

    @classmethod
    def at(cls, home: str | Path | None = None) -> "Workspace":
        """The workspace that the caller named, else SELARAS_HOME, else ./warehouse."""
        return cls(Path(home or os.environ.get("SELARAS_HOME") or "warehouse").resolve())

    def prepare(self) -> None:
        """Make the home, for its owner's eyes only, and let all that follows be so too."""
        os.umask(0o077)
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        kept = (self.landing, self.history, self.publish, self.outbox, self.audit)
        of_spark = (self.home / "spark", self.home / "spark_metastore")
        for part in (*kept, self.what_if, self.desk, self.logs, self.target, *of_spark):
            _close(part)
        for file in (*self.home.glob("selaras.duckdb*"), self.home / "access"):
            _close(file)

    @property
    def landing(self) -> Path:
        return self.home / "landing"

    @property
    def database(self) -> Path:
        return self.home / "selaras.duckdb"

    @property
    def history(self) -> Path:
        return self.home / "history"

    @property
    def publish(self) -> Path:
        return self.home / "publish"

    @property
    def outbox(self) -> Path:
        return self.home / "outbox"

    @property
    def audit(self) -> Path:
        return self.home / "audit"

    @property
    def what_if(self) -> Path:
        """Results of reforms, a database for each question; they hold pseudonyms."""
        return self.home / "what_if"

    @property
    def desk(self) -> Path:
        """Who may sign in at the desk, and the copy of the warehouse that it reads."""
        return self.home / "desk"

    @property
    def target(self) -> Path:
        """What dbt writes of a run: compiled SQL, manifest and results; a copy keeps its own."""
        return (self.home if self.project == PROJECT else self.project) / "target"

    @property
    def logs(self) -> Path:
        return self.home / "logs"


def as_pattern(path: str | Path) -> str:
    """A path as DuckDB's readers take it, which know only patterns: its own signs are no jokers."""
    return "".join(f"[{sign}]" if sign in "[?*" else sign for sign in str(path))


def _close(path: Path) -> None:
    """Take from others what they may do with a file or a folder and all in it."""
    if path.is_symlink() or not path.exists():
        return
    wanted = 0o700 if path.is_dir() else 0o600
    if path.stat().st_mode & 0o777 != wanted:
        path.chmod(wanted)
    for inner in path.iterdir() if path.is_dir() else ():
        _close(inner)
