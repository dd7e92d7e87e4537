"""Where a run reads and writes."""

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Workspace:
    """The one folder under which a run keeps everything it reads or writes."""

    home: Path

    @classmethod
    def at(cls, home: str | Path | None = None) -> "Workspace":
        """The workspace that the caller named, else SELARAS_HOME, else ./warehouse."""
        return cls(Path(home or os.environ.get("SELARAS_HOME") or "warehouse").resolve())

    @property
    def landing(self) -> Path:
        return self.home / "landing"

    @property
    def database(self) -> Path:
        return self.home / "selaras.duckdb"

    @property
    def publish(self) -> Path:
        return self.home / "publish"

    @property
    def outbox(self) -> Path:
        return self.home / "outbox"

    @property
    def logs(self) -> Path:
        return self.home / "logs"
