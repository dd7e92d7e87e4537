"""What would grant what is refused, and what a grant hangs on; told where acting is honest."""

from dataclasses import replace

from selaras.explain import Explanation, Verdict
from selaras.least_change.nearest import Change, act_on, hangs_on, nearest
from selaras.least_change.someone import HOUSEHOLD, Someone, met, named
from selaras.lists.contracts import VISITS
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.differences.history import book_now
from selaras.rules.expression.tree import facts_in
from selaras.rules.sql.reasons import IN_FORCE, LIFE
from selaras.warehouse import Row, open_warehouse, rows
from selaras.what_if import base_of
from selaras.workspace import Workspace

VISITED = VISITS.replace("__", ".")
LISTS = "select distinct kind, fact_id, source, table_name from reference.fact_source order by all"


def with_least_change(workspace: Workspace, found: Explanation) -> Explanation:
    """An explanation with what would grant each refusal, and what each grant hangs on.

    Refusal where the warehouse was not built by the rules that stand.
    """
    base_of(workspace)
    book = book_now(workspace.project)
    rules = {checked.programme: checked for checked in book.rules}
    with open_warehouse(workspace) as warehouse:
        lists = rows(warehouse, LISTS)
    told = [
        _told(each, found, rules[str(each.judged["programme_id"])], book, lists)
        for each in found.verdicts
    ]
    return replace(found, verdicts=told)


def _told(
    verdict: Verdict, found: Explanation, checked: CheckedRule, book: Book, lists: list[Row]
) -> Verdict:
    """A verdict with what is near it."""
    judged = verdict.judged
    if judged["verdict"] == "undetermined" or IN_FORCE in named(judged["unmet_criteria"]):
        return verdict
    people = {str(each["person_id"]): each for each in found.members}
    own = people.get(str(judged["person_id"]), {}) if judged["person_id"] else found.household or {}
    who, holds = met(judged, found.household or {}, people, checked, book.vocabulary)
    whose = judged["person_id"]
    if judged["verdict"] == "eligible":
        changes = [_row(who, each, whose) for each in hangs_on(who, holds)]
        told = [(each, people.get(each["person_id"], found.household or {})) for each in changes]
        return replace(verdict, hangs_on=[_with_lists(*each, lists) for each in told])
    if own.get(LIFE[checked.rule.unit]) is False:
        return verdict
    ways = [[_row(who, each, whose) for each in way] for way in nearest(who, holds)]
    is_barred = judged["is_near_miss"] and not ways
    return replace(verdict, nearest=ways, barred=_barred(who, judged) if is_barred else [])


def _row(who: Someone, change: Change, whose: object) -> Row:
    """A fact with what is known of it, the nearest value that does it, and how one can act."""
    key, value = change
    of_whom, name = key
    entry, act = who.world.entry(key), act_on(who, key)
    person = None if of_whom == HOUSEHOLD else whose or of_whom
    return {
        "person_id": person,
        "fact": name,
        "before": who.known[key],
        "after": value,
        "asked_of": entry.asked_of,
        "way": act and act.way,
        "says_id": act and act.says.id,
        "says_en": act and act.says.en,
    }


def _with_lists(row: Row, of_whom: Row, lists: list[Row]) -> Row:
    """A fact that a grant hangs on with the lists that tell it, and no way to act.

    `of_whom` is the row of dim_person or dim_household that it stands in.
    """
    kind = "person" if row["person_id"] else HOUSEHOLD
    is_from_visit = row["fact"] in named(of_whom["facts_from_visits"])
    told = [
        f"{each['source']}.{each['table_name']}"
        for each in lists
        if (each["kind"], each["fact_id"]) == (kind, row["fact"])
    ]
    names = ("person_id", "fact", "before", "after", "asked_of")
    by_visit = [each for each in told if (each == VISITED) == is_from_visit]
    return {name: row[name] for name in names} | {"lists": by_visit}


def _barred(who: Someone, judged: Row) -> list[Row]:
    """Why nobody can act on the one criterion of a near miss: each fact of it, with the reason."""
    tree = who.world.checked.judgements[str(judged["unmet_criteria"])].condition
    keys = [who.world.key(fact) for fact in facts_in(tree)]
    return [_row(who, (key, None), judged["person_id"]) for key in keys if key in who.known]
