"""What can be asked for a rule, and every answer that can make a difference."""

from datetime import date

from selaras.rules.check.book import HAS_COMPONENT, Book, CheckedRule
from selaras.rules.expression.tree import (
    Expression,
    Fact,
    Literal,
    Operation,
    Parameter,
    facts_in,
    parts,
)
from selaras.rules.grammar.benefit import Components
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.sql.parameters import value_on
from selaras.rules.trial.domain import Domain
from selaras.rules.trial.slips import beside

MEMBER = "member."
Answers = dict[str, list[str]]
Figures = dict[str, object]
COMPARED = {
    *("=", "!=", "<", "<=", ">", ">=", "between", "in", "is null", "and", "or", "not"),
}


def answers_of(checked: CheckedRule, words: VocabularyBook, day: date) -> Answers:
    """Every fact that a rule reads, as `missing_facts` names it, with its answers as text.

    A fact is compared with figures: an answer on each figure of the day and on both sides of it
    stands for all others. Where it is reckoned with, the ends of what is possible come to that.
    """
    figures = {name: value_on(each, day) for name, each in checked.rule.parameters.items()}
    trees = [each for judged in checked.judgements.values() for each in _trees(judged)]
    trees += [checked.applies_to] if checked.applies_to else []
    if not isinstance(checked.rule.benefit, Components):
        return _of(Domain(checked, words), [*trees, *checked.amounts.values()], figures)
    of_member = Domain(checked, words, of_member=True)
    found = _of(of_member, list(checked.amounts.values()), figures)
    own = _of(Domain(checked, words), trees, figures)
    return own | {f"{MEMBER}{name}": answers for name, answers in found.items()}


def asked_of(book: Book, unit: str, fact: str) -> str | None:
    """The agency that can tell a fact, named as `missing_facts` of a rule of this unit names it."""
    scope, _, name = fact.rpartition(".")
    words = book.vocabulary.household if (scope or unit) == "household" else book.vocabulary.person
    return words[name].asked_of if name in words else None


def _trees(judged: object) -> list[Expression]:
    """The conditions of a criterion."""
    return [judged.condition, *judged.branches.values()]


def _of(domain: Domain, trees: list[Expression], figures: Figures) -> Answers:
    """The answers about each fact of some conditions."""
    found = [fact for fact in facts_in(*trees) if fact != HAS_COMPONENT]
    return {str(fact): list(map(_text, _values(domain, fact, trees, figures))) for fact in found}


def _values(domain: Domain, fact: Fact, trees: list[Expression], figures: Figures) -> list[object]:
    """The values of a fact of which each makes another difference than the others may."""
    around = [
        part
        for tree in trees
        for part in parts(tree)
        if isinstance(part, Operation) and fact in part.arguments
    ]
    is_compared = all(part.name in COMPARED for part in around)
    others = [each for part in around for each in part.arguments if each != fact]
    if not is_compared or not all(isinstance(each, Literal | Parameter) for each in others):
        others = [part for tree in trees for part in parts(tree)]
    constants = _constants(others, figures)
    values = [value for value in domain.values(fact, constants) if value is not None]
    if domain.entry(fact).type == "text":
        unnamed = [value for value in values if value not in constants]
        return [value for value in values if value not in unnamed[1:]]
    near = _near(values, constants)
    return near if is_compared and near else values


def _near(values: list[object], constants: list[object]) -> list[object]:
    """The values on a figure and right beside one."""
    plain = {each for each in constants if isinstance(each, date)}
    numbers = {each for each in constants if type(each) in (int, float)}
    return [
        value
        for value in values
        if value in plain
        or (isinstance(value, date) and plain & set(beside(value)))
        or (type(value) is int and any(abs(value - each) <= 1 for each in numbers))
    ]


def _constants(found: list[Expression], figures: Figures) -> list[object]:
    """The values written in some expressions, and those that their parameters have."""
    literals = [each.value for each in found if isinstance(each, Literal)]
    named = [figures[each.name] for each in found if isinstance(each, Parameter)]
    return [each for each in (*literals, *named) if each is not None]


def _text(value: object) -> str:
    """A value as DuckDB reads it back."""
    return str(value).lower() if isinstance(value, bool) else str(value)
