"""What the rule book asks for, in the words of the vocabulary and with the figures in force."""

from collections.abc import Iterable, Iterator
from datetime import date

from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.check.sentences import placeholders
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Expression, Literal, Operation, Parameter, parameters_in
from selaras.rules.grammar.rule import Criterion, Words
from selaras.rules.sql.parameters import stretches
from selaras.rules.sql.reasons import IN_FORCE
from selaras.rules.sql.sentences import on_a_day, over_time

SAYS_IN_FORCE = Words(
    id="Program berlaku pada tanggal penilaian.",
    en="The programme runs on the day of judgement.",
)
ALWAYS = date(1900, 1, 1)
NOTHING = "-"


def requirement_rows(checked: CheckedRule) -> list[tuple]:
    """One row per criterion and stretch of time with the same figures; none on days without it."""
    rule = checked.rule
    runs = f"as_of_date >= {rule.valid_from}"
    runs += f" and as_of_date < {rule.valid_to}" if rule.valid_to else ""
    in_force = (runs, SAYS_IN_FORCE.id, SAYS_IN_FORCE.en)
    rows: list[tuple] = [(rule.programme, IN_FORCE, ALWAYS, None, *in_force)]
    for name, judgement in checked.judgements.items():
        tree, criterion = judgement.condition, rule.criteria[name]
        names = [each.name for each in parameters_in(tree)]
        names += [each for each in placeholders(criterion.says) if each not in names]
        for start, end, figures in _asked_for(criterion, _times(checked, names)):
            says = on_a_day(criterion.says, rule, figures)
            rows.append((rule.programme, name, start, end, asked(tree, figures), says.id, says.en))
    return rows


def _asked_for(criterion: Criterion, times: Iterable[tuple]) -> Iterator[tuple]:
    """The stretches of time as far as a criterion is asked for in them."""
    for start, end, figures in times:
        first = max(start, criterion.valid_from or start)
        ends = [day for day in (end, criterion.valid_to) if day]
        last = min(ends, default=None)
        if last is None or first < last:
            yield first, last, figures


def _times(checked: CheckedRule, names: list[str]) -> list[tuple]:
    """First day, day after the last and the figures of each stretch, from long ago on."""
    if not names:
        return [(ALWAYS, None, {})]
    rule = checked.rule
    part = rule.model_copy(update={"parameters": {name: rule.parameters[name] for name in names}})
    found = [(each.valid_from, each.valid_to, each.values) for each in stretches(part)]
    return [(ALWAYS, found[0][0], dict.fromkeys(names)), *found]


def asked(tree: Expression, figures: dict[str, object]) -> str:
    """A condition with its figures written in; a dash where nothing is asked for."""
    written = _folded(tree, figures)
    return NOTHING if written == Literal(True) else one_line(written, str)


def _folded(tree: Expression, figures: dict[str, object]) -> Expression:
    """The tree with figures for parameters, without parts that these have settled."""
    if isinstance(tree, Parameter):
        value = figures[tree.name]
        return tree if value is None else Literal(value)  # one that is not in force is named
    if not isinstance(tree, Operation):
        return tree
    parts = tuple(_folded(each, figures) for each in tree.arguments)
    if tree.name == "not" and isinstance(parts[0], Literal) and isinstance(parts[0].value, bool):
        return Literal(not parts[0].value)
    if tree.name in ("and", "or"):
        decides, rest = Literal(tree.name == "or"), Literal(tree.name == "and")
        if decides in parts:
            return decides
        left = [each for each in parts if each != rest]
        return left[0] if len(left) == 1 else Operation(tree.name, parts) if left else rest
    return Operation(tree.name, parts)


def branch_rows(checked: CheckedRule) -> list[tuple]:
    """The ways to meet a criterion."""
    rows = []
    for name, criterion in checked.rule.criteria.items():
        for at, (branch, each) in enumerate((criterion.any_of or {}).items(), start=1):
            says = over_time(each.says, checked.rule)
            condition = one_line(checked.judgements[name].branches[branch], str)
            rows.append((checked.programme, name, branch, at, says.id, says.en, condition))
    return rows


NOT_ASKED = (None, None, None)


def fact_rows(book: Book) -> list[tuple]:
    """The vocabulary."""
    return [
        (
            *(unit, name, each.type, each.unit, each.description),
            *((each.title.id, each.title.en) if each.title else (None, None)),
            each.asked_of,
            *(
                (each.visit.asks.id, each.visit.asks.en, each.visit.days)
                if each.visit
                else NOT_ASKED
            ),
        )
        for unit, facts in (
            ("person", book.vocabulary.person),
            ("household", book.vocabulary.household),
        )
        for name, each in facts.items()
    ]
