"""The last steps of elig_<programme>: each criterion, whether all hold, and the verdict."""

from dataclasses import dataclass

from selaras.rules.check.book import HAS_COMPONENT, CheckedRule
from selaras.rules.expression.rendering import STEP, WIDTH
from selaras.rules.expression.tree import Expression, Operation, facts_in, parameters_in
from selaras.rules.grammar.rule import Components, Flat, Tiered
from selaras.rules.sql.components import component_conditions, member_facts
from selaras.rules.sql.pieces import (
    column,
    cte,
    flat,
    joined,
    listed,
    named,
    remark,
    under,
    wrapped,
)
from selaras.rules.sql.tiers import tier_columns
from selaras.rules.sql.widening import whole

TELL = "-- What stands in the way, what is open, and the facts that would settle it."
MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


@dataclass(frozen=True)
class Gap:
    """Something not known: its name for people, its flag and the criteria it can leave open.

    `column` is the column that is null then; None where the flag comes from the members.
    """

    label: str
    flag: str
    column: str | None
    criteria: tuple[str, ...]


def gaps(checked: CheckedRule) -> list[Gap]:
    """Everything whose absence can leave a criterion open."""
    feeds: dict[tuple[str, str, str | None], list[str]] = {}
    for name, each in checked.judgements.items():
        for key in _absences(checked, each.condition):
            feeds.setdefault(key, []).append(name)
    found = [Gap(*key, tuple(criteria)) for key, criteria in feeds.items()]
    return [*found, *(_objection_gap(name) for name in checked.contestable)]


def _objection_gap(name: str) -> Gap:
    """An objection that may hold or not leaves its criterion open, unless that is true anyhow."""
    return Gap(f"objection.{name}", f"misses_objection_{name}", f"concedes_{name}", (name,))


def _absences(checked: CheckedRule, condition: Expression) -> list[tuple[str, str, str | None]]:
    """Label, flag and column of everything that a condition needs to know."""
    facts, extra = facts_in(condition), []
    parameters = parameters_in(condition)
    if checked.has_components and HAS_COMPONENT in facts:
        trees = component_conditions(checked).values()
        facts = [fact for fact in facts if fact != HAS_COMPONENT]
        facts += [fact for fact in facts_in(*trees) if fact.of_household]
        parameters = list(dict.fromkeys([*parameters, *parameters_in(*trees)]))
        extra = [("member", "misses_member", None)]
        for fact in member_facts(checked):
            extra.append((f"member.{fact}", f"misses_member_{fact.name}", None))
    found = [(str(fact), f"misses_{flat(fact)}", flat(fact)) for fact in facts]
    found += [(str(each), f"misses_parameter_{each.name}", each.name) for each in parameters]
    return [*found, *extra]


def judged(checked: CheckedRule) -> str:
    """The CTE with one column per criterion, per gap, and the amount."""
    columns = [f"{checked.rule.unit}_id"]
    columns += ["household_id"] if checked.rule.unit == "person" else []
    columns += ["as_of_date", "is_enrolled", "is_in_force"]
    columns += [f"concedes_{name}" for name in checked.contestable]
    for name in checked.judgements:
        columns += _criterion(checked, name)
    columns += [
        under(f"{gap.column} is null", gap.flag) if gap.column else gap.flag
        for gap in gaps(checked)
    ]
    columns += _amounts(checked)
    step = "known" if checked.has_components else "looked_at"
    return cte("judged", ["select", *listed(columns), "", f"from {step}"])


def _criterion(checked: CheckedRule, name: str) -> list[str]:
    """One criterion and its branches; an accepted objection makes it true."""
    criterion, judgement = checked.rule.criteria[name], checked.judgements[name]
    trees = {f"{name}__{branch}": tree for branch, tree in judgement.branches.items()}
    trees[name] = judgement.condition
    if criterion.contestable:
        trees[name] = Operation("or", (column(f"concedes_{name}"), judgement.condition))
    first, *others = (named(tree, alias) for alias, tree in trees.items())
    return [f"{remark(f'{criterion.says.en} ({criterion.basis})')}\n{first}", *others]


def _amounts(checked: CheckedRule) -> list[str]:
    """The amount of a period, before it is known who gets it."""
    benefit = checked.rule.benefit
    if isinstance(benefit, Components):
        return ["certain_amount", "highest_amount"]
    if isinstance(benefit, Tiered):
        return tier_columns(checked)
    return [whole(checked, checked.amounts["amount"], "full_amount")]


def concluded(checked: CheckedRule) -> str:
    """The CTE that says whether everything holds: false, else unknown, else true."""
    all_hold = joined("and", [column(name) for name in ("is_in_force", *checked.judgements)])
    step = "priced" if isinstance(checked.rule.benefit, Tiered) else "judged"
    return cte(
        "concluded", ["select", *listed(["*", named(all_hold, "holds")]), "", f"from {step}"]
    )


def final(checked: CheckedRule) -> list[str]:
    """The columns of the contract."""
    rule = checked.rule
    columns = [f"'{rule.programme}' as programme_id", f"'{rule.unit}' as unit"]
    columns += ["person_id" if rule.unit == "person" else "cast(null as varchar) as person_id"]
    columns += ["household_id", "as_of_date", "is_enrolled", "is_in_force"]
    for name, judgement in checked.judgements.items():
        columns += [f"{name}__{branch}" for branch in judgement.branches] + [name]
    columns.append(
        f"case\n{STEP}when not holds then 'ineligible'\n{STEP}when holds then 'eligible'\n"
        f"{STEP}else 'undetermined'\nend as verdict"
    )
    columns += [
        f"{TELL}\n{_of_criteria('unmet', ['is_in_force', *checked.judgements])}",
        _of_criteria("unknown", list(checked.judgements)),
        _missing_facts(checked),
        _of_criteria("contested", list(checked.contestable)),
        *_entitlement(checked),
        f"'{checked.digest[:12]}' as rule_digest",
    ]
    return ["select", *listed(columns), "", "from concluded"]


def _of_criteria(macro: str, criteria: list[str]) -> str:
    """What a macro tells of some criteria, as the column of its name."""
    if not criteria:
        return f"'' as {macro}_criteria"
    return f"{{{{ {macro}({_quoted(criteria, WIDTH // 2)}) }}}} as {macro}_criteria"


def _missing_facts(checked: CheckedRule) -> str:
    """The facts that leave criteria open, from what each criterion reads."""
    lines = []
    for name in checked.judgements:
        labels = [gap.label for gap in gaps(checked) if name in gap.criteria]
        if labels:
            lines += [f"'{name}': {_quoted(labels, WIDTH - 3 * len(STEP) - len(name))}"]
    if not lines:
        return "'' as missing_facts"
    return "\n".join(["{{ missing({", *listed(lines), "}) }} as missing_facts"])


def _quoted(names: list[str], width: int) -> str:
    """A list of names in a call of a macro, on as many lines as it takes."""
    quoted = [f"'{name}'" for name in names]
    line = f"[{', '.join(quoted)}]"
    if len(line) <= width:
        return line
    return "\n".join(["[", *wrapped(quoted, STEP, WIDTH - 3 * len(STEP)), "]"])


def _entitlement(checked: CheckedRule) -> list[str]:
    """What is due per month for certain, and at most."""
    amounts = ["certain_amount", "highest_amount"]
    if isinstance(checked.rule.benefit, Flat):
        amounts = ["full_amount", "full_amount"]
    months = MONTHS[checked.rule.benefit.per]
    certain, highest = (
        amount if months == 1 else f"{{{{ divide_whole('{amount}', {months}) }}}}"
        for amount in amounts
    )
    entitled = f"case when holds then {certain} end as entitled_amount"
    if len(entitled) > WIDTH - len(STEP) - 1:
        entitled = f"case\n{STEP}when holds then {certain}\nend as entitled_amount"
    return [
        entitled,
        f"case\n{STEP}when holds is not false then {highest}\nend as possible_amount",
    ]
