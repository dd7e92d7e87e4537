"""The shortest list of questions that settles all open verdicts of one family."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from selaras.ask.answers import MEMBER, Answers, answers_of, asked_of
from selaras.ask.everyone import asking
from selaras.ask.worlds import WORLD, Worlds
from selaras.errors import ExitCode, Refusal
from selaras.explain import Explanation
from selaras.rules.check.book import CheckedRule
from selaras.rules.differences.history import book_now
from selaras.warehouse import Row, rows
from selaras.workspace import Workspace

MOST_WORLDS = 50_000
MOST_OPTIONAL = 10  # questions that can stand in for each other, of which all sets are tried
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
FILL = """
    insert into world
    select cast(told.at as varchar), $household_id, $person_id, map(told.keys, told.given)
    from (
        select
            unnest(
                from_json($told, '[{"at": "INTEGER", "keys": ["VARCHAR"], "given": ["VARCHAR"]}]')
            ) as told
    )
"""
UNSETTLED = "select cast(world_id as integer) from outcome where verdict = 'undetermined'"
Questions = frozenset[str]
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
        found = [
            open_verdict(worlds, rules[str(row["programme_id"])], row, day)
            for row in rows(worlds.db, OPEN, whom)
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


def open_verdict(worlds: Worlds, checked: CheckedRule, row: Row, day: object) -> Open:
    """An open verdict with what settles it: all questions, all but one, then what is left."""
    tree = Tree(worlds, checked, row, answers_of(checked, worlds.words, day))
    asked = dict(_questions(worlds, checked, row, tree.answers))
    everything = frozenset(asked)
    is_settled, *without = tree.settled(
        asked, [everything, *(everything - {question} for question in asked)]
    )
    needed = frozenset(each for each, settles in zip(asked, without, strict=True) if not settles)
    unsettled: list[Questions] = []
    if is_settled and not tree.settled(asked, [needed])[0]:
        rest = sorted(everything - needed)
        if len(rest) > MOST_OPTIONAL:
            raise Refusal(ExitCode.INPUT_REFUSED, "ask.too_many", programme=checked.programme)
        some = [
            needed | frozenset(more)
            for size in range(len(rest))
            for more in combinations(rest, size)
        ]
        settles = tree.settled(asked, some)
        unsettled = [each for each, holds in zip(some, settles, strict=True) if not holds]
    whole = {question: _whole(question, checked, row) for question in asked}

    def of_whom(some: Questions) -> frozenset[Asked]:
        return frozenset(whole[each] for each in some)

    return Open(
        programme_id=checked.programme,
        person_id=row["person_id"] and str(row["person_id"]),
        asked=of_whom(everything),
        needed=of_whom(needed),
        unsettled=frozenset(map(of_whom, unsettled)),
        can_be_settled=is_settled,
    )


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
            "select person_id from selaras.conformed.dim_person"
            f" where household_id = ? and {label.removeprefix(MEMBER)} is null order by all",
            [row["household_id"]],
        )
        for (person_id,) in members.fetchall():
            yield f"{label}#{person_id}", answers[label]


@dataclass(frozen=True)
class Tree:
    """Every way to answer questions on one open verdict, followed until it is settled."""

    worlds: Worlds
    checked: CheckedRule
    row: Row
    answers: Answers

    def settled(self, asked: dict[str, list[str]], sets: list[Questions]) -> list[bool]:
        """Whether each set of questions settles the verdict whatever the answers are.

        More answers never open a verdict again, so only worlds that are open get the next one; all
        sets are judged at once, question by question.
        """
        still: list[tuple[int, dict[str, str]]] = [(at, {}) for at in range(len(sets))]
        for question, values in asked.items():
            kept = [(at, world) for at, world in still if question not in sets[at]]
            tried = [
                (at, world | {question: value})
                for at, world in still
                if question in sets[at]
                for value in values
            ]
            still = kept + [tried[at] for at in self._open(tried)]
        open_sets = {at for at, _ in still}
        return [at not in open_sets for at in range(len(sets))]

    def _open(self, tried: list[tuple[int, dict[str, str]]]) -> list[int]:
        """Which of some worlds are undetermined, by position."""
        if len(tried) > MOST_WORLDS:
            programme = self.checked.programme
            raise Refusal(ExitCode.INPUT_REFUSED, "ask.too_many", programme=programme)
        if not tried:
            return []
        told = [
            {"at": at, "keys": list(world), "given": list(world.values())}
            for at, (_, world) in enumerate(tried)
        ]
        self.worlds.db.execute(WORLD)
        self.worlds.db.execute(
            FILL,
            {
                "household_id": self.row["household_id"],
                "person_id": self.row["person_id"],
                "told": json.dumps(told),
            },
        )
        self.worlds.judge(self.checked, self.answers)
        return [at for (at,) in self.worlds.db.execute(UNSETTLED).fetchall()]


def _whole(question: str, checked: CheckedRule, row: Row) -> Asked:
    """A question with whom it is about."""
    label, _, member = question.partition("#")
    scope, _, name = label.rpartition(".")
    if member:
        return member, name
    is_of_person = scope == "" and checked.rule.unit == "person"
    return (str(row["person_id"]) if is_of_person else ""), name
