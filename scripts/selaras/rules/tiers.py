"""Benefits by tier: what the first tier that fits pays, as a range while several may be it."""

from selaras.rules.book import CheckedRule
from selaras.rules.rendering import STEP, lay_out
from selaras.rules.sql import INNER, call, cte, flat, listed, named, under


def tier_columns(checked: CheckedRule) -> list[str]:
    """For every tier whether it fits and what it pays in a period, as columns of `judged`."""
    columns = []
    for name in checked.rule.benefit.tiers:
        columns.append(named(checked.amounts[f"{name}.when"], f"fits_{name}"))
        amount = lay_out(checked.amounts[f"{name}.amount"], flat, "", "cast(", " as bigint)", INNER)
        columns.append(under("\n".join(amount), f"pays_{name}"))
    return columns


def tier_ctes(checked: CheckedRule) -> list[str]:
    """The steps from tiers to the least and the most that may be due."""
    return [_possible(checked), _priced(checked)]


def _possible(checked: CheckedRule) -> str:
    """Whether each tier may be the first that fits."""
    columns, earlier = ["*"], []
    for name in checked.rule.benefit.tiers:
        columns.append(_joined("and", [f"fits_{name} is not false", *earlier], f"may_be_{name}"))
        earlier.append(f"fits_{name} is not true")
    return cte("possible", ["select", *listed(columns), "", "from judged"])


def _priced(checked: CheckedRule) -> str:
    """The least and the most that may be due; unknown where a tier that may fit has no price."""
    names = list(checked.rule.benefit.tiers)
    unpriced = [_unpriced(name) for name in names]
    pays = [_paid(name) for name in names]
    columns = [
        "*",
        _joined("or", [f"fits_{name}" for name in names], "fits_some"),
        _joined("or", unpriced, "is_unpriced"),
        call("least", pays, "least_amount", tall=True),
        call("greatest", pays, "most_amount", tall=True),
    ]
    return cte("priced", ["select", *listed(columns), "", "from possible"])


def _unpriced(name: str) -> str:
    """Whether a tier may be the one and what it pays is unknown."""
    line = f"(may_be_{name} and pays_{name} is null)"
    if len(line) < INNER - len(STEP) * 2:
        return line
    return f"(\n{STEP * 2}may_be_{name}\n{STEP * 2}and pays_{name} is null\n{STEP})"


def _paid(name: str) -> str:
    """What a tier pays where it may be the one."""
    line = f"case when may_be_{name} then pays_{name} end"
    if len(line) < INNER - len(STEP):
        return line
    return f"case\n{STEP}when may_be_{name}\n{STEP * 2}then pays_{name}\nend"


def _joined(operator: str, parts: list[str], alias: str) -> str:
    """Conditions between brackets, one per line where they do not fit on one."""
    line = f"{f' {operator} '.join(parts)} as {alias}"
    if len(line) <= INNER:
        return line
    body = f"\n{STEP}{operator} ".join(parts)
    return f"(\n{STEP}{body}\n) as {alias}"
