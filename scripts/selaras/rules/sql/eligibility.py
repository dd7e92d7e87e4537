"""The model elig_<programme> of one rule: who is looked at, what holds, the verdict.

The same text judges other tables of the same columns: what was known last week, or what might be.
"""

from dataclasses import dataclass
from datetime import date

from selaras.rules.check.book import HAS_COMPONENT, CheckedRule
from selaras.rules.expression.rendering import WIDTH, in_brackets, literal, one_line
from selaras.rules.expression.tree import Expression, Fact, Parameter, facts_in, parameters_in
from selaras.rules.grammar.rule import Parameter as Figure
from selaras.rules.grammar.rule import Rule, Tiered
from selaras.rules.sql.components import component_conditions, component_ctes
from selaras.rules.sql.dates import days_outside
from selaras.rules.sql.parameters import parameter_cte
from selaras.rules.sql.pieces import STEP, cte, flat, listed, model, reading, under
from selaras.rules.sql.tiers import tier_ctes
from selaras.rules.sql.verdict import concluded, final, judged
from selaras.rules.sql.widening import widened


@dataclass(frozen=True)
class Inputs:
    """The tables that a rule judges, each with the columns of the one of today.

    Where a table holds what several programmes judge, `by_programme`, its column `programme_id`
    says which of its rows are whose, and `figures` the parameters that are others for a row.
    """

    person: str = "dim_person"
    household: str = "dim_household"
    enrolment: str = "fct_enrolment"
    objection: str = "objection_in_force"
    by_programme: bool = False

    def reading(self, unit: str, programme: str) -> str:
        """The import CTE of the people or the families that a programme judges."""
        if not self.by_programme:
            return reading(unit, getattr(self, unit))
        lines = [f"select * from {{{{ ref('{getattr(self, unit)}') }}}}"]
        return cte(unit, [*lines, f"where programme_id = '{programme}'"])

    def figure(self, name: str, rule: Rule) -> str:
        """A parameter on the day of judgement, or what a row has in its place."""
        if not self.by_programme:
            return f"parameter.{name}"
        return f"{{{{ figure_at('{rule.unit}', '{name}', '{_type(rule.parameters[name])}') }}}}"


TODAY = Inputs()
TYPES = {bool: "boolean", int: "bigint", float: "decimal(18, 6)", date: "date", str: "varchar"}


def eligibility_model(checked: CheckedRule, inputs: Inputs = TODAY) -> str:
    """The text of models/eligibility/elig_<programme>.sql, or the same over other tables."""
    checked = widened(checked)
    rule = checked.rule
    ctes = [inputs.reading(rule.unit, rule.programme)]
    if reads_household(checked):
        ctes.append(inputs.reading("household", rule.programme))
    if checked.has_components:
        ctes.append(inputs.reading("person", rule.programme))
    ctes.append(_enrolled(checked, inputs.enrolment))
    if checked.contestable:
        ctes.append(_objection(checked, inputs.objection))
    if rule.parameters:
        ctes.append(parameter_cte(rule))
    ctes.append(_looked_at(checked, inputs))
    if checked.has_components:
        ctes += component_ctes(checked)
    ctes.append(judged(checked))
    if isinstance(rule.benefit, Tiered):
        ctes += tier_ctes(checked)
    ctes.append(concluded(checked))
    return model(checked.source.file, ctes, final(checked))


def _conditions(checked: CheckedRule) -> list[Expression]:
    """The criteria, and the amounts where these are about the unit itself."""
    amounts = [] if checked.has_components else list(checked.amounts.values())
    return [*(each.condition for each in checked.judgements.values()), *amounts]


def _facts(checked: CheckedRule) -> list[Fact]:
    """The facts of the unit that the verdict, the amount or the members need."""
    own = [each for each in facts_in(*_conditions(checked)) if each != HAS_COMPONENT]
    if not checked.has_components:
        return own
    brought = facts_in(*component_conditions(checked).values())
    return [*own, *(each for each in brought if each.of_household)]


def reads_household(checked: CheckedRule) -> bool:
    """Whether a person rule needs facts of the household."""
    if checked.rule.unit == "household":
        return False
    trees = [*_conditions(checked), *([checked.applies_to] if checked.applies_to else [])]
    return any(fact.of_household for fact in facts_in(*trees))


def _enrolled(checked: CheckedRule, enrolment: str) -> str:
    """Who is on the programme's list."""
    return cte(
        "enrolled",
        [
            f"select distinct {checked.rule.unit}_id",
            f"from {{{{ ref('{enrolment}') }}}}",
            "where",
            f"    programme_id = '{checked.programme}'",
            "    and coalesce(status, 'unknown') != 'cancelled'",
        ],
    )


def _objection(checked: CheckedRule, objection: str) -> str:
    """Whose objection to which criterion was accepted and still holds; open where in doubt."""
    key = f"{checked.rule.unit}_id"
    concessions = [
        f"case\n{STEP}when bool_or(criterion_id = '{name}') then true\n"
        f"{STEP}when bool_or(criterion_id = '{name}?') then null\n"
        f"{STEP}else false\nend as concedes_{name}"
        for name in checked.contestable
    ]
    return cte(
        "objection",
        [
            "select",
            *listed([key, *concessions]),
            "",
            f"from {{{{ ref('{objection}') }}}}",
            f"where programme_id = '{checked.programme}'",
            f"group by {key}",
        ],
    )


def _type(figure: Figure) -> str:
    """The SQL type of a parameter, by the widest of its values."""
    kinds = {type(each.value) for each in figure.values.values() if each}
    return next((TYPES[kind] for kind in (float, int, bool, date) if kind in kinds), "varchar")


def _looked_at(checked: CheckedRule, inputs: Inputs) -> str:
    """Everyone the rule may apply to, and everyone enrolled, with what is known of them."""
    unit, rule = checked.rule.unit, checked.rule
    parameters = parameters_in(*_conditions(checked), *checked.amounts.values())
    columns = [f"{unit}.{unit}_id"]
    columns += ["person.household_id"] if unit == "person" else []
    columns += [f"{unit}.as_of_date", f"enrolled.{unit}_id is not null as is_enrolled"]
    columns += [_is_in_force(checked)]
    columns += [_figured(each, rule, inputs) for each in parameters]
    columns += [_carried(each, unit) for each in _facts(checked)]
    columns += [_concedes(checked, name) for name in checked.contestable]
    joins = [f"from {unit}", "left join enrolled", f"    on {unit}.{unit}_id = enrolled.{unit}_id"]
    if rule.parameters:
        joins += [
            "left join parameter",
            "    on",
            f"        {unit}.as_of_date >= parameter.valid_from",
            "        and (",
            f"            {unit}.as_of_date < parameter.valid_to",
            "            or parameter.valid_to is null",
            "        )",
        ]
    if checked.contestable:
        joins += ["left join objection", f"    on {unit}.{unit}_id = objection.{unit}_id"]
    # Last, so that only those looked at are joined to their household.
    if reads_household(checked):
        joins += ["left join household", "    on person.household_id = household.household_id"]
    where = ["where", *(f"    {line}" for line in _looked_at_where(checked, inputs))]
    return cte("looked_at", ["select", *listed(columns), "", *joins, *where])


def _concedes(checked: CheckedRule, name: str) -> str:
    """Whether an accepted objection overrides a criterion; none does on days without it."""
    unit = checked.rule.unit
    outside = days_outside(checked.rule.criteria[name])
    none = [f"objection.{unit}_id is null"]
    none += [one_line(each, lambda day: f"{unit}.{day}") for each in outside]
    lines = [*(f"when {each} then false" for each in none), f"else objection.concedes_{name}"]
    return "\n".join(["case", *(f"{STEP}{line}" for line in lines), f"end as concedes_{name}"])


def _in_force(checked: CheckedRule) -> list[str]:
    """The comparisons that say whether the programme runs on the day."""
    day = f"{checked.rule.unit}.as_of_date"
    ends = checked.rule.valid_to
    return [
        f"{day} >= {literal(checked.rule.valid_from)}",
        *([f"{day} < {literal(ends)}"] if ends else []),
    ]


def _is_in_force(checked: CheckedRule) -> str:
    """Whether the programme runs on the day, as a column."""
    comparisons = _in_force(checked)
    if len(comparisons) == 1:
        return f"{comparisons[0]} as is_in_force"
    lines = "\n    and ".join(comparisons)
    return f"(\n    {lines}\n) as is_in_force"


def _looked_at_where(checked: CheckedRule, inputs: Inputs) -> list[str]:
    """Enrolled, or in force and not known to be outside what the rule applies to."""
    unit = checked.rule.unit
    first, *rest = _in_force(checked)
    lines = [f"enrolled.{unit}_id is not null", "or (", f"    {first}"]
    lines += [f"    and {each}" for each in rest]
    if checked.applies_to:

        def refer(part: Fact | Parameter) -> str:
            if isinstance(part, Parameter):
                return inputs.figure(part.name, checked.rule)
            return _dotted(part, unit)

        line = f"    and ({one_line(checked.applies_to, refer)}) is not false"
        laid = in_brackets(checked.applies_to, refer, "    ", "and ", " is not false", WIDTH - 8)
        lines += [line] if len(line) <= WIDTH - 8 else laid
    return [*lines, ")"]


def _dotted(fact: Fact, unit: str) -> str:
    """A fact behind the name of the table it is in."""
    return f"{'household' if fact.of_household else unit}.{fact.name}"


def _figured(parameter: Parameter, rule: Rule, inputs: Inputs) -> str:
    """A parameter as a column of `looked_at`."""
    figure = inputs.figure(parameter.name, rule)
    return under(figure, parameter.name) if inputs.by_programme else figure


def _carried(fact: Fact, unit: str) -> str:
    """A fact as a column of `looked_at`."""
    dotted, name = _dotted(fact, unit), flat(fact)
    return dotted if name == fact.name else under(dotted, name)
