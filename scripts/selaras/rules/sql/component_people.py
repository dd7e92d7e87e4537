"""The view of who is in which component, for those who ask where an amount comes from."""

from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.expression.rendering import STEP, lay_out
from selaras.rules.expression.tree import Expression, Fact, Parameter, facts_in
from selaras.rules.sql.components import component_conditions
from selaras.rules.sql.parameters import parameter_cte
from selaras.rules.sql.pieces import INNER, cte, listed, model, reading

FILE = "rules/*.yml"
COLUMNS = ("programme_id", "household_id", "person_id", "as_of_date", "component_id")


def component_member(book: Book) -> str:
    """One row per judged household, member and component that the member is or may be in."""
    rules = [each for each in book.rules if each.has_components]
    ctes = [reading(f"elig_{each.programme}", f"elig_{each.programme}") for each in rules]
    ctes.append(reading("component", "component"))
    lines: list[str] = []
    for checked in rules:
        if checked.rule.parameters:
            ctes.append(f"{checked.programme}_{parameter_cte(checked.rule)}")
        ctes.append(_member(checked))
        lines += ["", "union all", ""] if lines else []
        lines += ["select", *listed([*COLUMNS, "outcome", "amount", "per"])]
        lines.append(f"from {checked.programme}_member")
    ctes.append(cte("member", lines))
    final = ["select", *listed([*COLUMNS, "outcome", "amount", "per"]), "", "from member"]
    return model(FILE, ctes, [*final, "where outcome is not false"])


def component_people() -> str:
    """The step that names, for each household, who is in what; a question mark is unknown."""
    names = [
        "' '",
        "component_id",
        "person_id",
        "case when outcome is null then '?' end",
    ]
    agg = ["string_agg(", *listed(["\n".join(["concat_ws(", *listed(names), ")"])])]
    agg[-1] += ","
    agg += [f"{STEP}', ' order by component_id, person_id", ") as people"]
    lines = ["select", *listed(["programme_id", "household_id", "\n".join(agg)]), ""]
    lines += ["from {{ ref('component_member') }}", "group by"]
    return cte("component_people", [*lines, *listed(["programme_id", "household_id"])])


def _member(checked: CheckedRule) -> str:
    """Every member of the households of one programme, with every component."""
    elig = f"elig_{checked.programme}"
    conditions = component_conditions(checked)
    amounts = {name: checked.amounts[f"{name}.amount"] for name in conditions}
    columns = [f"{elig}.{name}" for name in ("programme_id", "household_id")]
    columns += ["person.person_id", f"{elig}.as_of_date", "component.component_id"]
    columns += [_by_component(conditions, "outcome"), _by_component(amounts, "amount")]
    columns.append(f"'{checked.rule.benefit.per}' as per")
    joins = [
        f"from {elig}",
        "inner join {{ ref('dim_person') }} as person",
        f"    on {elig}.household_id = person.household_id",
        "inner join component",
        f"    on {elig}.programme_id = component.programme_id",
    ]
    if checked.rule.parameters:
        joins += [
            f"left join {checked.programme}_parameter as parameter",
            "    on",
            f"        {elig}.as_of_date >= parameter.valid_from",
            "        and (",
            f"            {elig}.as_of_date < parameter.valid_to",
            "            or parameter.valid_to is null",
            "        )",
        ]
    if any(fact.of_household for fact in facts_in(*conditions.values())):
        joins += [
            "inner join {{ ref('dim_household') }} as household",
            f"    on {elig}.household_id = household.household_id",
        ]
    return cte(f"{checked.programme}_member", ["select", *listed(columns), "", *joins])


def _by_component(trees: dict[str, Expression], alias: str) -> str:
    """An expression that depends on the component."""
    lines = ["case component.component_id"]
    for name, tree in trees.items():
        whole = lay_out(tree, _dotted, STEP, f"when '{name}' then ", width=INNER)
        if len(whole) > 1:
            whole = [
                f"{STEP}when '{name}'",
                *lay_out(tree, _dotted, STEP * 2, "then ", width=INNER),
            ]
        lines += whole
    return "\n".join([*lines, f"end as {alias}"])


def _dotted(part: Fact | Parameter) -> str:
    """A fact of a member or its household, or a figure, behind its table."""
    if isinstance(part, Parameter):
        return f"parameter.{part.name}"
    return f"{'household' if part.of_household else 'person'}.{part.name}"
