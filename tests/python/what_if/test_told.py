"""No small count can be worked out of a page: not from sums, rupiah, or one reform taken from two.

Whoever attacks knows what can become of somebody (the reforms are public), every figure of the
page, and that nobody is counted below nought. Groups are drawn at random.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from random import Random

import duckdb
import pyarrow
import pytest
import z3

from selaras.disclosure.read import Limits
from selaras.what_if.told import lay_told

SMALLEST, WIDTH = 10, 8
# What becomes of somebody in each scenario: effect, and by how many times 50,000 rupiah a month.
# Of the second reform alone only few gain, so that both together less the first would tell them.
PROFILES = (
    {"a": ("rises", 1), "a__b": ("rises", 1)},
    {"a": ("rises", 2), "a__b": ("rises", 2)},
    {"b": ("gains", 6), "a__b": ("gains", 7)},
    {"a": ("loses", -6), "a__b": ("loses", -6)},
    {"a": ("loses", -6)},
    {"a": ("rises", 1), "b": ("rises", 1), "a__b": ("rises", 2)},
    {"a": ("gains", 6), "b": ("falls", -1), "a__b": ("gains", 5)},
)
SIZES = (2, 9, 30, 120, 400, 400)
GROUPS = {
    "decile": ["1", "2", "3", "4", "unknown"],
    "city": ["3171", "3172", "3173", "unknown"],
    "family_size": ["1", "2", "3", "4", "9"],
    "sex": ["male", "female", "unknown"],
    "age_group": ["19-59", "60+"],
    "disability": ["true", "false", "unknown"],
}
UNIT = 12 * 50_000
SEEDS = range(6)
Figures = dict[tuple, int]


@dataclass(frozen=True)
class Somebody:
    """Somebody who changes: what becomes of them, and the group of each dimension."""

    profile: int
    groups: dict[str, str]

    def places(self) -> Iterator[tuple[str, str]]:
        """All, and each group they are in."""
        yield "all", "all"
        yield from self.groups.items()


def town(seed: int) -> list[Somebody]:
    """People of each profile, some few and some many, unevenly over the groups."""
    draw = Random(seed)
    return [
        Somebody(
            profile,
            {
                name: draw.choices(some, [4 ** draw.random() / 4**at for at in range(len(some))])[0]
                for name, some in GROUPS.items()
            },
        )
        for profile in range(len(PROFILES))
        for _ in range(draw.choice(SIZES))
    ]


def told_of(people: list[Somebody]) -> tuple[Figures, Figures]:
    """What the page tells of them: units, and rupiah in units of 50,000 a month, by cell."""
    changed = [
        {
            "scenario": scenario,
            "programme_id": "aid",
            "unit": "person",
            "person_id": f"p{at}",
            "household_id": "h",
            "effect": effect,
            "certain_before": 1_000_000,
            "certain_after": 1_000_000 + times * 50_000,
            **each.groups,
        }
        for at, each in enumerate(people)
        for scenario, (effect, times) in PROFILES[each.profile].items()
    ]
    with closing(duckdb.connect()) as db:
        db.register("changed", pyarrow.Table.from_pylist(changed))
        told = lay_told(db, Limits(SMALLEST, WIDTH))
    units, amounts = {}, {}
    for row in told["told_step"]:
        cell = ("effect", row["scenario"], row["effect"], "all", "all")
        units[cell], amounts[cell] = row["units"], row["amount"] // UNIT
    for row in told["told_group"]:
        cell = (
            *("direction", row["scenario"], row["direction"]),
            *(row["dimension"], row["grouping"]),
        )
        units[cell], amounts[cell] = row["units"], row["amount"] // UNIT
    return units, amounts


def naive(people: list[Somebody]) -> tuple[Figures, Figures]:
    """What would be told if only the small counts were hidden."""
    units: Counter = Counter()
    amounts: Counter = Counter()
    for each in people:
        for scenario, (effect, times) in PROFILES[each.profile].items():
            direction = "more" if times > 0 else "less"
            for dimension, group in each.places():
                is_all = dimension == "all"
                kind = (
                    ("effect", scenario, effect) if is_all else ("direction", scenario, direction)
                )
                units[(*kind, dimension, group)] += 1
                amounts[(*kind, dimension, group)] += times
    kept = {cell: count for cell, count in units.items() if count >= SMALLEST}
    return kept, {cell: amounts[cell] for cell in kept}


def is_in(cell: tuple, profile: int) -> bool:
    """Whether people of a profile are counted in a cell."""
    kind, scenario, what, *_ = cell
    effect, times = PROFILES[profile].get(scenario, (None, 0))
    if kind == "effect":
        return effect == what
    return times != 0 and (times > 0) == (what == "more")


def worked_out(people: list[Somebody], told: tuple[Figures, Figures]) -> list[tuple]:
    """The small counts that are bounded too closely by what is told."""
    places = [("all", "all"), *((name, each) for name, some in GROUPS.items() for each in some)]
    count = {
        (profile, *place): z3.Real(f"{profile}/{'/'.join(place)}")
        for profile in range(len(PROFILES))
        for place in places
    }
    solver = z3.Solver()
    solver.add([each >= 0 for each in count.values()])
    for profile in range(len(PROFILES)):
        for name, some in GROUPS.items():
            parts = [count[profile, name, each] for each in some]
            solver.add(count[profile, "all", "all"] == z3.Sum(parts))
    for figures, is_money in zip(told, (False, True), strict=True):
        for cell, figure in figures.items():
            inside = [profile for profile in range(len(PROFILES)) if is_in(cell, profile)]
            weights = [PROFILES[each][cell[1]][1] if is_money else 1 for each in inside]
            parts = [
                weight * count[each, cell[3], cell[4]]
                for weight, each in zip(weights, inside, strict=True)
            ]
            solver.add(z3.Sum(parts) == figure)
    assert solver.check() == z3.sat
    true = Counter((each.profile, *place) for each in people for place in each.places())
    return [
        secret
        for secret, parts in secrets(true)
        if not _is_in_doubt(solver, z3.Sum([count[each] for each in parts]))
    ]


def secrets(true: Counter) -> Iterator[tuple[tuple, list[tuple]]]:
    """What nobody may learn: each small count of a profile, of an effect and of a direction."""
    kinds = [(("profile", str(each), ""), [each]) for each in range(len(PROFILES))]
    for scenario in ("a", "b", "a__b"):
        for name in ("effect", "direction"):
            for what in ("gains", "loses", "rises", "falls", "more", "less"):
                cell = (name, scenario, what)
                inside = [each for each in range(len(PROFILES)) if is_in(cell, each)]
                kinds += [(cell, inside)] if inside else []
    for place in sorted({key[1:] for key in true}):
        for kind, inside in kinds:
            parts = [(each, *place) for each in inside]
            if 0 < sum(true[each] for each in parts) < SMALLEST:
                yield (*kind, *place), parts


def _is_in_doubt(solver: z3.Solver, figure: z3.ArithRef) -> bool:
    """Whether a figure may be as far apart as it must be: nought and the width, or more."""
    return all(solver.check(bound) == z3.sat for bound in (figure <= 0, figure >= WIDTH))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_small_count_is_worked_out(seed: int) -> None:
    people = town(seed)
    told = told_of(people)
    assert all(count >= SMALLEST for count in told[0].values())
    assert worked_out(people, told) == []
    plain = naive(people)
    assert {cell: plain[0][cell] for cell in told[0]} == told[0]
    assert {cell: plain[1][cell] for cell in told[1]} == told[1]


def test_whoever_attacks_would_work_it_out_if_only_small_counts_were_hidden() -> None:
    assert all(worked_out(people, naive(people)) for people in map(town, SEEDS))


def test_what_is_large_is_told() -> None:
    told = [set(told_of(town(seed))[0]) for seed in SEEDS]
    assert sum(map(len, told)) > 100
    scenarios = {scenario for cells in told for _, scenario, *_ in cells}
    assert scenarios == {"a", "b", "a__b"}
