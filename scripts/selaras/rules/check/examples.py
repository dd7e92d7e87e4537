"""Whether examples speak of facts, people, sides and criteria that exist."""

import re
from collections.abc import Mapping

from selaras.rules.check.types import type_of_value
from selaras.rules.check.vocabulary import Anything
from selaras.rules.grammar.overlaps import Overlap
from selaras.rules.grammar.register import FactEntry, VocabularyBook
from selaras.rules.grammar.rule import Components, Rule
from selaras.rules.read.problems import Problems, nearest
from selaras.rules.read.source import KEY, Source

SLUG_LENGTH = 100
ENROLLED_ONLY = "is_in_force"


def slug(name: str) -> str:
    """The name of an example as part of the name of a test."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:SLUG_LENGTH]


def example_facts(rule: Rule, vocabulary: VocabularyBook) -> Mapping[str, FactEntry]:
    """What `given` may name, as it is written there."""
    if rule.unit == "household" or isinstance(vocabulary.household, Anything):
        return vocabulary.household
    of_household = {f"household.{name}": each for name, each in vocabulary.household.items()}
    return {**vocabulary.person, **of_household}


def check_examples(
    rule: Rule, source: Source, vocabulary: VocabularyBook, problems: Problems
) -> None:
    """Every name in an example exists, every value is of the fact's type, no name twice."""
    names = [slug(example.name) for example in rule.examples]
    facts = example_facts(rule, vocabulary)
    for at, example in enumerate(rule.examples):
        path = ("examples", str(at))
        if names.index(slug(example.name)) != at:
            problems.add(source.place(*path, "name"), "example_twice", name=example.name)
        check_given(example.given, facts, source, (*path, "given"), problems)
        for each, member in enumerate(example.members):
            inner = (*path, "members", str(each))
            check_given(member, vocabulary.person, source, inner, problems)
        if example.members and not isinstance(rule.benefit, Components):
            problems.add(source.place(*path, "members"), "members_unused")
        known = {*rule.criteria, *source.names("criteria"), ENROLLED_ONLY}
        told = (*(example.expect.unmet or ()), *(example.expect.unknown or ()))
        for name in (*told, *example.objections):
            if name not in known:
                place = source.words(name, *path)
                hint = nearest(name, known)
                problems.add(place, "unknown_criterion", words=name, hint=hint)
        for name in example.objections:
            if name in rule.criteria and not rule.criteria[name].contestable:
                problems.add(source.words(name, *path), "not_contestable", name=name)


def check_given(
    given: Mapping[str, object],
    facts: Mapping[str, FactEntry],
    source: Source,
    path: tuple[str, ...],
    problems: Problems,
) -> None:
    """Facts that exist, with values that they can have."""
    for name, value in given.items():
        if name not in facts:
            hint = nearest(name, facts)
            place = source.place(*path, name, KEY)
            problems.add(place, "unknown_fact", words=name, hint=hint)
            continue
        entry = facts[name]
        if not _can_be(value, entry):
            kind = f"{entry.type} {', '.join(entry.values or ())}".strip()
            bounds = [str(each) for each in (entry.minimum, entry.maximum) if each is not None]
            reason = f"{kind} {'..'.join(bounds)}".strip()
            place = source.place(*path, name)
            problems.add(place, "wrong_fact_value", name=name, value=value, reason=reason)


def _can_be(value: object, entry: FactEntry) -> bool:
    """Whether a fact can have a value; unknown is always possible."""
    if value is None or entry.type == "null":
        return True
    if type_of_value(value) != entry.type or (entry.values and value not in entry.values):
        return False
    below = entry.minimum is not None and value < entry.minimum
    return not below and not (entry.maximum is not None and value > entry.maximum)


def check_overlap_examples(
    rule_id: str,
    overlap: Overlap,
    vocabulary: VocabularyBook,
    source: Source,
    problems: Problems,
) -> None:
    """Every name in an example exists, every value is of the fact's type, no name twice."""
    sides = {side.partition(":")[0] for side in overlap.sides()}
    names = [each.name for each in overlap.examples]
    for at, example in enumerate(overlap.examples):
        path = ("overlaps", rule_id, "examples", str(at))
        if names.index(example.name) != at:
            problems.add(source.place(*path, "name"), "example_twice", name=example.name)
        for each in example.enrolments:
            if each.programme not in sides:
                place = source.words(each.programme, *path, "enrolments")
                hint = nearest(each.programme, sides)
                problems.add(place, "not_a_side", words=each.programme, hint=hint)
        people = {each.person for each in example.enrolments}
        for person, facts in example.people.items():
            place = source.place(*path, "people", person, KEY)
            if person not in people:
                problems.add(place, "not_enrolled", words=person, hint=nearest(person, people))
            inner = (*path, "people", person)
            check_given(facts, vocabulary.person, source, inner, problems)
