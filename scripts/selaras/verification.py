"""Whether what was landed and published is still what was written."""

from dataclasses import dataclass

from selaras.errors import ExitCode, Refusal
from selaras.history import weeks
from selaras.landing.batches import batches, damaged, distrust
from selaras.publish import damaged_files
from selaras.workspace import Workspace


@dataclass(frozen=True)
class Verified:
    """How many files were compared, and the damaged ones, relative to the home."""

    files: int
    damaged: tuple[str, ...]


def verify(workspace: Workspace) -> Verified:
    """Read every landed, kept and published file in full.

    A damaged landed drop is no longer trusted: the next landing brings it back from its drop. So
    is a damaged week: the next whole build builds it again.
    """
    landed = list(batches(workspace.landing))
    folders = sorted(p for p in workspace.publish.glob("[!.]*") if not p.is_symlink())
    if not landed and not folders:
        raise Refusal(ExitCode.INPUT_REFUSED, "run.nothing_to_verify", home=workspace.home)
    found, count = [], sum(len(batch.files) for batch in landed)
    for day, names in damaged(workspace.landing, in_full=True).items():
        found += [f"landing/{name}" for name in names]
        distrust(workspace.landing, day)
    for week in weeks(workspace):
        count += len(week.files)
        if broken := week.damaged():
            found += [f"history/{week.folder.name}/{name}" for name in broken]
            week.forget()
    for folder in folders:
        count += sum(path.is_file() for path in folder.rglob("*"))
        found += [f"publish/{folder.name}/{name}" for name in damaged_files(folder)]
    return Verified(count, tuple(found))
