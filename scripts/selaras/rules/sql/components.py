"""Benefits by component: each member once in the best-paid one, best-paid members first."""

from selaras.rules.check.book import CheckedRule
from selaras.rules.expression.rendering import STEP, lay_out, one_line
from selaras.rules.expression.tree import (
    Expression,
    Fact,
    Operation,
    Parameter,
    facts_in,
    parameters_in,
)
from selaras.rules.sql.pieces import INNER, call, column, cte, flat, joined, listed, named
from selaras.rules.sql.widening import has_decimals


def component_ctes(checked: CheckedRule) -> list[str]:
    """The steps from members to what the household gets for them."""
    return [
        _member(checked),
        _paid(checked),
        _component(checked),
        _known(checked),
    ]


def component_conditions(checked: CheckedRule) -> dict[str, Expression]:
    """When a member is in each component."""
    people = checked.amounts.get("people")
    return {
        name: Operation("and", (people, tree)) if people else tree
        for name in checked.rule.benefit.components
        for tree in [checked.amounts[f"{name}.when"]]
    }


def member_facts(checked: CheckedRule) -> list[Fact]:
    """The facts of members that some component needs."""
    facts = facts_in(*component_conditions(checked).values())
    return [fact for fact in facts if not fact.of_household]


def _dotted(part: Fact | Parameter) -> str:
    """A fact of a member, or what the household brings along, behind its table."""
    own = isinstance(part, Fact) and not part.of_household
    return f"person.{part.name}" if own else f"looked_at.{flat(part)}"


def _amounts(checked: CheckedRule) -> dict[str, Expression]:
    """What each component pays."""
    names = checked.rule.benefit.components
    return {name: checked.amounts[f"{name}.amount"] for name in names}


def _member(checked: CheckedRule) -> str:
    """One row per member, one column per component."""
    figures = parameters_in(checked.amounts["max_people"], *_amounts(checked).values())
    columns = ["looked_at.household_id", *(f"looked_at.{each.name}" for each in figures)]
    for name, tree in component_conditions(checked).items():
        columns.append("\n".join(lay_out(tree, _dotted, "", after=f" as in_{name}", width=INNER)))
    columns += [
        f"person.{fact.name} is null as misses_{fact.name}" for fact in member_facts(checked)
    ]
    lines = ["select", *listed(columns), "", "from looked_at", "inner join person"]
    return cte("member", [*lines, "    on looked_at.household_id = person.household_id"])


def _paid(checked: CheckedRule) -> str:
    """What each member counts for: for certain, and if all that is open turns out true."""
    amounts = {name: one_line(tree, flat) for name, tree in _amounts(checked).items()}
    most = one_line(checked.amounts["max_people"], flat)
    some = joined("or", [column(f"in_{name}") for name in amounts])
    certain = [_counted(f"in_{name}", amount) for name, amount in amounts.items()]
    highest = [_counted(f"in_{name} is not false", amount) for name, amount in amounts.items()]
    unpriced = {"certain": [], "highest": []}
    for name, amount in amounts.items():
        unpriced["certain"].append(f"(in_{name} and {amount} is null)")
        unpriced["highest"].append(f"(in_{name} is not false and {amount} is null)")
    columns = [
        "household_id",
        f"{most} as most_people",
        *(_missed(checked, fact) for fact in member_facts(checked)),
        named(some, "has_component"),
        call("greatest", certain, "certain_amount", tall=True),
        call("greatest", highest, "highest_amount", tall=True),
        *(
            "(\n    " + "\n    or ".join(each) + f"\n) as {kind}_is_unpriced"
            for kind, each in unpriced.items()
        ),
    ]
    return cte("paid", ["select", *listed(columns), "", "from member"])


def _counted(condition: str, amount: str) -> str:
    """What a member counts for in one component."""
    line = f"case when {condition} then {amount} else 0 end"
    if len(line) <= INNER - len(STEP) - 1:
        return line
    return f"case\n    when {condition} then {amount}\n    else 0\nend"


def _missed(checked: CheckedRule, fact: Fact) -> str:
    """Whether a fact is missing of a member and leaves a component open."""
    left_open = [
        Operation("is null", (column(f"in_{name}"),))
        for name, tree in component_conditions(checked).items()
        if fact in facts_in(tree)
    ]
    flag = f"misses_{fact.name}"
    return named(joined("and", [column(flag), joined("or", left_open)]), flag)


def _component(checked: CheckedRule) -> str:
    """One row per household: whether some member is in a component, and what all count for."""
    columns = [
        "household_id",
        "case\n    when bool_or(has_component) then true\n"
        "    when count(has_component) = count(*) then false\nend as has_component",
    ]
    for kind in ("certain", "highest"):
        columns.append(
            f"case\n    when bool_or({kind}_is_unpriced) is not true\n"
            f"        then {{{{ sum_of_largest('{kind}_amount', 'max(most_people)') }}}}\n"
            f"end as {kind}_amount"
        )
    columns += [
        call("bool_or", [f"has_component is null and misses_{name}"], f"misses_member_{name}")
        for name in (fact.name for fact in member_facts(checked))
    ]
    return cte("component", ["select", *listed(columns), "", "from paid", "group by household_id"])


def _known(checked: CheckedRule) -> str:
    """The household with what its members bring."""
    columns = [
        "looked_at.*",
        "component.has_component",
        *(_rounded(checked, kind) for kind in ("certain", "highest")),
        "component.household_id is null as misses_member",
    ]
    columns += [
        call("coalesce", [f"component.misses_member_{name}", "false"], f"misses_member_{name}")
        for name in (fact.name for fact in member_facts(checked))
    ]
    lines = ["select", *listed(columns), "", "from looked_at", "left join component"]
    return cte("known", [*lines, "    on looked_at.household_id = component.household_id"])


def _rounded(checked: CheckedRule, kind: str) -> str:
    """An amount as whole rupiah."""
    amount = f"component.{kind}_amount"
    if has_decimals(checked.rule, *_amounts(checked).values()):
        amount = f"floor({amount})"
    return f"cast({amount} as bigint) as {kind}_amount"
