"""Rules that differ from a rule in one small thing: a figure, a day, an operator, a branch."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from selaras.messages import say
from selaras.rules.check.book import CheckedRule, Judgement
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Expression, Parameter, parameters_in
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.grammar.rule import Components
from selaras.rules.read.problems import Place
from selaras.rules.read.source import KEY
from selaras.rules.sql.parameters import value_on
from selaras.rules.sql.pieces import joined
from selaras.rules.sql.verdict import MONTHS
from selaras.rules.trial.domain import Domain
from selaras.rules.trial.slips import DAY, beside, changes


@dataclass(frozen=True)
class Mutant:
    """One thing that was changed: where it stands, and the words for the change."""

    place: Place
    was: str
    became: str

    def __str__(self) -> str:
        words = {"was": self.was, "became": self.became}
        return f"{self.place}: {say('rules.mutant_survived', **words)}"


Mutated = tuple[Mutant, CheckedRule]


def mutants(checked: CheckedRule, vocabulary: VocabularyBook) -> Iterator[Mutated]:
    """Every mutant of a rule, in the order of its file."""
    yield from _terms(checked)
    yield from _parameters(checked)
    for path, tree, put in expressions(checked):
        step = _step(checked) if path[-1] == "amount" else 1
        domain = Domain.of(checked, vocabulary, path)
        for change in changes(tree, domain.is_ordered, step):
            words = (one_line(change.was, str), one_line(change.became, str))
            yield Mutant(checked.source.place(*path), *words), put(change.whole)
    yield from _branches(checked)


def _terms(checked: CheckedRule) -> Iterator[Mutated]:
    """The first and the last day of the programme, a day earlier and later."""
    for key in ("valid_from", "valid_to"):
        for day in beside(getattr(checked.rule, key)):
            rule = checked.rule.model_copy(update={key: day})
            place = checked.source.place(key)
            was = f"{key}: {getattr(checked.rule, key)}"
            yield Mutant(place, was, f"{key}: {day}"), replace(checked, rule=rule)


def _parameters(checked: CheckedRule) -> Iterator[Mutated]:
    """Every dated value by one, and its day by one where that can show."""
    for name, parameter in checked.rule.parameters.items():
        for day, value in parameter.values.items():
            place = checked.source.place("parameters", name, "values", day)
            others = {key: each for key, each in parameter.values.items() if key != day}
            for other in beside(value and value.value, _parameter_step(checked, name)):
                changed = {**others, day: value.model_copy(update={"value": other})}
                words = (f":{name} {value.value}", f"{other}")
                yield Mutant(place, *words), _with_values(checked, name, changed)
            for other in _days(checked, name, day):
                words = (f":{name} from {day}", f"from {other}")
                moved = _with_values(checked, name, {**others, other: value})
                yield Mutant(place, *words), moved


def _days(checked: CheckedRule, name: str, day: date) -> list[date]:
    """The days around the first day of a value on which it would change what is in force.

    A value that says what the one before it said, that begins while the programme does not run,
    or that only counts people before any amount is known, changes nothing on its day.
    """
    rule, parameter = checked.rule, checked.rule.parameters[name]
    same = value_on(parameter, day) == value_on(parameter, day - DAY)
    outside = day < rule.valid_from or (rule.valid_to is not None and day >= rule.valid_to)
    if same or outside or _only_counts_unpaid(checked, name, day):
        return []
    days = [day + DAY] if day == rule.valid_from else [day - DAY, day + DAY]
    return [each for each in days if each not in parameter.values]


def _only_counts_unpaid(checked: CheckedRule, name: str, day: date) -> bool:
    """Whether a parameter says how many people are paid while no amount is in force."""
    amounts = [tree for key, tree in checked.amounts.items() if key.endswith(".amount")]
    elsewhere = [*_conditions(checked), *amounts]
    figures = [checked.rule.parameters[each.name] for each in parameters_in(*amounts)]
    return (
        "max_people" in checked.amounts
        and Parameter(name) not in parameters_in(*elsewhere)
        and all(isinstance(tree, Parameter) for tree in amounts)
        and all(value_on(each, on) is None for each in figures for on in (day - DAY, day))
    )


def _conditions(checked: CheckedRule) -> list[Expression]:
    """Everything in a rule that is true, false or unknown."""
    trees = [each.condition for each in checked.judgements.values()]
    trees += [
        tree for key, tree in checked.amounts.items() if key == "people" or key.endswith(".when")
    ]
    return [*trees, checked.applies_to] if checked.applies_to else trees


def _with_values(checked: CheckedRule, name: str, values: dict) -> CheckedRule:
    """A rule with other values of one parameter."""
    parameter = checked.rule.parameters[name].model_copy(
        update={"values": dict(sorted(values.items()))}
    )
    parameters = {**checked.rule.parameters, name: parameter}
    return replace(checked, rule=checked.rule.model_copy(update={"parameters": parameters}))


def _step(checked: CheckedRule) -> int:
    """By how much an amount changes so that it shows: a rupiah a month.

    Amounts of components are added up before they are divided, so there one rupiah shows.
    """
    benefit = checked.rule.benefit
    return 1 if isinstance(benefit, Components) else MONTHS[benefit.per]


def _parameter_step(checked: CheckedRule, name: str) -> int:
    """By how much a parameter changes: as an amount where it is nothing else."""
    return 1 if Parameter(name) in parameters_in(*_conditions(checked)) else _step(checked)


def expressions(checked: CheckedRule) -> Iterator[tuple]:
    """Every expression that people wrote: where it stands, its tree, and how to put another."""
    if checked.applies_to:
        yield ("applies_to",), checked.applies_to, lambda new: replace(checked, applies_to=new)
    for name, each in checked.judgements.items():
        if not each.branches:
            path = ("criteria", name, "when")
            yield path, each.condition, _putting(checked, name)
        for branch, tree in each.branches.items():
            path = ("criteria", name, "any_of", branch, "when")
            yield path, tree, _putting(checked, name, branch)
    for key, tree in checked.amounts.items():
        yield _amount_path(checked, key), tree, _putting_amount(checked, key)


def _putting(checked: CheckedRule, name: str, branch: str | None = None):
    """A function that puts another condition in place of a criterion's or a branch's."""

    def put(new: Expression) -> CheckedRule:
        if branch is None:
            return _with_judgement(checked, name, Judgement(new))
        return _with_branches(checked, name, {**checked.judgements[name].branches, branch: new})

    return put


def _putting_amount(checked: CheckedRule, key: str):
    """A function that puts another expression in place of one of the benefit's."""
    return lambda new: replace(checked, amounts={**checked.amounts, key: new})


def _amount_path(checked: CheckedRule, key: str) -> tuple[str, ...]:
    """Where an expression of the benefit stands."""
    part, _, field = key.partition(".")
    inner = "components" if isinstance(checked.rule.benefit, Components) else "tiers"
    return ("benefit", inner, part, field) if field else ("benefit", part)


def _branches(checked: CheckedRule) -> Iterator[Mutated]:
    """Every criterion without one of its branches."""
    for name, each in checked.judgements.items():
        for branch in each.branches:
            rest = {key: tree for key, tree in each.branches.items() if key != branch}
            place = checked.source.place("criteria", name, "any_of", branch, KEY)
            yield Mutant(place, branch, "-"), _with_branches(checked, name, rest)


def _with_branches(checked: CheckedRule, name: str, branches: dict) -> CheckedRule:
    """A rule with other branches of one criterion."""
    condition = joined("or", list(branches.values()))
    return _with_judgement(checked, name, Judgement(condition, branches))


def _with_judgement(checked: CheckedRule, name: str, judgement: Judgement) -> CheckedRule:
    """A rule with another condition of one criterion."""
    return replace(checked, judgements={**checked.judgements, name: judgement})
