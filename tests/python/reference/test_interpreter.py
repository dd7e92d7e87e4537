"""The reference interpreter itself: the truth tables, and every example of the rule book."""

from fractions import Fraction
from pathlib import Path

import pytest
from interpreter.judging import judge
from interpreter.language import parse
from interpreter.logic import evaluate
from interpreter.rule import Rule, Unit, load

from selaras.workspace import PROJECT

HERE = Path(__file__).parent
SHARED = ("entitlements", "linkage", "overlaps", "programmes", "vocabulary")


def in_full(examples: list[dict]) -> list[dict]:
    """Each example with what it takes from the one it is like; a fact that is null is unknown."""
    by_name = {each["name"]: each for each in examples}

    def whole(example: dict) -> dict:
        if "like" not in example:
            return example
        base = whole(by_name[example["like"]])
        return {**base, **example, "given": {**base["given"], **example.get("given", {})}}

    return [whole(each) for each in examples]


RULES = [
    load(path) for path in sorted((PROJECT / "rules").glob("*.yml")) if path.stem not in SHARED
]
EXAMPLES = [
    pytest.param(rule, each, id=f"{rule.raw['programme']}: {each['name']}")
    for rule in RULES
    for each in in_full(rule.raw["examples"])
]
UNKNOWN = {"a": True, "b": None, "n": 3}
WORTH = {
    "a and b": None,
    "a or b": True,
    "not b": None,
    "b and not a": False,
    "b = b": None,
    "b is null": True,
    "not a = b": None,
    "not a and b or a": True,
    "1 + 2 * n = 7": True,
    "n - 1 - 1 = 1": True,
    "-n + 4 = 1": True,
    "n between 1 and b": None,
    "n between 4 and b": False,
    "n not between 1 and 3": False,
    "n in (1, 3)": True,
    "n in (1, b)": None,
    "n in (3, b)": True,
    "n not in (1, 2)": True,
    "least(n, b)": None,
    "greatest(n, 5)": 5,
    "case when b then 1 else 2 end": None,
    "case when a then 1 when b then 3 else 2 end": 1,
    "case n when 3 then 1 end": 1,
    "case when not a then 1 end": None,
    "'it''s' = 'it''s'": True,
    "date '2025-01-01' < date '2025-01-02'": True,
    "0.5 * n": Fraction(3, 2),
    "n <> 3": False,
}


@pytest.mark.parametrize("text", WORTH)
def test_a_condition_is_worth_what_the_truth_tables_say(text: str) -> None:
    found = evaluate(parse(text), lambda _, name: UNKNOWN[name])
    assert found == WORTH[text] and type(found) is type(WORTH[text])


@pytest.mark.parametrize("text", ["a b", "a and", "(a", "a = ", "a; b", "f(a)", "a in ()", '"a"'])
def test_what_is_not_in_the_language_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse(text)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_example_of_the_rule_book_holds(rule: Rule, example: dict) -> None:
    unit = Unit(
        day=example["date"],
        facts=example["given"],
        members=tuple(example.get("members", ())),
        is_enrolled=example.get("enrolled", False),
        objections=frozenset(example.get("objections", ())),
    )
    found, expect = judge(rule, unit), example["expect"]
    assert (found is not None) == expect.get("judged", True)
    if found:
        answer = {
            "verdict": found.verdict,
            "unmet": sorted(found.unmet),
            "unknown": sorted(found.unknown),
            "missing": sorted(found.missing),
            "monthly_amount": found.entitled,
            "possible_amount": found.possible,
        }
        wanted = {
            name: sorted(value) if isinstance(value, list) else value
            for name, value in expect.items()
        }
        assert {name: answer[name] for name in wanted if name != "judged"} == {
            name: value for name, value in wanted.items() if name != "judged"
        }


def test_the_interpreter_shares_nothing_with_the_compiler() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (HERE / "interpreter").glob("*.py")]
    lines = [line for text in texts for line in text.splitlines() if "import" in line.split(" ")]
    assert lines and not [line for line in lines if "selaras" in line or "sqlglot" in line]
