"""Taking a landed drop back: it is as if it had never come, and it is written down why."""

import json
import shutil
from dataclasses import asdict
from datetime import date
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.landing.again import doubt_after
from selaras.landing.batches import flush
from selaras.landing.drop import DROP_NOTE, Entry, noted
from selaras.landing.store import batch_folders, ledger_folder, locked, new_stage
from selaras.workspace import Workspace

FOLDER = "withdrawn"


def withdraw(workspace: Workspace, day: date, why: str) -> None:
    """Take a landed drop back; a Refusal where it is not landed or no reason is given.

    The same files do not land again; a drop whose files changed does. Those of later drops are
    compared with what is left.
    """
    _take_back(workspace, day, why, is_compared=True)


def delete(workspace: Workspace, day: date, why: str) -> None:
    """Take back a drop with which no later one is compared any more; otherwise like `withdraw`."""
    _take_back(workspace, day, why, is_compared=False)


def _take_back(workspace: Workspace, day: date, why: str, is_compared: bool) -> None:
    """Move a drop away; later ones that are compared with it are looked at again."""
    if not why.strip():
        raise Refusal(ExitCode.USAGE, "landing.no_reason")
    landing = workspace.landing
    ledger = ledger_folder(landing, day)
    if not ledger.is_dir():
        raise Refusal(ExitCode.INPUT_REFUSED, "landing.not_landed", day=day, landing=landing)
    with locked(workspace):
        if is_compared:
            doubt_after(landing, day)
        entries = noted(ledger / DROP_NOTE) or {}
        record = {"why": why.strip(), "drop": [asdict(entry) for entry in entries.values()]}
        target = landing / FOLDER / f"{day}.json"
        target.parent.mkdir(exist_ok=True)
        draft = target.with_name(f".{target.name}")
        draft.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
        flush(target.parent)
        draft.replace(target)
        stage = new_stage(landing, f"withdrawn-{day}")
        for number, folder in enumerate([ledger, *batch_folders(landing, f"batch_date={day}")]):
            folder.replace(stage / str(number))
        shutil.rmtree(stage)


def withdrawn(landing: Path) -> dict[date, dict[str, Entry]]:
    """The drops that were taken back, with the files that they held."""
    found = {}
    for path in sorted((landing / FOLDER).glob("[!.]*.json")):
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            entries = {each["name"]: Entry(**each) for each in record["drop"]}
            found[date.fromisoformat(path.stem)] = entries
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found
