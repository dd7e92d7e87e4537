"""What dbt has read of the project, kept between runs.

Reading two hundred models takes dbt longer than building a small town. It keeps what it read in
the home, and a copy is kept beside the project, since a new home reads the same project. Whether
anything changed since is for dbt to say: it holds every file, version and setting against its own
digests and reads again what differs.
"""

import shutil
from pathlib import Path

from selaras.workspace import PROJECT, Workspace

NAME = "partial_parse.msgpack"
SHARED = PROJECT / "target" / NAME


def remembered(workspace: Workspace) -> list[str]:
    """The option that lets dbt go on with what it read last, here or for another home."""
    if (workspace.target / NAME).exists() or not _is_shared(workspace):
        return []
    return ["--partial-parse-file-path", str(SHARED)]


def remember(workspace: Workspace) -> None:
    """Keep what dbt read for the next new home, where the project can be written to."""
    own = workspace.target / NAME
    try:
        if workspace.project == PROJECT and not _is_as_new(SHARED, own):
            SHARED.parent.mkdir(exist_ok=True)
            beside = SHARED.with_name(f"{NAME}.{own.stat().st_ino}")
            shutil.copy2(own, beside)
            beside.replace(SHARED)
    except OSError:
        return


def _is_shared(workspace: Workspace) -> bool:
    """Whether there is something to go on with: of this project, not of a copy with other rules."""
    return workspace.project == PROJECT and SHARED.exists()


def _is_as_new(shared: Path, own: Path) -> bool:
    """Whether the copy was made after what it is a copy of."""
    return shared.exists() and shared.stat().st_mtime >= own.stat().st_mtime
