"""Landing: drops of files become Parquet tables of text, and nothing is interpreted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from selaras.clock import today
from selaras.errors import ExitCode, Refusal
from selaras.landing.again import is_read_as_now
from selaras.landing.batch import land_drop
from selaras.landing.batches import adopt, damaged
from selaras.landing.compare import Accepted, held_days
from selaras.landing.drop import DROP_NOTE, Drop, find_drops, is_unchanged, list_entries, noted
from selaras.landing.key import keep_key
from selaras.landing.notice import Notice
from selaras.landing.result import LandedFile, LandingResult
from selaras.landing.store import clear_leftovers, ledger_folder, locked, write_empty_tables
from selaras.landing.withdrawal import withdrawn
from selaras.workspace import Workspace

__all__ = ["LandedFile", "LandingResult", "Notice", "land"]


def land(
    inbox: Path,
    workspace: Workspace,
    as_of: date | None = None,
    tell: Callable[[LandedFile], None] | None = None,
    accept: str | None = None,
    in_full: bool = False,
) -> LandingResult:
    """Land every drop of an inbox that is new or changed, or any `in_full`, and not after a day.

    So does one that is as it was, where contracts or code read it otherwise now, or where a drop
    before it came, changed or went: its files that would be read the same are taken over, but
    not `in_full`.

    A file that cannot be used is refused in the result; a Refusal is raised only where there is
    nothing to land from or nowhere to land to. `tell` hears of each file as it is done.
    `accept` is the reason why files that differ too much from those before are taken after all.
    """
    landing = workspace.landing
    drops, ahead = _not_ahead(find_drops(Path(inbox), as_of), as_of)
    with locked(workspace):
        try:
            clear_leftovers(landing)
            write_empty_tables(landing)
            adopt(landing)
            warnings = keep_key(landing)
            result = _land(landing, drops, warnings, Accepted(landing, accept), tell, in_full)
        except (OSError, duckdb.Error) as error:
            raise Refusal(
                ExitCode.INPUT_REFUSED,
                "landing.no_workspace",
                landing=landing,
                error=getattr(error, "strerror", None) or error,
            ) from error
    return replace(result, troubles=(*ahead, *result.troubles))


def _land(
    landing: Path,
    drops: list[Drop],
    warnings: list[Notice],
    accepted: Accepted,
    tell: Callable[[LandedFile], None] | None,
    in_full: bool,
) -> LandingResult:
    """Land the drops that need it."""
    landed, skipped, files = [], [], []
    broken = damaged(landing)
    again = set(broken) | (held_days(landing) if accepted.reason else set())
    taken_back = withdrawn(landing)
    for drop in drops:
        entries = _entries(drop.folder)
        ledger = ledger_folder(landing, drop.batch_date)
        is_back = is_unchanged(drop.folder, entries, taken_back.get(drop.batch_date))
        is_known = is_unchanged(drop.folder, entries, noted(ledger / DROP_NOTE))
        same = is_back or (is_known and is_read_as_now(ledger) and not in_full)
        if same and str(drop.batch_date) not in again:
            skipped.append(drop.batch_date)
            if is_back:
                warnings.append(Notice("landing.withdrawn", {"day": drop.batch_date}))
            continue
        if not entries:
            warnings.append(Notice("landing.empty_drop", {"folder": drop.folder}))
        files += land_drop(landing, drop, entries, accepted, tell, in_full)
        landed.append(drop.batch_date)
        if names := broken.pop(str(drop.batch_date), None):
            healed = {"day": drop.batch_date, "files": ", ".join(names)}
            warnings.append(Notice("landing.healed", healed))
    accepted.keep()
    troubles = [
        Notice("landing.damaged", {"day": day, "files": ", ".join(names)})
        for day, names in broken.items()
    ]
    return LandingResult(
        tuple(landed), tuple(skipped), tuple(files), tuple(warnings), tuple(troubles)
    )


def _not_ahead(drops: list[Drop], as_of: date | None) -> tuple[list[Drop], list[Notice]]:
    """The drops up to today, and a sentence for each later one; a named day asks for them."""
    last = max(as_of, today()) if as_of else today()
    ahead = [
        Notice("landing.drop_ahead", {"folder": drop.folder, "day": drop.batch_date})
        for drop in drops
        if drop.batch_date > last
    ]
    on_time = [drop for drop in drops if drop.batch_date <= last]
    if ahead and not on_time:
        raise Refusal(ExitCode.INPUT_REFUSED, ahead[0].key, **ahead[0].values)
    return on_time, ahead


def _entries(folder: Path) -> dict:
    """What lies in a drop folder; a Refusal where it cannot be opened."""
    try:
        return list_entries(folder)
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "landing.no_folder", folder=folder, error=error.strerror
        ) from None
