"""Results as tables for people, or as JSON for machines."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from selaras import spelling
from selaras.cli.safe import shown
from selaras.messages import language, say
from selaras.warehouse import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selaras.landing import LandedFile, LandingResult, Notice
    from selaras.outbox import Outbox
    from selaras.report import Report
    from selaras.sync import Outcome
    from selaras.validate.check import Check
    from selaras.verification import Verified

COUNTS = ("rows_read", "rows_accepted", "rows_quarantined", "rows_ignored")
NUMBERS = (*COUNTS, "files", "rows", "value", "rupiah")
NUMBERS += ("seconds", "cpu_seconds", "peak_mib")
WIDE = 120

console = Console()
if not console.is_terminal and "COLUMNS" not in os.environ:  # a file has no width of its own
    console.width = WIDE


def as_text(value: object) -> str:
    """JSON for a machine; dates and other plain things as their text."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


def sync(outcome: "Outcome", as_json: bool) -> None:
    """The whole run: what was read, what was checked, the figures and where they are."""
    if as_json:
        print(as_text(_sync_fields(outcome)))
        return
    _drops(outcome.landing)
    console.print(say("run.built", **asdict(outcome.dbt)))
    console.print(say("cli.checks_held", count=len(outcome.checks)))
    figures(outcome.headline)
    published(outcome.published, as_json=False, notices=outcome.notices)
    report(outcome.report, as_json=False)
    console.print(sentence(outcome.outbox), highlight=False)


def _sync_fields(outcome: "Outcome") -> Row:
    """A run as plain values."""
    return {
        "landing": _landing_fields(outcome.landing),
        "dbt": asdict(outcome.dbt),
        "checks": [_check_fields(check) for check in outcome.checks],
        "published": str(outcome.published),
        "headline": outcome.headline,
        "outbox": fields(outcome.outbox),
        "report": asdict(outcome.report),
        "notices": [str(notice) for notice in outcome.notices],
    }


def landing(result: "LandingResult", as_json: bool) -> None:
    """The files of the drops with their rows, then a sentence for each that needs one."""
    if as_json:
        print(as_text(_landing_fields(result)))
        return
    if result.files:
        table = titled_table("cli.title_landing", "batch_date", "file", "status", *COUNTS)
        for file in result.files:
            table.add_row(str(file.batch_date), shown(file.file), file.status, *_counts([file]))
        console.print(table)
    _notices(result)


def _drops(result: "LandingResult") -> None:
    """The drops with their rows, files taken together, then a sentence where one is needed."""
    if result.files:
        table = titled_table("cli.title_drops", "batch_date", "files", *COUNTS)
        for day in result.landed:
            files = [file for file in result.files if file.batch_date == day]
            table.add_row(str(day), number(len(files)), *_counts(files))
        console.print(table)
    _notices(result)


def _counts(files: "Sequence[LandedFile]") -> list[str]:
    """How many rows of files were read, accepted, quarantined and ignored."""
    return [number(sum(getattr(file, name) for file in files)) for name in COUNTS]


def _notices(result: "LandingResult") -> None:
    """What a person should know about the files, refused ones last."""
    if not result.files:
        console.print(say("cli.nothing_new"))
    for file, notice in result.remarks:
        console.print(f"[dim]-[/] {shown(f'{file}: {notice}')}", highlight=False)
    for notice in result.warnings:
        console.print(f"[yellow]![/] {shown(notice)}", highlight=False)
    for notice in result.refusals:
        console.print(f"[red]x[/] {shown(notice)}", highlight=False)


def _landing_fields(result: "LandingResult") -> Row:
    """A landing as plain values."""
    return {
        "landed": result.landed,
        "skipped": result.skipped,
        "files": [
            asdict(file)
            | {
                "notice": file.notice and str(file.notice),
                "remarks": [str(remark) for remark in file.remarks],
            }
            for file in result.files
        ],
        "warnings": [str(notice) for notice in result.warnings],
        "troubles": [str(notice) for notice in result.troubles],
    }


def checks(found: "list[Check]", as_json: bool) -> None:
    """Each check with its sentence; failed ones with what was seen and what was expected."""
    if as_json:
        print(as_text([_check_fields(check) for check in found]))
        return
    table = titled_table("cli.title_checks", "check", "must_hold", "observed", "expected")
    for check in found:
        mark = "[green]ok[/]" if check.passed else f"[red]{check.count}[/]"
        table.add_row(mark, check.sentence, shown(check.observed), shown(check.expected))
    console.print(table)


def _check_fields(check: "Check") -> Row:
    """A check as plain values."""
    return {
        "name": check.name,
        "sentence": check.sentence,
        "passed": check.passed,
        "violations": check.count,
        "observed": check.observed,
        "expected": check.expected,
    }


def figures(headline: list[Row]) -> None:
    """The headline figures."""
    table = titled_table("cli.title_headline", "figure", "value", "unit")
    for figure in headline:
        table.add_row(
            str(figure["label"]), number(figure["value"]), say(f"cli.unit_{figure['unit']}")
        )
    console.print(table)


def verified(found: "Verified", as_json: bool) -> None:
    """How many files were compared, the damaged ones, and what to do about them."""
    if as_json:
        print(as_text(asdict(found)))
        return
    for name in found.damaged:
        console.print(f"[red]x[/] {shown(name)}", highlight=False)
    console.print(say("cli.verified", files=number(found.files), damaged=len(found.damaged)))
    if found.damaged:
        console.print(say("cli.heal_landing"))


def report(found: "Report", as_json: bool) -> None:
    """Where the report lies, and how large it is."""
    if as_json:
        print(as_text(asdict(found)))
        return
    size = f"{found.bytes / 1e6:.1f} MB"
    done = say("report.written", folder=found.folder, pages=number(found.pages), size=size)
    console.print(shown(done), soft_wrap=True, highlight=False)


def published(folder: Path, as_json: bool, notices: "Sequence[Notice]" = ()) -> None:
    """Where the publication is, what is in it, and what else is to be said of it."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    if as_json:
        told = [str(notice) for notice in notices]
        print(as_text({"folder": str(folder)} | manifest | {"notices": told}))
        return
    table = titled_table("cli.title_published", "table", "rows")
    for each in manifest["tables"]:
        table.add_row(each["name"], number(each["rows"]))
    console.print(table)
    current = folder.parent / "current"
    done = say("publish.done", folder=folder.name, current=current)
    console.print(shown(done), soft_wrap=True, highlight=False)
    for notice in notices:
        console.print(f"[yellow]![/] {shown(notice)}", highlight=False)


def number(value: object) -> str:
    """A number with the thousands separator of the language in use."""
    return spelling.number(value, language())


def titled_table(title: str, *columns: str, numbers: "Sequence[str]" = NUMBERS) -> Table:
    """A table with a title and headings from the catalogue; numbers stand on the right."""
    table = Table(title=say(title), title_justify="left", header_style="bold")
    for column in columns:
        justify = "right" if column in numbers else "left"
        table.add_column(say(f"cli.column_{column}"), justify=justify, overflow="fold")
    return table


def sentence(found: "Outbox") -> str:
    """Where the outbox lies and how much it asks, in one sentence."""
    return say(
        "outbox.done" if found.is_new else "outbox.unchanged",
        folder=found.folder,
        rows=number(sum(share.rows for share in found.shares)),
        agencies=len(found.shares),
    )


def fields(found: "Outbox") -> Row:
    """The outbox as plain values."""
    return {
        "folder": str(found.folder),
        "as_of_date": found.as_of_date,
        "is_new": found.is_new,
        "agencies": {
            share.agency.agency_id: {each.kind: each.rows for each in share.counts}
            for share in found.shares
        },
    }
