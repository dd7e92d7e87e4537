"""Overlap rules of every kind, and families on lists that may meet under them."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st
from interpreter.overlap import Enrolment, Person

from drawn.book import CITED, SAYS

TODAY = date(2025, 10, 24)
PARTS = ("elderly", "primary")
PROGRAMMES = ("aid_a", "aid_b", "aid_c", "aid_d")
LISTED = (*PROGRAMMES[1:], *(f"aid_a:{part}" for part in PARTS))
SIDES = (*LISTED, "formal_employment")
PAIRED = ("exclusive", "same_purpose", "conditional", "segment", "sequential", "info")
DAYS = st.sampled_from([TODAY + timedelta(days=days) for days in (-90, -31, -1, 0, 1, 2, 60)])
AMOUNTS = (None, 0, 200_000, 300_000, 300_001, 2**53 + 1, 2**57 + 1)
METHODS = ("exact", "exact", "repaired", "decided", "scored", "unmatched")


@st.composite
def overlap(draw: st.DrawFn) -> dict:
    """One overlap rule."""
    kind = draw(st.sampled_from((*PAIRED, "complement", "cap", "info limit", "exclusive")))
    sides = list(SIDES) if draw(st.booleans()) else ["aid_a", *SIDES[:3]]
    sides = draw(st.permutations(sides))[: draw(st.integers(2, 4))]
    valid_from = draw(DAYS)
    rule = {
        "kind": kind.removesuffix(" limit"),
        "scope": draw(st.sampled_from(("person", "household"))),
        "between": sides,
        "valid_from": valid_from,
        "says": SAYS,
        **CITED,
    }
    if ends := draw(st.none() | st.sampled_from((1, 31, 90))):
        rule["valid_to"] = valid_from + timedelta(days=ends)
    programmes = sorted({side.partition(":")[0] for side in sides})
    if kind in ("cap", "info limit"):
        counts = draw(st.sampled_from(("people", "rupiah")))
        values = (0, 1, 2) if counts == "people" else (0, 300_000, 600_000, 2**53 + 1)
        limit = {"value": draw(st.sampled_from(values)), "counts": counts}
        return {**rule, "at_most": {**limit, "status": "assumed", "source": "x"}}
    if len(sides) > 2 and draw(st.booleans()):
        rule["between"] = [sides[:2], *sides[2:]]
    if kind == "conditional":
        rule |= {"allowed_if": "has_debit_letter", "scope": "person"}
    if kind == "complement" and len(programmes) > 1:
        rule["expects"] = draw(st.sampled_from(programmes))
    elif kind != "complement" and draw(st.booleans()):
        rule["keep"] = draw(st.sampled_from(programmes))
    return rule


def lists(
    families: int, random: Random, sides: Sequence[str] = LISTED, members: int = 3, mark: str = ""
) -> tuple[list[Enrolment], list[Person]]:
    """People and what they are on, with unknowns; some stand on lists of no known family.

    `mark` keeps the ids apart from those of other lists.
    """
    people, enrolments = [], []
    for at in range(families):
        for place in range(random.randint(1, members)):
            home = f"h{mark}{at}" if random.random() < 0.9 else None
            values = [random.choice((True, False, None)) for _ in range(4)]
            people.append(Person(f"p{mark}{at}_{place}", home, *values))
    for person in people:
        for _ in range(random.randint(0, 4)):
            enrolments.append(
                _enrolment(f"e{mark}{len(enrolments)}", person, random.choice(sides), random)
            )
    return enrolments, people


def _enrolment(name: str, person: Person, side: str, random: Random) -> Enrolment:
    """One line of a list."""
    programme, _, component = side.partition(":")
    starts = TODAY + timedelta(days=random.choice((-90, -31, -1, 0, 1, 30)))
    ends = None if random.random() < 0.3 else starts + timedelta(days=random.choice((1, 31, 90)))
    return Enrolment(
        id=name,
        programme=programme,
        component=component or None,
        person=person.id if random.random() < 0.9 else None,
        household=person.household,
        amount=random.choice(AMOUNTS),
        starts_on=starts,
        ends_on=ends,
        status=random.choice(("active", "active", "active", "cancelled", None)),
        method=random.choice(METHODS),
    )
