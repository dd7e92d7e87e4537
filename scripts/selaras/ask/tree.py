"""Every way to answer questions on open verdicts, followed until they are settled."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from selaras.ask.answers import Answers
from selaras.ask.worlds import WORLD, Worlds
from selaras.errors import ExitCode, Refusal
from selaras.rules.check.book import CheckedRule
from selaras.warehouse import Row

MOST_WORLDS = 50_000
MOST_OPTIONAL = 10  # questions that can stand in for each other, of which all sets are tried
FILL = """
    insert into world
    select cast(told.at as varchar), told.household, told.person, map(told.keys, told.given)
    from (
        select
            unnest(
                from_json(
                    $told,
                    '[{"at": "INTEGER", "household": "VARCHAR", "person": "VARCHAR",
                    "keys": ["VARCHAR"], "given": ["VARCHAR"]}]'
                )
            ) as told
    )
"""
UNSETTLED = "select cast(world_id as integer) from outcome where verdict = 'undetermined'"
Questions = frozenset[str]
World = tuple[int, dict[str, str]]  # a case by its position, and some answers


@dataclass(frozen=True)
class Case:
    """Some questions on one of several open verdicts, by its position."""

    at: int
    some: Questions


@dataclass(frozen=True)
class Tree:
    """Every way to answer questions on open verdicts, followed until they are settled."""

    worlds: Worlds
    checked: CheckedRule
    answers: Answers

    def between(self, needed: Questions, everything: Questions) -> Iterator[Questions]:
        """Every set of questions with those needed and not all others; Refusal for too many."""
        rest = sorted(everything - needed)
        if len(rest) > MOST_OPTIONAL:
            raise self._too_many()
        for size in range(len(rest)):
            yield from (needed | frozenset(more) for more in combinations(rest, size))

    def settled(
        self, found: list[Row], asked: list[dict[str, list[str]]], cases: list[Case]
    ) -> list[bool]:
        """Whether each set of questions settles its verdict whatever the answers are.

        More answers never open a verdict again, so only worlds that are open get the next one; all
        cases are judged at once, question by question.
        """
        still: list[World] = [(place, {}) for place in range(len(cases))]
        for turn in range(max(map(len, asked), default=0)):
            kept, tried = [], []
            for place, world in still:
                case = cases[place]
                question = next(islice(asked[case.at], turn, None), None)
                if question not in case.some:
                    kept.append((place, world))
                    continue
                values = asked[case.at][question]
                tried += [(place, world | {question: value}) for value in values]
            counts = Counter(cases[place].at for place, _ in tried)
            if counts and max(counts.values()) > MOST_WORLDS:
                raise self._too_many()
            rows = [found[cases[place].at] for place, _ in tried]
            still = kept + [tried[at] for at in self._open(tried, rows)]
        open_cases = {place for place, _ in still}
        return [place not in open_cases for place in range(len(cases))]

    def _open(self, tried: list[World], rows: list[Row]) -> list[int]:
        """Which of some worlds are undetermined, by position; so many are judged at once."""
        found: list[int] = []
        for start in range(0, len(tried), MOST_WORLDS):
            told = [
                {
                    "at": at,
                    "household": rows[at]["household_id"],
                    "person": rows[at]["person_id"],
                    "keys": list(tried[at][1]),
                    "given": list(tried[at][1].values()),
                }
                for at in range(start, min(start + MOST_WORLDS, len(tried)))
            ]
            self.worlds.db.execute(WORLD)
            self.worlds.db.execute(FILL, {"told": json.dumps(told)})
            self.worlds.judge(self.checked, self.answers)
            found += [at for (at,) in self.worlds.db.execute(UNSETTLED).fetchall()]
        return found

    def _too_many(self) -> Refusal:
        """There are too many ways to answer."""
        programme = self.checked.programme
        return Refusal(ExitCode.INPUT_REFUSED, "ask.too_many", programme=programme)
