"""The overlap models find what the reference interpreter finds, and count money once."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import yaml
from budget import counting, tries
from drawn.overlaps import PROGRAMMES, TODAY, lists, overlap
from hypothesis import given
from hypothesis import strategies as st
from interpreter.money import counted
from interpreter.overlap import EMPLOYMENT, groups
from met import answered, counted_in, differing, expected, seed_of, warehouse
from project import KEPT, aid, vocabulary, write_project

from selaras.rules.compiler import compile_rules
from selaras.workspace import PROJECT

FACTS = vocabulary(KEPT)
FAMILIES = 25
WEEK = timedelta(days=7)
Rules = dict[str, dict]


def compiled(rules: Rules) -> str:
    """The seed of some overlap rules."""
    with TemporaryDirectory() as folder:
        write_project(Path(folder), FACTS, [aid()], rules, PROGRAMMES)
        return seed_of(compile_rules(Path(folder)))


def drawn_rules(size: int) -> st.SearchStrategy[Rules]:
    """A book of overlap rules."""
    return st.lists(overlap(), min_size=size, max_size=size).map(
        lambda found: {f"overlap_{at}": each for at, each in enumerate(found)}
    )


@tries(12)
@given(rules=drawn_rules(12), seed=st.integers(0, 2**32))
def test_drawn_overlap_rules_find_what_they_say(rules: Rules, seed: int) -> None:
    enrolments, people = lists(FAMILIES, Random(seed))
    with counting("cases of overlap rules", len(rules) * FAMILIES):
        db = warehouse(compiled(rules), enrolments, people, TODAY)
        right = expected(rules, enrolments, people, TODAY)
        wrong = list(differing(answered(db), right))
    assert not wrong, "\n".join([*wrong[:3], str(rules)])
    assert counted_in(db) == counted(right[0])


def identities(seed: str, enrolments: list, people: list, today: object) -> dict:
    """The id of every finding and gap by what it is about."""
    db = warehouse(seed, enrolments, people, today)
    about = "rule_id, person_id, household_id, programme_id, other_programme_id, period"
    found = db.execute(f"select {about}, finding_id from finding").fetchall()
    gaps = "select rule_id, person_id, case when person_id is null then household_id end, gap_id"
    rows = found + db.execute(f"{gaps} from gap").fetchall()
    ids = {row[:-1]: row[-1] for row in rows}
    assert len(set(ids.values())) == len(ids) == len(rows)
    return ids


@tries(3)
@given(rules=drawn_rules(8), seed=st.integers(0, 2**32))
def test_a_finding_has_the_same_id_in_the_next_week(rules: Rules, seed: int) -> None:
    book, random = compiled(rules), Random(seed)
    enrolments, people = lists(FAMILIES, random)
    later = [
        replace(each, id=f"later_{each.id}", amount=random.choice((None, 1))) for each in enrolments
    ]
    random.shuffle(later)
    first = identities(book, enrolments, people, TODAY)
    second = identities(book, later, people, TODAY + WEEK)
    same = first.keys() & second.keys()
    assert {key: first[key] for key in same} == {key: second[key] for key in same}


def test_the_overlap_rules_of_the_project_find_what_they_say() -> None:
    text = (PROJECT / "rules/overlaps.yml").read_text(encoding="utf-8")
    rules = yaml.safe_load(text)["overlaps"]
    enrolments, people = [], []
    for name, each in rules.items():
        random = Random(name)
        found = lists(20, random, listed_sides(each), 7, f"_{name}_")
        enrolments += found[0]
        people += found[1]
    db = warehouse(seed_of(compile_rules(PROJECT)), enrolments, people, TODAY)
    right = expected(rules, enrolments, people, TODAY)
    met = {each.rule for each in right[0]} | {rule for rule, _ in right[1]}
    in_force = {
        name
        for name, each in rules.items()
        if each["kind"] != "complement" and not each.get("valid_to")
    }
    assert in_force <= met
    assert not list(differing(answered(db), right))
    assert counted_in(db) == counted(right[0])


def listed_sides(rule: dict) -> list[str]:
    """Every side of a rule that is a list."""
    return [side for group in groups(rule) for side in group if side != EMPLOYMENT]
