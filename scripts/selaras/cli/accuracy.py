"""How rows are attached, and how often rightly, as tables for people or JSON for machines."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table as Grid

from selaras.cli.show import as_text, console
from selaras.linkage.report import chart_tables
from selaras.messages import say

if TYPE_CHECKING:
    from selaras.linkage.report import Report
    from selaras.linkage.report.chart_tables import Table

SHOWN = ("rows", "wrong")
MOST = 30  # wrong rows; the page and --json have all


def show(report: "Report", out: Path, as_json: bool) -> None:
    """The scores if there is a truth, else the counts by method; and where the page is."""
    found = report.evaluation
    if as_json:
        fields = {
            "report": str(out),
            "linkage_digest": report.facts.built_with,
            "methods": report.facts.methods,
            "blocks": report.facts.blocks,
            "unlinkable": [
                {"stage": each.stage, "records": each.records, "total": each.total}
                for each in report.facts.unlinkables
            ],
            "examples": [asdict(each) for each in report.facts.examples],
            "evaluation": found.fields() if found else None,
        }
        print(as_text(fields))
        return
    if found is None:
        console.print(say("linkage.truth_not_given"))
        console.print(_grid("title_methods", chart_tables.methods(report.facts)))
    else:
        console.print(_grid("title_scores", chart_tables.overall(found)))
        console.print(_grid("title_corruptions", chart_tables.corruptions(found, SHOWN)))
        if found.wrong:
            console.print(_grid("title_wrong", chart_tables.wrong(found), most=MOST))
        else:
            console.print(say("linkage.no_wrong"))
    console.print(say("linkage.reported", out=out), soft_wrap=True)


def _grid(title: str, made: "Table", most: int | None = None) -> Grid:
    """A table of the page as one of the terminal."""
    grid = Grid(title=say(f"linkage.{title}"), title_justify="left", header_style="bold")
    for at, heading in enumerate(made.headings):
        grid.add_column(
            heading,
            justify="left" if at < made.labels else "right",
            overflow="fold",
            no_wrap=at == 0,
        )
    for row in made.rows[:most]:
        grid.add_row(*row)
    if most and len(made.rows) > most:
        grid.add_row(f"… +{len(made.rows) - most}")
    return grid
