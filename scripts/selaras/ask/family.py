"""The shortest list of questions that settles all open verdicts of one family."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from selaras.ask.answers import MEMBER, Answers, answers_of, asked_of
from selaras.ask.everyone import asking
from selaras.ask.tree import Case, Questions, Tree
from selaras.ask.worlds import Worlds
from selaras.explain import Explanation
from selaras.rules.check.book import CheckedRule
from selaras.rules.differences.history import book_now
from selaras.warehouse import Row, rows
from selaras.workspace import Workspace

OPEN = """
    select programme_id, household_id, person_id, missing_facts
    from selaras.eligibility.fct_eligibility
    where
        verdict = 'undetermined'
        and household_id = $household_id
        and (person_id is null or $person_id is null or person_id = $person_id)
        and ($programme is null or programme_id = $programme)
    order by programme_id, person_id
"""
Asked = tuple[str, str]  # of whom (empty for the family) and which fact


@dataclass(frozen=True)
class Open:
    """An open verdict: what can be asked for it, and what of that settles it.

    `needed` has the questions without which it stays open under some answers, whatever else is
    answered; `unsettled` the sets of questions, these among them, that some answers leave open.
    """

    programme_id: str
    person_id: str | None
    asked: frozenset[Asked]
    needed: frozenset[Asked]
    unsettled: frozenset[frozenset[Asked]]
    can_be_settled: bool

    def is_settled_by(self, some: frozenset[Asked]) -> bool:
        """Whether these answers settle it, whatever they are."""
        return self.needed <= some and some & self.asked not in self.unsettled


def with_questions(workspace: Workspace, found: Explanation, programme: str | None) -> Explanation:
    """An explanation with the shortest list of questions."""
    if not found.household:
        return found
    household_id = str(found.household["household_id"])
    person_id = str(found.person["person_id"]) if found.person else None
    return replace(found, questions=shortest_list(workspace, household_id, person_id, programme))


def shortest_list(
    workspace: Workspace, household_id: str, person_id: str | None, programme: str | None = None
) -> list[Row]:
    """The fewest questions after which no verdict is open that answers can close, in no order.

    Each has `person_id` (null: of the family), `fact`, `agency` to ask, and the `programmes` that
    wait for it. A verdict that no answer closes (a figure of the rule is missing) has a row without
    a fact.
    """
    book = book_now(workspace.project)
    rules = {checked.programme: checked for checked in book.rules}
    with asking(workspace, book) as (worlds, day):
        whom = {
            "household_id": household_id,
            "person_id": person_id,
            "programme": programme,
        }
        worlds.know_only(household_id)
        found = [
            each
            for programme_id, waiting in groupby(rows(worlds.db, OPEN, whom), _programme)
            for each in open_verdicts(worlds, rules[programme_id], list(waiting), day)
        ]
    listed = [
        {
            "person_id": who or None,
            "fact": fact,
            "agency": asked_of(book, "person" if who else "household", fact),
            "programmes": sorted(
                {each.programme_id for each in found if (who, fact) in each.asked}
            ),
        }
        for who, fact in sorted(fewest([each for each in found if each.can_be_settled]))
    ]
    return listed + [
        {
            "person_id": each.person_id,
            "fact": None,
            "agency": rules[each.programme_id].rule.owner,
            "programmes": [each.programme_id],
        }
        for each in found
        if not each.can_be_settled
    ]


def fewest(found: list[Open]) -> frozenset[Asked]:
    """The smallest set of questions that settles all; of equals the first by name.

    What no other question can stand in for is in every such set, so only the rest is searched.
    """
    needed = frozenset().union(*(each.needed for each in found))
    rest = sorted(frozenset().union(*(each.asked for each in found if each.unsettled)) - needed)
    for size in range(len(rest) + 1):
        for more in combinations(rest, size):
            some = needed | frozenset(more)
            if all(each.is_settled_by(some) for each in found):
                return some
    return needed | frozenset(rest)


def open_verdicts(
    worlds: Worlds, checked: CheckedRule, found: list[Row], day: object
) -> list[Open]:
    """Open verdicts of one programme with what settles each; all of them are judged together.

    First all questions and all but one, then those that are needed, then what is left.
    """
    tree = Tree(worlds, checked, answers_of(checked, worlds.words, day))
    asked = [dict(_questions(worlds, checked, row, tree.answers)) for row in found]
    whole = [frozenset(each) for each in asked]
    cases = [
        Case(at, some)
        for at, everything in enumerate(whole)
        for some in (everything, *(everything - {question} for question in asked[at]))
    ]
    settles = dict(zip(cases, tree.settled(found, asked, cases), strict=True))
    closed = [at for at, everything in enumerate(whole) if settles[Case(at, everything)]]
    needed = [
        frozenset(each for each in asked[at] if not settles[Case(at, everything - {each})])
        for at, everything in enumerate(whole)
    ]
    enough = tree.settled(found, asked, [Case(at, needed[at]) for at in closed])
    short = [at for at, is_enough in zip(closed, enough, strict=True) if not is_enough]
    more = [Case(at, some) for at in short for some in tree.between(needed[at], whole[at])]
    unsettled = [
        case
        for case, is_settled in zip(more, tree.settled(found, asked, more), strict=True)
        if not is_settled
    ]

    def of_whom(at: int, some: Questions) -> frozenset[Asked]:
        return frozenset(_whole(each, checked, found[at]) for each in some)

    return [
        Open(
            programme_id=checked.programme,
            person_id=row["person_id"] and str(row["person_id"]),
            asked=of_whom(at, whole[at]),
            needed=of_whom(at, needed[at]),
            unsettled=frozenset(of_whom(at, each.some) for each in unsettled if each.at == at),
            can_be_settled=at in closed,
        )
        for at, row in enumerate(found)
    ]


def _questions(
    worlds: Worlds, checked: CheckedRule, row: Row, answers: Answers
) -> Iterator[tuple[str, list[str]]]:
    """What can be asked for an open verdict, with the answers; of members each by their id."""
    for label in str(row["missing_facts"]).split(", "):
        if label not in answers:
            continue
        if not label.startswith(MEMBER):
            yield label, answers[label]
            continue
        members = worlds.db.execute(
            f"select person_id from {worlds.known('dim_person')}"
            f" where household_id = ? and {label.removeprefix(MEMBER)} is null order by all",
            [row["household_id"]],
        )
        for (person_id,) in members.fetchall():
            yield f"{label}#{person_id}", answers[label]


def _whole(question: str, checked: CheckedRule, row: Row) -> Asked:
    """A question with whom it is about."""
    label, _, member = question.partition("#")
    scope, _, name = label.rpartition(".")
    if member:
        return member, name
    is_of_person = scope == "" and checked.rule.unit == "person"
    return (str(row["person_id"]) if is_of_person else ""), name


def _programme(row: Row) -> str:
    """The programme of an open verdict."""
    return str(row["programme_id"])
