"""What the rule book asks for, in the words of the vocabulary and with the figures in force."""

from datetime import date

from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Expression, Literal, Operation, Parameter, parameters_in
from selaras.rules.sql.parameters import stretches
from selaras.rules.sql.reasons import IN_FORCE

ALWAYS = date(1900, 1, 1)
NOTHING = "-"


def requirement_rows(checked: CheckedRule) -> list[tuple]:
    """One row per criterion and stretch of time with the same figures."""
    rule = checked.rule
    runs = f"as_of_date >= {rule.valid_from}"
    runs += f" and as_of_date < {rule.valid_to}" if rule.valid_to else ""
    rows: list[tuple] = [(rule.programme, IN_FORCE, ALWAYS, None, runs)]
    for name, judgement in checked.judgements.items():
        tree = judgement.condition
        for start, end, figures in _times(checked, tree):
            rows.append((rule.programme, name, start, end, asked(tree, figures)))
    return rows


def _times(checked: CheckedRule, tree: Expression) -> list[tuple]:
    """First day, day after the last and the figures of each stretch, from long ago on."""
    names = [each.name for each in parameters_in(tree)]
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
    return [
        (
            *(checked.programme, name, branch, at, each.says.id, each.says.en),
            one_line(checked.judgements[name].branches[branch], str),
        )
        for name, criterion in checked.rule.criteria.items()
        for at, (branch, each) in enumerate((criterion.any_of or {}).items(), start=1)
    ]


def fact_rows(book: Book) -> list[tuple]:
    """The vocabulary."""
    return [
        (
            *(unit, name, each.type, each.unit, each.description),
            *((each.title.id, each.title.en) if each.title else (None, None)),
            each.asked_of,
        )
        for unit, facts in (
            ("person", book.vocabulary.person),
            ("household", book.vocabulary.household),
        )
        for name, each in facts.items()
    ]
