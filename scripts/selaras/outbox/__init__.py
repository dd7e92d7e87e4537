"""What each agency is asked, as folders of files: outbox/<day>/<agency>/.

Which rows these are, and what of them an agency may see, is decided in models/outbox/; here they
are only written.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selaras.completeness import refuse_incomplete
from selaras.folders import refuse_unwritable
from selaras.guard import hold_moved
from selaras.outbox.folder import write_folder
from selaras.outbox.items import Share, shares
from selaras.outbox.place import STAGE, bring_into_place, new_stage
from selaras.outbox.words import Words
from selaras.progress import step
from selaras.validate import Check, refuse_unfit, validate
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace


@dataclass(frozen=True)
class Outbox:
    """The folder of a day, what it holds for whom, and whether anything in it is new."""

    folder: Path
    as_of_date: date
    shares: tuple[Share, ...]
    is_new: bool


def write_outbox(workspace: Workspace, checks: list[Check] | None = None) -> Outbox:
    """Write the folders of all agencies from a whole build; refused where it may not be published.

    The checks run if they are not given. The folder of the day is replaced as a whole, and stays
    as it is where it holds the same already.
    """
    refuse_incomplete(workspace)
    checks = validate(workspace) if checks is None else checks
    refuse_unfit(checks)
    hold_moved(workspace, checks, reason=None)
    draft = workspace.outbox / STAGE
    with refuse_unwritable("outbox.unwritable", workspace.outbox, draft):
        return write_folders(workspace)


def write_folders(workspace: Workspace) -> Outbox:
    """Write all folders of what the warehouse holds beside, then bring them into place."""
    stage = new_stage(workspace.outbox)
    with open_warehouse(workspace) as connection, step("outbox.writing") as progress:
        (day,) = connection.execute("select as_of_date from ops.as_of").fetchone()
        found, words = shares(connection), Words(connection)
        progress.expect(len(found))
        for share in found:
            write_folder(connection, stage / share.agency.agency_id, share, day, words)
            progress.advance()
            progress.wrote(share.rows)
    folder, is_new = bring_into_place(stage, workspace.outbox / day.isoformat())
    return Outbox(folder, day, tuple(found), is_new)
