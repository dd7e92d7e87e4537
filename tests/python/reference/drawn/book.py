"""Whole rule files as plain data, of every kind of benefit."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import strategies as st

from drawn.condition import Draw, Words, condition

EPOCH = date(2024, 1, 1)
DAYS = st.integers(0, 700).map(lambda days: EPOCH + timedelta(days=days))
MONEY = st.sampled_from((0, 1, 2, 100_000, 750_001, 2**31, 2**53 + 1, 2**58 + 1))
FIGURES = {
    "integer": st.one_of(st.integers(0, 70), MONEY),
    "boolean": st.booleans(),
    "date": DAYS,
    "decimal": st.sampled_from((0.5, 1.25, 0.00001, 2.5)),
}
NAMES = {
    "threshold": "integer",
    "ceiling": "integer",
    "flag": "boolean",
    "first_day": "date",
    "rate": "decimal",
    "pay": "integer",
    "more_pay": "integer",
    "most": "integer",
}
PAYS = ("pay", "more_pay", "most")
SAYS = {"id": "Syarat.", "en": "A criterion."}
CITED = {"basis": "not known", "status": "assumed"}
Vocabulary = Mapping[str, Mapping[str, Mapping]]


@st.composite
def parameters(draw: Draw) -> dict:
    """Dated figures; some begin late, some end, some are without a value for a while."""
    found = {}
    for name, kind in NAMES.items():
        figure = {"pay": MONEY, "more_pay": MONEY, "most": st.integers(0, 3)}.get(
            name, FIGURES[kind]
        )
        days = sorted(draw(st.sets(DAYS, min_size=1, max_size=3)))
        if draw(st.booleans()):
            days = [date(2020, 1, 1), *days]
        values = {day: {"value": draw(figure), "status": "assumed", "source": "x"} for day in days}
        if len(days) > 1 and draw(st.integers(0, 3)) == 0:
            values[days[-1]] = None
        found[name] = {"unit": "units", "values": values}
    return found


def words_of(facts: Mapping[str, Mapping], unit: str) -> Words:
    """What the conditions of a rule may speak of."""
    names: dict[str, list[str]] = {"boolean": [], "integer": [], "text": [], "date": []}
    values = {}
    sources = [("", facts[unit])] + (
        [("household.", facts["household"])] if unit == "person" else []
    )
    for prefix, entries in sources:
        for name, each in entries.items():
            names[each["type"]].append(f"{prefix}{name}")
            values[f"{prefix}{name}"] = tuple(each.get("values", ()))
    for name, kind in NAMES.items():
        if name not in PAYS:
            names.setdefault(kind, []).append(f":{name}")
    return Words({kind: tuple(each) for kind, each in names.items()}, values)


@st.composite
def rule(draw: Draw, facts: Vocabulary, name: str) -> dict:
    """One rule file."""
    unit = draw(st.sampled_from(("person", "household")))
    words = alone = words_of(facts, unit)
    kind = draw(
        st.sampled_from(("flat", "tiered", "components" if unit == "household" else "tiered"))
    )
    benefit = draw({"flat": flat, "tiered": tiered, "components": components}[kind](facts, words))
    if kind == "components":
        booleans = (*words.names["boolean"], "has_component")
        words = Words({**words.names, "boolean": booleans}, words.values)
    starts = draw(st.sampled_from((date(2020, 1, 1), date(2024, 6, 30))))
    raw = {
        "programme": name,
        "title": SAYS,
        "owner": "kemensos",
        "level": "central",
        "unit": unit,
        "purpose": ["family_income"],
        "basis": "not known",
        "valid_from": starts,
        "valid_to": draw(st.none() | st.just(date(2025, 3, 1))),
        "parameters": draw(parameters()),
        "applies_to": draw(st.none() | condition(alone, 1).map(lambda text: text[0])),
        "criteria": {
            f"criterion_{at}": draw(criterion(words)) for at in range(draw(st.integers(1, 3)))
        },
        "benefit": benefit,
        "examples": [{"name": "one", "date": date(2024, 1, 1), "given": {}, "expect": {}}],
    }
    return {key: value for key, value in _used(raw).items() if value is not None}


def _used(raw: dict) -> dict:
    """The rule with only those parameters that something reads."""
    rest = str([raw[part] for part in ("applies_to", "criteria", "benefit")])
    kept = {name: each for name, each in raw["parameters"].items() if f":{name}" in rest}
    return {**raw, "parameters": kept or None}


@st.composite
def criterion(draw: Draw, words: Words) -> dict:
    """One criterion, with a condition or with branches."""
    found = {"says": SAYS, **CITED, "contestable": draw(st.booleans()), **draw(days())}
    if draw(st.integers(0, 2)):
        return {**found, "when": draw(condition(words, 3))[0]}
    branches = {
        f"branch_{at}": {"says": SAYS, "when": draw(condition(words, 1))[0]}
        for at in range(draw(st.integers(2, 3)))
    }
    return {**found, "any_of": branches}


@st.composite
def days(draw: Draw) -> dict:
    """No days of its own for most criteria; a first one, an end, or both for the others."""
    kind = draw(st.sampled_from((*("always",) * 5, "from", "to", "both")))
    first, last = draw(st.integers(0, 400)), draw(st.integers(401, 700))
    first, end = EPOCH + timedelta(days=first), EPOCH + timedelta(days=last)
    dated = {"from": first} if kind in ("from", "both") else {}
    return dated | ({"to": end} if kind in ("to", "both") else {})


PER = st.sampled_from(("month", "quarter", "semester", "year"))
AMOUNT = st.sampled_from(
    (
        ":pay",
        ":more_pay",
        ":pay + 1",
        ":pay * 3",
        "least(:pay, :more_pay)",
        ":more_pay * :rate",
        "0",
    )
)


@st.composite
def flat(draw: Draw, facts: Vocabulary, words: Words) -> dict:
    """The same for everyone; the largest figure of 64 bits may stand alone only."""
    money = [name for name in words.names["integer"] if "income" in name or "arrears" in name]
    amounts = AMOUNT | st.sampled_from([*money, "least(:pay, 9223372036854775807)"])
    return {"kind": "flat", "amount": draw(amounts), "per": draw(PER)}


@st.composite
def tiered(draw: Draw, facts: Vocabulary, words: Words) -> dict:
    """The first that matches."""
    tiers = {
        f"tier_{at}": {"when": draw(condition(words, 1))[0], "amount": draw(AMOUNT)}
        for at in range(draw(st.integers(1, 4)))
    }
    return {"kind": "tiered", "per": draw(PER), "tiers": tiers}


@st.composite
def components(draw: Draw, facts: Vocabulary, words: Words) -> dict:
    """By member."""
    of_member = words_of(facts, "person")
    parts = {
        f"part_{at}": {
            "says": SAYS,
            "when": draw(condition(of_member, 1))[0],
            "amount": draw(AMOUNT),
            **CITED,
        }
        for at in range(draw(st.integers(1, 3)))
    }
    people = draw(st.none() | condition(of_member, 1).map(lambda text: text[0]))
    most = draw(st.sampled_from((":most", "2", ":most + 1")))
    found = {"kind": "components", "per": draw(PER), "people": people, "max_people": most}
    return {key: each for key, each in found.items() if each is not None} | {"components": parts}
