"""The shortest list of questions that settles all open verdicts of one family."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import z3

from selaras.ask.answers import MEMBER, asked_of
from selaras.explain import Explanation
from selaras.least_change.someone import HOUSEHOLD, Facts, Someone, met, named
from selaras.rules.check.book import Book
from selaras.rules.differences.history import book_now
from selaras.rules.prove.terms import Truth
from selaras.rules.prove.world import Key
from selaras.warehouse import Row
from selaras.workspace import Workspace

Asked = tuple[str, str]  # of whom (empty for the family) and which fact
Questions = frozenset[Asked]


@dataclass
class Open:
    """An open verdict, what can be asked for it, and whether answers settle it.

    `is_proven` says whether the solver came to an end each time; where it did not, the answers
    count as if they left the verdict open.
    """

    judged: Row
    who: Someone
    verdict: Truth
    keys: dict[Asked, Key]
    is_proven: bool = True
    tried: dict[Questions, bool] = field(default_factory=dict)

    @property
    def asked(self) -> Questions:
        """What can be asked for it."""
        return frozenset(self.keys)

    def is_settled_by(self, some: Questions) -> bool:
        """Whether the answers to some questions settle it, whatever they are."""
        some &= self.asked
        if some not in self.tried:
            told = {self.keys[each] for each in some}
            solver, facts = self.who.world.solver, self.who.world.facts
            solver.push()
            solver.add(z3.Not(self.verdict.known))
            for key in self.who.known:
                solver.add(facts[key].known if key in told else self.who.is_so(key))
            found = solver.check()
            solver.pop()
            self.is_proven &= found != z3.unknown
            self.tried[some] = found == z3.unsat
        return self.tried[some]

    def lacks(self, some: Questions, among: Questions) -> Questions:
        """Of those among which one chooses: one of these has to be asked as well."""
        others = among & self.asked
        for each in sorted(others - some):
            if not self.is_settled_by(some | {each}):
                some |= {each}
        return others - some


def with_questions(workspace: Workspace, found: Explanation) -> Explanation:
    """An explanation with the shortest list of questions for the verdicts in it."""
    if not found.household:
        return found
    book = book_now(workspace.project)
    judged = [each.judged for each in found.verdicts]
    people = {str(each["person_id"]): each for each in found.members}
    return replace(
        found, questions=shortest_list(open_verdicts(judged, found.household, people, book), book)
    )


def open_verdicts(
    judged: Iterable[Row], household: Facts, members: Mapping[str, Facts], book: Book
) -> list[Open]:
    """The open ones of some verdicts on a family and its members, rows of fct_eligibility.

    Those of a programme that the rule book does not have are left out.
    `household` is the row of dim_household, `members` are those of dim_person by person_id.
    """
    rules = {checked.programme: checked for checked in book.rules}
    found = []
    for row in judged:
        checked = rules.get(str(row["programme_id"]))
        if checked and row["verdict"] == "undetermined":
            who, verdict = met(row, household, members, checked, book.vocabulary)
            found.append(Open(row, who, verdict, dict(_questions(row, who))))
    return found


def shortest_list(found: list[Open], book: Book) -> list[Row]:
    """The fewest questions after which no verdict is open that answers can close, in no order.

    Each has `person_id` (null: of the family), `fact`, `agency` to ask, the `programmes` that
    wait for it, and `is_proven`: whether the list is shown to be the shortest. A verdict that no
    answer closes (a figure of the rule is missing) has a row without a fact.
    """
    closing = [each for each in found if each.is_settled_by(each.asked)]
    listed = [
        {
            "person_id": who or None,
            "fact": fact,
            "agency": asked_of(book, "person" if who else HOUSEHOLD, fact),
            "programmes": sorted(
                {str(each.judged["programme_id"]) for each in found if (who, fact) in each.asked}
            ),
        }
        for who, fact in sorted(fewest(closing))
    ]
    owners = {checked.programme: checked.rule.owner for checked in book.rules}
    listed += [
        {
            "person_id": each.judged["person_id"],
            "fact": None,
            "agency": owners[str(each.judged["programme_id"])],
            "programmes": [each.judged["programme_id"]],
        }
        for each in found
        if each not in closing
    ]
    is_proven = all(each.is_proven for each in found)
    return [row | {"is_proven": is_proven} for row in listed]


def fewest(found: list[Open], among: Questions | None = None) -> Questions:
    """The smallest set of questions that settles all; of equals the first by name.

    Each of `found` is settled by all questions together, or by all of those `among` which one
    chooses. Whatever leaves a verdict open tells that one of the others has to be asked; the
    smallest set with one of each is tried, until it leaves none open.
    """
    among = frozenset().union(*(each.asked for each in found)) if among is None else among
    needed: list[Questions] = []
    while True:
        some = _smallest(needed)
        open_ones = [each for each in found if not each.is_settled_by(some)]
        if not open_ones:
            return some
        needed += [each.lacks(some, among) for each in open_ones]


def _smallest(needed: list[Questions]) -> Questions:
    """The smallest set with a question of each; of equals the first by name."""
    marks = {each: z3.Bool("/".join(each)) for each in sorted(frozenset().union(*needed))}
    if not marks:
        return frozenset()
    solver = z3.Solver()
    for choice in needed:
        solver.add(z3.Or([marks[each] for each in sorted(choice)]))
    counted = [(each, 1) for each in marks.values()]
    size = next(
        size for size in range(1, len(marks) + 1) if solver.check(z3.PbLe(counted, size)) == z3.sat
    )
    solver.add(z3.PbLe(counted, size))
    chosen = set()
    for each, mark in marks.items():
        if solver.check(mark) == z3.sat:
            solver.add(mark)
            chosen.add(each)
    return frozenset(chosen)


def _questions(judged: Row, who: Someone) -> Iterable[tuple[Asked, Key]]:
    """What can be asked for an open verdict; of members each by their id."""
    missing = set(named(judged["missing_facts"]))
    for key, value in who.known.items():
        of_whom, name = key
        if value is None and _label(key, who.world.checked.rule.unit) in missing:
            whose = "" if of_whom == HOUSEHOLD else str(judged["person_id"] or of_whom)
            yield (whose, name), key


def _label(key: Key, unit: str) -> str:
    """What `missing_facts` calls a fact."""
    of_whom, name = key
    if of_whom == unit:
        return name
    return f"{HOUSEHOLD}.{name}" if of_whom == HOUSEHOLD else f"{MEMBER}{name}"
