"""Old publications make room for new ones; the current one stays, however old it is."""

import shutil

from selaras.plain_yaml import project_vars
from selaras.workspace import Workspace

LEAVING = ".leaving."


def prune(workspace: Workspace, published: str) -> list[str]:
    """Remove all but the newest publications, by the days that they are of; the names that went.

    How many stay stands in `kept_publications` of dbt_project.yml. What `current` points at and
    what was just `published` always stay. Each goes in one step: a kill leaves it whole or gone.
    """
    for gone in workspace.publish.glob(f"{LEAVING}*"):
        shutil.rmtree(gone)
    kept = {published, (workspace.publish / "current").resolve().name}
    folders = sorted(
        (path for path in workspace.publish.glob("[!.]*") if not path.is_symlink()),
        key=lambda path: (path.name[:10], path.stat().st_mtime_ns),
    )
    old = [path for path in folders[: -_most(workspace)] if path.name not in kept]
    for path in old:
        leaving = path.with_name(f"{LEAVING}{path.name}")
        path.rename(leaving)
        shutil.rmtree(leaving)
    return [path.name for path in old]


def _most(workspace: Workspace) -> int:
    """How many publications are kept."""
    return max(1, int(project_vars(workspace.project)["kept_publications"]))
