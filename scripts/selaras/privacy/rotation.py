"""A new key of the pseudonyms, and nothing left that carries the old ones."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from selaras.desk import USERS
from selaras.errors import ExitCode, Refusal
from selaras.folders import refuse_unwritable
from selaras.landing.key import VARIABLE, given_key, keep_key, stored_key
from selaras.workspace import Workspace


def rotate(workspace: Workspace) -> list[str]:
    """Delete what carries old pseudonyms, then store the key that is set; what was deleted.

    The key comes last: whoever is interrupted still has the old one, and rotates again.
    """
    given = given_key()
    if not given or given == stored_key(workspace.landing):
        raise Refusal(ExitCode.USAGE, "privacy.no_new_key", variable=VARIABLE)
    for folder in (workspace.outbox, workspace.audit):
        if folder.is_dir() and any(folder.iterdir()):
            raise Refusal(ExitCode.INPUT_REFUSED, "privacy.still_out", folder=folder)
    gone = []
    for path in _carriers(workspace):
        with refuse_unwritable("privacy.not_deleted", path):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        gone.append(path.relative_to(workspace.home).as_posix())
    keep_key(workspace.landing)
    return gone


def _carriers(workspace: Workspace) -> Iterator[Path]:
    """What lies under home and names people by pseudonyms; what is published goes first."""
    for name in ("publish", "history", "what_if", "logs", "target", "spark", "spark_metastore"):
        if (workspace.home / name).exists():
            yield workspace.home / name
    yield from sorted(workspace.home.glob("selaras.duckdb*"))
    yield from sorted(path for path in workspace.desk.glob("*") if path.name != USERS)
