"""Landing: drops of files become Parquet tables of text, and nothing is interpreted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.landing.batch import land_drop
from selaras.landing.drop import DROP_NOTE, find_drops, is_unchanged, list_entries
from selaras.landing.key import keep_key
from selaras.landing.notice import Notice
from selaras.landing.result import LandedFile, LandingResult
from selaras.landing.store import clear_leftovers, ledger_folder, locked, write_empty_tables
from selaras.workspace import Workspace

__all__ = ["LandedFile", "LandingResult", "Notice", "land"]


def land(
    inbox: Path,
    workspace: Workspace,
    as_of: date | None = None,
    tell: Callable[[LandedFile], None] | None = None,
) -> LandingResult:
    """Land every drop of an inbox that is new or changed and not after a day.

    A file that cannot be used is refused in the result; a Refusal is raised only where there is
    nothing to land from or nowhere to land to. `tell` hears of each file as it is done.
    """
    drops = find_drops(Path(inbox), as_of)
    landing = workspace.landing
    landed, skipped, files = [], [], []
    with locked(landing):
        try:
            clear_leftovers(landing)
            write_empty_tables(landing)
            warnings = keep_key(landing)
            for drop in drops:
                entries = _entries(drop.folder)
                note = ledger_folder(landing, drop.batch_date) / DROP_NOTE
                if is_unchanged(drop.folder, entries, note):
                    skipped.append(drop.batch_date)
                    continue
                if not entries:
                    warnings.append(Notice("landing.empty_drop", {"folder": drop.folder}))
                files += land_drop(landing, drop, entries, tell)
                landed.append(drop.batch_date)
        except (OSError, duckdb.Error) as error:
            raise Refusal(
                ExitCode.INPUT_REFUSED,
                "landing.no_workspace",
                landing=landing,
                error=getattr(error, "strerror", None) or error,
            ) from error
    return LandingResult(tuple(landed), tuple(skipped), tuple(files), tuple(warnings))


def _entries(folder: Path) -> dict:
    """What lies in a drop folder; a Refusal where it cannot be opened."""
    try:
        return list_entries(folder)
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "landing.no_folder", folder=folder, error=error.strerror
        ) from None
