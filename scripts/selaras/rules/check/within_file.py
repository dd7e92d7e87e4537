"""What must fit together inside a rule file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selaras.rules.check.book import HAS_COMPONENT, CheckedRule, Judgement
from selaras.rules.check.examples import check_examples
from selaras.rules.check.reserved import check_names
from selaras.rules.check.sentences import check_sentences
from selaras.rules.check.types import Reader, Scope, type_of_value
from selaras.rules.check.vocabulary import with_words
from selaras.rules.expression.tree import Expression, Operation, facts_in
from selaras.rules.grammar.register import FactEntry, VocabularyBook
from selaras.rules.grammar.rule import Components, Criterion, Flat, Parameter, Rule
from selaras.rules.read.fit import STAND_IN, Read
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import AMOUNT, KEY, Source, plain_digits

EXPRESSIONS = ("applies_to", "when", "amount", "people", "max_people")
CALLED = re.compile(r":([a-z][a-z0-9_]*)")
COMPONENT_ENTRY = FactEntry(type="boolean", description="Some member is in a component.")


@dataclass(frozen=True)
class Draft:
    """A rule file as far as it could be read; `broken` names sections with parts left out."""

    checked: CheckedRule
    broken: frozenset[str]
    is_whole: bool


def check_rule(
    read: Read[Rule], source: Source, digest: str, vocabulary: VocabularyBook, problems: Problems
) -> Draft:
    """A rule with its expressions as trees; what could not be used is noted and left out."""
    rule, before = read.model, len(problems.errors)
    if source.file != f"rules/{rule.programme}.yml" and rule.programme != STAND_IN:
        place = source.place("programme")
        problems.add(place, "wrong_file_name", name=f"rules/{rule.programme}.yml")
    _check_dates(rule, source, problems)
    check_names(rule, source, vocabulary, problems)
    own, member, before_members = _readers(rule, source, vocabulary, problems)
    applies = (
        before_members.read(rule.applies_to, "boolean", "applies_to") if rule.applies_to else None
    )
    judgements = {name: _judgement(rule, name, own, source) for name in rule.criteria}
    judgements = {name: each for name, each in judgements.items() if each}
    amounts = dict(_amounts(rule, own, member))
    _check_use(rule, source, problems)
    check_sentences(rule, source, problems)
    check_examples(rule, source, vocabulary, problems)
    checked = CheckedRule(rule, source, digest, applies, judgements, amounts)
    is_whole = not read.broken and source.is_whole and len(problems.errors) == before
    return Draft(checked, read.broken, is_whole)


def parameter_type(rule: Rule, name: str) -> str:
    """The type of a parameter's values."""
    values = rule.parameters[name].values.values()
    kinds = {type_of_value(each.value) for each in values if each} - {"null"}
    if kinds == {"integer", "decimal"}:
        return "decimal"
    return kinds.pop() if len(kinds) == 1 else "null"


def _readers(
    rule: Rule, source: Source, vocabulary: VocabularyBook, problems: Problems
) -> tuple[Reader, Reader, Reader]:
    """Readers for conditions of the unit, of the members, and of the unit without its members.

    Who is looked at at all is asked before anybody looks at members.
    """
    types = dict.fromkeys(source.names("parameters"), "null")
    types |= {name: parameter_type(rule, name) for name in rule.parameters}
    of_person = Scope(vocabulary.person, vocabulary.household, types)
    derived = {HAS_COMPONENT.name: COMPONENT_ENTRY} if isinstance(rule.benefit, Components) else {}
    alone = Scope(vocabulary.household, {}, types)
    of_household = Scope(with_words(vocabulary.household, derived), {}, types)
    is_person = rule.unit == "person"
    scopes = (
        of_person if is_person else of_household,
        of_person,
        of_person if is_person else alone,
    )
    own, member, before_members = (Reader(each, problems, source.words) for each in scopes)
    return own, member, before_members


def _judgement(rule: Rule, name: str, reader: Reader, source: Source) -> Judgement | None:
    """The trees of one criterion."""
    criterion = rule.criteria[name]
    path = ("criteria", name)
    if source.place(*path, "when") in source.flaws:
        return None
    if (criterion.when is None) == (criterion.any_of is None):
        reader.problems.add(reader.find("", *path, KEY), "when_or_any_of", name=name)
        return None
    if criterion.when is not None:
        tree = reader.read(criterion.when, "boolean", *path, "when")
        return Judgement(tree) if tree else None
    branches = {
        branch: reader.read(each.when, "boolean", *path, "any_of", branch, "when")
        for branch, each in criterion.any_of.items()
    }
    if not all(branches.values()):
        return None
    condition, *others = branches.values()
    for other in others:
        condition = Operation("or", (condition, other))
    return Judgement(condition, branches)


def _amounts(rule: Rule, own: Reader, member: Reader) -> Iterator[tuple[str, Expression]]:
    """The expressions of a benefit by a name of their own."""
    benefit = rule.benefit
    texts: list[tuple[str, str, str, Reader, tuple[str, ...]]] = []
    if isinstance(benefit, Flat):
        texts.append(("amount", benefit.amount, "integer", own, ("amount",)))
    elif isinstance(benefit, Components):
        if rule.unit != "household":
            own.problems.add(own.find("", "benefit", "kind"), "components_of_person")
        if benefit.people:
            texts.append(("people", benefit.people, "boolean", member, ("people",)))
        texts.append(("max_people", benefit.max_people, "integer", own, ("max_people",)))
        for name, each in benefit.components.items():
            path = ("components", name)
            texts.append((f"{name}.when", each.when, "boolean", member, (*path, "when")))
            texts.append((f"{name}.amount", each.amount, "integer", member, (*path, "amount")))
    else:
        for name, each in benefit.tiers.items():
            path = ("tiers", name)
            texts.append((f"{name}.when", each.when, "boolean", own, (*path, "when")))
            texts.append((f"{name}.amount", each.amount, "integer", own, (*path, "amount")))
    for name, text, kind, reader, path in texts:
        tree = reader.read(text, kind, "benefit", *path)
        fixed = isinstance(benefit, Components) and kind == "integer"
        if tree and fixed and facts_in(tree):
            words = str(facts_in(tree)[0])
            reader.problems.add(reader.find(words, "benefit", *path), "fact_in_amount", words=words)
        elif tree:
            yield name, tree


def _check_dates(rule: Rule, source: Source, problems: Problems) -> None:
    """The end after the start; parameters with values of one type."""
    if rule.valid_to and rule.valid_to <= rule.valid_from:
        problems.add(source.place("valid_to"), "ends_before_start", day=rule.valid_to)
    for name, criterion in rule.criteria.items():
        _check_days(rule, name, criterion, source, problems)
    for name, parameter in rule.parameters.items():
        if _is_grouped(name, parameter, source, problems):
            continue
        values = [each.value for each in parameter.values.values() if each]
        kinds = {type_of_value(value) for value in values} - {"null"}
        if len(kinds - {"decimal"}) > 1 or not kinds:
            place = source.place("parameters", name, KEY)
            problems.add(place, "mixed_values", name=name, kinds=", ".join(sorted(kinds)))


def _is_grouped(name: str, parameter: Parameter, source: Source, problems: Problems) -> bool:
    """Whether a value is a number with marks between its thousands, as a text or read as none."""
    is_grouped = False
    for day, each in parameter.values.items():
        place = source.place("parameters", name, "values", day, "value")
        is_flawed = bool(each) and each.value is None and place in source.flaws
        is_grouped |= is_flawed
        if each and isinstance(each.value, str) and AMOUNT.fullmatch(each.value):
            plain = plain_digits(each.value)
            problems.add(place, "grouped_digits", words=each.value, plain=plain)
            is_grouped = True
    return is_grouped


def _check_days(
    rule: Rule, name: str, criterion: Criterion, source: Source, problems: Problems
) -> None:
    """A criterion with days of its own is asked for on some day of the programme."""
    first, end = criterion.valid_from, criterion.valid_to
    if first and end and end <= first:
        problems.add(source.place("criteria", name, "to"), "ends_before_start", day=end)
    elif end and end <= rule.valid_from:
        problems.add(source.place("criteria", name, "to"), "never_asked", name=name)
    elif first and rule.valid_to and rule.valid_to <= first:
        problems.add(source.place("criteria", name, "from"), "never_asked", name=name)


def check_citations(rule: Rule, source: Source, problems: Problems) -> None:
    """Whoever says `reported` or `confirmed` says where; it stops no compile."""
    parts = getattr(rule.benefit, "components", {})
    cited = [(("criteria", name), each) for name, each in rule.criteria.items()]
    cited += [(("benefit", "components", name), each) for name, each in parts.items()]
    for path, each in cited:
        if each.status != "assumed" and not each.source:
            problems.add(source.place(*path, KEY), "no_source", name=path[-1])


def _check_use(rule: Rule, source: Source, problems: Problems) -> None:
    """Every parameter is used somewhere, be it in an expression that is refused."""
    used = {name for text in _expressions(source.data) for name in CALLED.findall(text)}
    for name in rule.parameters:
        if name not in used:
            problems.add(source.place("parameters", name, KEY), "unused_parameter", name=name)


def _expressions(data: object) -> Iterator[str]:
    """The text of every condition and amount in a file, readable or not."""
    entries = data.items() if isinstance(data, dict) else ()
    entries = enumerate(data) if isinstance(data, list) else entries
    for key, value in entries:
        if key in EXPRESSIONS and isinstance(value, str):
            yield value
        yield from _expressions(value)
