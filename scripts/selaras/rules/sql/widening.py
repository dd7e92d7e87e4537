"""Arithmetic that cannot overflow: a sum or product grows to 38 digits, beyond 32 or 64 bits."""

from dataclasses import replace

from selaras.rules.check.book import CheckedRule, Judgement
from selaras.rules.check.within_file import parameter_type
from selaras.rules.expression.rendering import lay_out
from selaras.rules.expression.tree import Expression, Operation, Parameter, parameters_in, parts
from selaras.rules.grammar.rule import Rule
from selaras.rules.sql.pieces import INNER, flat, under

ARITHMETIC = ("+", "-", "*")


def widened(checked: CheckedRule) -> CheckedRule:
    """The same rule with the first number of every sum and product made wide."""
    decimals = _decimals(checked.rule)

    def wide(tree: Expression) -> Expression:
        return _wide(tree, decimals)

    return replace(
        checked,
        applies_to=checked.applies_to and wide(checked.applies_to),
        judgements={
            name: Judgement(
                wide(each.condition), {key: wide(tree) for key, tree in each.branches.items()}
            )
            for name, each in checked.judgements.items()
        },
        amounts={name: wide(tree) for name, tree in checked.amounts.items()},
    )


def has_decimals(rule: Rule, *trees: Expression) -> bool:
    """Whether an amount can be a fraction of a rupiah before it is rounded down."""
    return not _decimals(rule).isdisjoint(each.name for each in parameters_in(*trees))


def whole(checked: CheckedRule, tree: Expression, alias: str) -> str:
    """An amount as whole rupiah in 64 bits; one that does not fit is not known."""
    cast = "try_cast" if any(map(_is_arithmetic, parts(tree))) else "cast"
    before, after = f"{cast}(", " as bigint)"
    if has_decimals(checked.rule, tree):
        before, after = f"{cast}(floor(", ") as bigint)"
    lines = lay_out(tree, flat, "", before, f"{after} as {alias}", INNER)
    if len(lines) == 1:
        return under(lines[0].removesuffix(f" as {alias}"), alias)
    return "\n".join(lines)


def _is_arithmetic(tree: Expression) -> bool:
    """Whether an expression is a sum, a difference or a product."""
    return isinstance(tree, Operation) and tree.name in ARITHMETIC


def _decimals(rule: Rule) -> set[str]:
    """The parameters that have a value with decimals."""
    return {name for name in rule.parameters if parameter_type(rule, name) == "decimal"}


def _wide(tree: Expression, decimals: set[str]) -> Expression:
    """A tree whose arithmetic starts wide; decimals are wide enough by themselves."""
    if not isinstance(tree, Operation):
        return tree
    first, *others = (_wide(each, decimals) for each in tree.arguments)
    is_decimal = isinstance(first, Parameter) and first.name in decimals
    if _is_arithmetic(tree) and not _is_arithmetic(first) and not is_decimal:
        first = Operation("wide", (first,))
    return Operation(tree.name, (first, *others))
