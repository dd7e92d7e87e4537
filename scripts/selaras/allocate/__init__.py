"""Who gets a place while there is not enough for all: ranked in SQL, chosen under exact limits."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from selaras.allocate.choose import Choice, choose, fewest_in_conflict
from selaras.allocate.groups import with_each_group
from selaras.allocate.read import MONTHS_WAITED, WAITED, Read, sound_allocation
from selaras.allocate.solver import Limits
from selaras.allocate.waited import lay_waited
from selaras.errors import ExitCode, Refusal
from selaras.rules.differences.history import book_now
from selaras.rules.expression.rendering import literal, one_line
from selaras.rules.expression.tree import facts_in
from selaras.rules.grammar.allocation import Quota
from selaras.rules.sql.pieces import column_of, flat
from selaras.warehouse import Row, rows
from selaras.what_if import base_of
from selaras.what_if.judge import results
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"
POT, AS_MANY = "pot", "aim"
KEYS = {
    "first": "case when {0} then 0 when not ({0}) then 1 end",
    "lowest": "{0}",
    "highest": "-({0})",
    WAITED: "-({0})",
}
LANGUAGES = {"id": "indonesian", "en": "english"}
SEEN = {
    "id": ("ya", "tidak", "tidak diketahui"),
    "en": ("yes", "no", "not known"),
}
SUMMARY = """
    select
        count(*) filter (where state = 'place') as served,
        count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'open') as open_verdicts,
        count(*) filter (where state = 'no_amount') as without_amount,
        max(position) filter (where state = 'place') as margin,
        cast(coalesce(sum(entitled_amount * $months) filter (where state = 'place'), 0) as bigint)
            as certain,
        cast(coalesce(sum(possible_amount * $months) filter (where state = 'place'), 0) as bigint)
            as possible
    from placed
"""
NEXT = """
    select position, programme_id, person_id, household_id, closed_by from placed
    where state = 'waiting' order by waiting_position limit 5
"""


@dataclass(frozen=True)
class Outcome:
    """What came of an allocation: counts and rupiah in all, who comes next, and by group."""

    database: Path
    read: Read
    summary: Row
    next_ones: list[Row]
    fairness: list[Row]


def allocate(workspace: Workspace, name: str, without: tuple[str, ...] = ()) -> Outcome:
    """Rank everybody entitled in the built warehouse and choose whom to serve.

    `without` are people or families whose place is free again: who comes in is who comes next. The
    result is a database under `what_if/`. Refusal where the quotas cannot be met together, with the
    fewest that conflict.
    """
    base, book = base_of(workspace), book_now(workspace.project)
    read = sound_allocation(workspace.project, name, book)
    place = workspace.what_if / f"allocation-{name}.duckdb"
    with results(place, workspace.database) as db:
        read = with_each_group(db, read)
        lay_waited(db, workspace, base.day, any(way == WAITED for way, _ in read.keys))
        _rank(db, read, list(without))
        _place(db, read)
        db.execute(f"create table fairness as {_sql('fairness')}")
        db.execute(
            "create table drawn as select ? as allocation, ? as lot, ? as landing, ? as rules,"
            " ? as as_of_date",
            [name, read.allocation.lot, base.landing, base.rules, base.day],
        )
        summary = rows(db, SUMMARY, {"months": read.allocation.pot.months})[0]
        found = rows(db, NEXT), rows(db, "from fairness")
    return Outcome(place, read, summary, *found)


def _rank(db: duckdb.DuckDBPyConnection, read: Read, without: list[str]) -> None:
    """Make `ranked`: everybody in the order in which they come, with a class of those alike."""
    allocation, trees = read.allocation, [*(tree for _, tree in read.keys), *read.groups.values()]
    facts = [
        f"{column_of(str(fact), read.unit)} as {flat(fact)}"
        for fact in facts_in(*trees)
        if fact != MONTHS_WAITED
    ]
    keys = [
        f"{KEYS[way].format(one_line(tree, flat))} as key_{at}"
        for at, (way, tree) in enumerate(read.keys, start=1)
    ]
    inside = {name: one_line(tree, flat) for name, tree in read.groups.items()}
    groups = [f"coalesce({text}, false) as in_{name}" for name, text in inside.items()]
    reasons = [f"{_reason(read, code)} as reason_{title}" for code, title in LANGUAGES.items()]
    order = "".join(f"key_{at} asc nulls last, " for at in range(1, len(keys) + 1))
    query = _sql("ranked")
    for part, text in {
        "{facts}": ", ".join(facts) or "null as nothing",
        "{keys}": ", ".join([*keys, *groups, *reasons]),
        "{order}": order,
    }.items():
        query = query.replace(part, text)
    alike = ", ".join(["cost", *(f"in_{name}" for name in read.groups)])
    values = {
        "lot": allocation.lot,
        "behind": allocation.behind,
        "programmes": allocation.programmes,
        "without": without,
        "in_places": allocation.pot.places is not None,
        "months": allocation.pot.months,
        "keeps": allocation.keeps,
    }
    db.execute(
        f"""
        create temp table ranked as
        select *, case when may_be_served then dense_rank() over (
            partition by may_be_served order by {alike}
        ) - 1 end as class
        from ({query})
        """,
        values,
    )


def _reason(read: Read, code: str) -> str:
    """What decides on the rank of somebody, in words, as SQL over the facts of the keys."""
    yes, no, unknown = SEEN[code]
    parts = []
    for key, (way, tree) in zip(read.allocation.order, read.keys, strict=True):
        text, says = one_line(tree, flat), literal(f"{getattr(key.says, code)}: ")
        value = f"coalesce(cast({text} as varchar), '{unknown}')"
        if way == "first":
            value = f"case when {text} then '{yes}' when not ({text}) then '{no}' "
            value += f"else '{unknown}' end"
        parts.append(f"concat({says}, {value})")
    return f"concat_ws('; ', {', '.join(parts)})" if parts else "''"


def _place(db: duckdb.DuckDBPyConnection, read: Read) -> None:
    """Choose whom to serve and make `placed`."""
    groups = "".join(f", in_{name}" for name in read.groups)
    alike = db.execute(
        f"select distinct class, cost{groups} from ranked where may_be_served order by class"
    ).fetchall()
    found = db.execute(
        "select position, class from ranked where may_be_served order by position"
    ).fetchnumpy()
    classes = np.asarray(found["class"], dtype=np.int64)
    titles, limits = _limits(read, alike)
    choice = _chosen(read, classes, titles, limits, len(alike))
    chosen = {"position": found["position"], "served": choice.served}
    db.register("chosen_now", chosen)
    db.execute("create temp table chosen as select position, served from chosen_now")
    titles = [*titles, AS_MANY]
    db.execute("create temp table closed (class bigint, closed_by varchar)")
    for shut, some in choice.closed.items():
        told = ", ".join(titles[at] for at in some)
        db.execute("insert into closed values (?, ?)", [shut, told])
    db.execute(f"create table placed as {_sql('placed')} order by position, unit, person_id")


def _chosen(
    read: Read, classes: np.ndarray, titles: list[str], limits: Limits, count: int
) -> Choice:
    """Who is served; Refusal with the fewest quotas that cannot be met together."""
    choice = choose(classes, count, limits, read.allocation.aim == "places")
    if choice is None:
        total, nobody = np.bincount(classes, minlength=count), np.zeros(count, dtype=np.int64)
        some = ", ".join(titles[at] for at in fewest_in_conflict(limits, nobody, total))
        name = read.allocation.allocation
        raise Refusal(ExitCode.INPUT_REFUSED, "allocate.conflict", name=name, quotas=some)
    return choice


def _limits(read: Read, alike: list[tuple]) -> tuple[list[str], Limits]:
    """The pot and every quota as a row over the classes, and what it is called."""
    pot = read.allocation.pot
    costs = np.array([row[1] for row in alike], dtype=np.int64)
    titles, found = [POT], [costs]
    most = [pot.places if pot.rupiah is None else pot.rupiah]
    for at, (name, quota) in enumerate(read.allocation.quotas.items(), start=2):
        inside = np.array([row[at] for row in alike], dtype=np.int64)
        row, bound = row_of(quota, inside)
        titles.append(name)
        found.append(row)
        most.append(bound)
    return titles, Limits.of(found, most)


def row_of(quota: Quota, inside: np.ndarray) -> tuple[np.ndarray, int]:
    """A quota as `row @ served <= bound`, by whether each class is inside the group."""
    if quota.at_least_percent is not None:
        return quota.at_least_percent - 100 * inside, 0
    if quota.at_most_percent is not None:
        return 100 * inside - quota.at_most_percent, 0
    if quota.at_least is not None:
        return -inside, -quota.at_least
    assert quota.at_most is not None
    return inside, quota.at_most


def _sql(name: str) -> str:
    """A query of this package."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
