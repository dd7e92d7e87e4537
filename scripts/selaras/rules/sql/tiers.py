"""Benefits by tier: the first that matches pays; an open tier leaves a range."""

from selaras.rules.check.book import CheckedRule
from selaras.rules.expression.rendering import STEP
from selaras.rules.sql.pieces import INNER, call, cte, listed, named, under
from selaras.rules.sql.widening import whole


def tier_columns(checked: CheckedRule) -> list[str]:
    """Whether each tier matches, and what it pays in a period."""
    columns = []
    for name in checked.rule.benefit.tiers:
        columns.append(named(checked.amounts[f"{name}.when"], f"tier_{name}"))
        columns.append(whole(checked, checked.amounts[f"{name}.amount"], f"pays_{name}"))
    return columns


def tier_ctes(checked: CheckedRule) -> list[str]:
    """The steps from what matches to what is certain, and to the most that may be."""
    names = list(checked.rule.benefit.tiers)
    return [_reached(names), _priced(names)]


def _reached(names: list[str]) -> str:
    """Which tiers may be the first to match: none after one that does."""
    places = [f"{STEP}when tier_{name} then {at}" for at, name in enumerate(names, start=1)]
    columns = ["*"]
    columns.append(
        "\n".join(["case", *places, f"{STEP}else {len(names) + 1}", "end as first_match"])
    )
    for at, name in enumerate(names, start=1):
        reach = f"tier_{name} is not false" + (f" and first_match >= {at}" if at > 1 else "")
        columns.append(under(reach, f"may_pay_{name}"))
    return cte("reached", ["select", *listed(columns), "", "from judged"])


def _priced(names: list[str]) -> str:
    """The least and the most of them; where perhaps none matches, nothing is certain."""
    unpriced = [f"    {'or ' * (at > 0)}{_without_price(name)}" for at, name in enumerate(names)]
    amounts = [_paid_by(name) for name in names]
    columns = ["*", "\n".join(["(", *unpriced, ") as is_unpriced"])]
    for kind, function in (("certain", "least"), ("highest", "greatest")):
        sure = f" and first_match <= {len(names)}" if kind == "certain" else ""
        chosen = (
            call(function, amounts, "_", tall=True).removesuffix(" as _")
            if names[1:]
            else amounts[0]
        )
        chosen = chosen.replace("\n", f"\n{STEP * 2}")
        columns.append(
            f"case\n    when not is_unpriced{sure}\n        then {chosen}\nend as {kind}_amount"
        )
    return cte("priced", ["select", *listed(columns), "", "from reached"])


def _without_price(name: str) -> str:
    """Whether a tier may pay and nobody knows how much."""
    line = f"(may_pay_{name} and pays_{name} is null)"
    if len(line) <= INNER - len(STEP) * 2:
        return line
    return f"(\n        may_pay_{name}\n        and pays_{name} is null\n    )"


def _paid_by(name: str) -> str:
    """What a tier pays if it may be the first to match."""
    line = f"case when may_pay_{name} then pays_{name} end"
    if len(line) <= INNER - len(STEP) * 4:
        return line
    return f"case\n    when may_pay_{name}\n        then pays_{name}\nend"
