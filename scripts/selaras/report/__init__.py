"""The weekly report: a folder of pages that opens from disk, beside the figures it shows."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.folders import close, put, refuse_unwritable, settle
from selaras.report.read import read
from selaras.report.render import render
from selaras.workspace import Workspace

FOLDER = "report"


@dataclass(frozen=True)
class Report:
    """What was written: the folder, how many pages and bytes."""

    folder: Path
    pages: int
    bytes: int


def write_report(workspace: Workspace, publication: Path | None = None) -> Report:
    """Write the pages on a publication, by default the current one, into it, all at once."""
    publication = (publication or workspace.publish / "current").resolve()
    try:
        manifest = json.loads((publication / "manifest.json").read_text(encoding="utf-8"))
    except OSError:
        raise Refusal(ExitCode.INPUT_REFUSED, "report.not_published", home=workspace.home) from None
    draft = publication / f".{FOLDER}"
    with refuse_unwritable("publish.unwritable", publication, draft):
        settle(publication)
        shutil.rmtree(draft, ignore_errors=True)
        files = render(read(workspace, publication), manifest)
        for name, text in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        close(draft)
        place = put(draft, publication / FOLDER)
    size = sum(len(text.encode()) for text in files.values())
    return Report(place, sum(name.endswith(".html") for name in files), size)
