"""What takes longer to answer: a second look at the rule, and what it does to families."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from selaras.rules.all_checks import review_rules
from selaras.rules.check.whole_book import read_book
from selaras.rules.compiler import files_of
from selaras.rules.differences.history import book_now
from selaras.rules.read.problems import Problem, Problems
from selaras.rules.trial import Hunt, hunt
from selaras.warehouse import Row, rows
from selaras.what_if import SQL, base_of
from selaras.what_if.judge import Project, judge, results
from selaras.workbench.at_once import OVERLAPS
from selaras.workbench.draft import file_of
from selaras.workspace import Workspace

FAILED = "example_failed"  # which is told at once, beside the example
JUDGED = "judged"
FINDINGS = f"create view finding_changed as select '' as scenario, * from {JUDGED}.finding_changed"


@dataclass(frozen=True)
class SecondLook:
    """What deserves a thought in a file, and the changes that its examples would not notice.

    `hunt` is None where there are errors, or where no example can notice anything. A rule book
    that does not read is not looked at again: what is wrong is told at once.
    """

    thoughts: list[Problem]
    hunt: Hunt | None
    is_read: bool = True


@dataclass(frozen=True)
class Effect:
    """Who gains and loses, by programme and in all (`total.sql`), and findings that change."""

    as_of: date
    totals: list[Row]
    findings: list[Row]


def second_look(copy: Path, name: str, day: date) -> SecondLook:
    """Have the solver read one file of a project's copy, and change it everywhere a little."""
    book = read_book(copy, Problems())
    if book is None:
        return SecondLook([], None, is_read=False)
    found = [
        each for each in review_rules(copy, day, only={name}) if each.place.file == file_of(name)
    ]
    if any(each.is_error for each in found):
        return SecondLook(found, None)
    has_examples = name == OVERLAPS or name in {each.programme for each in book.rules}
    return SecondLook(found, hunt(copy, book, name) if has_examples else None)


def effect(workspace: Workspace, base: Path, copy: Path) -> Effect:
    """Judge the built warehouse by the rule book of a copy and compare it with a base's.

    Refusal where there is no warehouse, or one that was built by other rules than the base's.
    """
    judged = replace(workspace, project=base)
    built = base_of(judged)
    with results(copy / "effect.duckdb", workspace.database) as connection:
        judge(connection, JUDGED, Project(base, files_of(book_now(copy))))
        connection.execute(FINDINGS)
        total = (SQL / "finding_total.sql").read_text(encoding="utf-8")
        return Effect(built.day, rows(connection, f"from {JUDGED}.total"), rows(connection, total))
