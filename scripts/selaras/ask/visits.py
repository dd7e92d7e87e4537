"""Which families to visit and what to ask them, so that most open verdicts come to an end."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from selaras.ask.answers import asked_of
from selaras.ask.family import Open, Questions, fewest, open_verdicts
from selaras.errors import ExitCode, Refusal
from selaras.progress import step
from selaras.rules.check.book import Book
from selaras.rules.check.entitlements import visited_by
from selaras.rules.differences.history import book_now
from selaras.warehouse import Row, open_warehouse, rows
from selaras.what_if import base_of
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"
OF_FAMILIES = "where household_id in (select unnest($households)) order by all"
OVERLAPS = f"""
    select household_id, person_id, programme_id, other_programme_id
    from overlap.fct_finding {OF_FAMILIES}
"""
Verdict = tuple[str, str | None]  # programme, and the person where it is about one


@dataclass(frozen=True)
class Visit:
    """A family to visit: the fewest questions, and the verdicts that end whatever the answers are.

    `asked` has of whom (empty for the family) and which fact, those first for which most verdicts
    wait. `rupiah` is what is possible a month until then; `overlaps` are findings of which the
    verdict on one side ends.
    """

    household_id: str
    asked: list[tuple[str, str]]
    settles: list[Verdict]
    rupiah: int
    overlaps: int


@dataclass(frozen=True)
class Visits:
    """Visits, the first ones first, and who the people of these families are.

    `not_asked` has the facts that open verdicts of all families wait for and that these visits ask
    nobody: titles, whom to ask, and for how many verdicts.
    """

    agency: str
    day: date
    visits: list[Visit]
    people: list[Row]
    not_asked: list[Row]


def visits(workspace: Workspace, families: int, agency: str | None = None) -> Visits:
    """The families whose answers settle most: most verdicts first, then rupiah, then overlaps.

    With an agency only what it can tell is asked, and its people go; else who visits asks all that
    can be asked at a door. Refusal where the warehouse was not built by the rules that stand.
    """
    base_of(workspace)
    book = book_now(workspace.project)
    if agency and agency not in book.register.agencies:
        known = ", ".join(sorted(book.register.agencies))
        raise Refusal(ExitCode.USAGE, "ask.unknown_agency", agency=agency, known=known)
    asked = _asked(book, agency)
    with open_warehouse(workspace) as warehouse, step("ask.judging") as progress:
        facts = {"facts": sorted(map(".".join, asked))}
        found_first = rows(warehouse, _sql("candidate"), facts | {"families": families})
        chosen = [str(row["household_id"]) for row in found_first]
        progress.expect(len(chosen))
        found = []
        for whose, told in _by_family(warehouse, chosen).items():
            found.append(_visit(whose, told, book, asked))
            progress.advance()
        who = agency or str(visited_by(book.contracts, book.register))
        (day,) = warehouse.execute("select as_of_date from ops.as_of").fetchone()
        people = rows(warehouse, _sql("named"), {"agency": who, "households": chosen})
        not_asked = rows(warehouse, _sql("not_asked"), facts)
    worth = sorted(filter(_is_worth_it, found), key=_most_first)
    return Visits(who, day, worth, people, not_asked)


def _asked(book: Book, agency: str | None) -> set[tuple[str, str]]:
    """Unit and name of every fact that is asked for."""
    return {
        (unit, name)
        for unit in ("person", "household")
        for name, fact in getattr(book.vocabulary, unit).items()
        if fact.visit and agency in (None, asked_of(book, unit, name))
    }


def _by_family(
    warehouse: duckdb.DuckDBPyConnection, chosen: list[str]
) -> dict[str, dict[str, list[Row]]]:
    """What the warehouse says of some families, in their order, by table."""
    found: dict[str, dict[str, list[Row]]] = {each: {} for each in chosen}
    tables = {
        "judged": f"from eligibility.fct_eligibility {OF_FAMILIES}",
        "home": f"from conformed.dim_household {OF_FAMILIES}",
        "people": f"from conformed.dim_person {OF_FAMILIES}",
        "overlaps": OVERLAPS,
    }
    for name, query in tables.items():
        for row in rows(warehouse, query, {"households": chosen}):
            found[str(row["household_id"])].setdefault(name, []).append(row)
    return found


def _visit(
    household_id: str, told: dict[str, list[Row]], book: Book, asked: set[tuple[str, str]]
) -> Visit:
    """What to ask one family, and what that settles.

    Of somebody without a number nothing is asked: the answer would find nobody.
    """
    people = {str(each["person_id"]): each for each in told["people"]}
    found = open_verdicts(told["judged"], told["home"][0], people, book)
    among: Questions = frozenset(
        (whose, name)
        for each in found
        for whose, name in each.asked
        if ("person" if whose else "household", name) in asked
        and (not whose or people[whose]["nik"])
    )
    closing = [each for each in found if each.is_settled_by(among)]
    questions = fewest(closing, among)
    return Visit(
        household_id,
        sorted(questions, key=lambda one: (-sum(one in each.asked for each in closing), one)),
        [(str(each.judged["programme_id"]), _person(each.judged)) for each in closing],
        sum(int(str(each.judged["possible_amount"] or 0)) for each in closing),
        sum(_is_of(finding, closing) for finding in told.get("overlaps", [])),
    )


def _is_of(finding: Row, closing: list[Open]) -> bool:
    """Whether a verdict on one side of a finding ends."""
    sides = (finding["programme_id"], finding["other_programme_id"])
    return any(
        each.judged["programme_id"] in sides
        and finding["person_id"] in (None, each.judged["person_id"] or finding["person_id"])
        for each in closing
    )


def _person(judged: Row) -> str | None:
    """The person whom a verdict is about, if it is about one."""
    return judged["person_id"] and str(judged["person_id"])


def _is_worth_it(visit: Visit) -> bool:
    """Whether answers end anything."""
    return bool(visit.settles)


def _most_first(visit: Visit) -> tuple:
    """What settles most comes first; of equals what takes fewest questions."""
    counts = (len(visit.settles), visit.rupiah, visit.overlaps)
    return (*(-each for each in counts), len(visit.asked), visit.household_id)


def _sql(name: str) -> str:
    """A query of this package."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
