"""The verdict on one person or household by one rule."""

from dataclasses import dataclass

from interpreter.benefit import component_reads, in_components, monthly
from interpreter.language import leaves
from interpreter.logic import Look, all_hold, evaluate, some_hold
from interpreter.rule import Facts, Rule, Unit, read

IN_FORCE = "is_in_force"


@dataclass(frozen=True)
class Verdict:
    """What is to be said of a unit; outcomes also hold branches, as `<criterion>__<branch>`."""

    verdict: str
    outcomes: dict[str, bool | None]
    unmet: list[str]
    unknown: list[str]
    missing: set[str]
    contested: list[str]
    entitled: object
    possible: object
    is_enrolled: bool

    @property
    def coverage(self) -> str:
        """What the verdict means beside the list."""
        if self.verdict == "undetermined":
            return "open"
        if self.verdict == "eligible":
            return "reached" if self.is_enrolled else "missed"
        return "leaked" if self.is_enrolled else "outside"


def judge(rule: Rule, unit: Unit) -> Verdict | None:
    """The verdict, or None where nobody looks at the unit at all."""
    look = _look(rule, unit, unit.facts)
    if not unit.is_enrolled and not _applies(rule, unit, look):
        return None
    members = [_look(rule, unit, _of_member(unit, facts)) for facts in unit.members]
    outcomes, missing = {IN_FORCE: rule.is_in_force(unit.day)}, set()
    branches: dict[str, bool | None] = {}
    asked = rule.asked_on(unit.day)
    contestable = [name for name in asked if rule.raw["criteria"][name].get("contestable")]
    contested = [name for name in contestable if name in unit.objections]
    for name, trees in asked.items():
        found = {
            key: evaluate(tree, _with_components(rule, look, members))
            for key, tree in trees.items()
        }
        branches |= {f"{name}__{key}": value for key, value in found.items() if key}
        outcomes[name] = True if name in contested else some_hold(*found.values())
        if outcomes[name] is None:
            missing |= _missing(rule, name, look, members)
    holds = all_hold(*outcomes.values())
    certain, possible = monthly(rule, look, members)
    return Verdict(
        verdict={True: "eligible", False: "ineligible", None: "undetermined"}[holds],
        outcomes=outcomes | branches,
        unmet=[name for name, value in outcomes.items() if value is False],
        unknown=[name for name, value in outcomes.items() if value is None],
        missing=missing,
        contested=contested,
        entitled=certain if holds else None,
        possible=None if holds is False else possible,
        is_enrolled=unit.is_enrolled,
    )


def sight(rule: Rule, unit: Unit) -> Look:
    """Everything that the criteria of a rule see of a unit."""
    members = [_look(rule, unit, _of_member(unit, facts)) for facts in unit.members]
    return _with_components(rule, _look(rule, unit, unit.facts), members)


def _applies(rule: Rule, unit: Unit, look: Look) -> bool:
    """Whether someone who is not enrolled is looked at: in force, and not known to be outside."""
    text = rule.raw.get("applies_to")
    return rule.is_in_force(unit.day) and (not text or evaluate(read(text), look) is not False)


def _look(rule: Rule, unit: Unit, facts: Facts) -> Look:
    """Where conditions find their facts and figures."""

    def look(kind: str, name: str) -> object:
        return rule.figure(name, unit.day) if kind == "parameter" else facts.get(name)

    return look


def _of_member(unit: Unit, facts: Facts) -> Facts:
    """What a condition on a member sees: their facts, and those of the household."""
    return {f"household.{name}": value for name, value in unit.facts.items()} | facts


def _with_components(rule: Rule, look: Look, members: list[Look]) -> Look:
    """The facts of a household, and whether some member is in a component; none known is open."""
    if rule.benefit["kind"] != "components":
        return look
    some = [some_hold(*in_components(rule.benefit, each).values()) for each in members]
    has_component = some_hold(*some) if members else None
    return lambda kind, name: (
        has_component if (kind, name) == ("fact", "has_component") else look(kind, name)
    )


def _missing(rule: Rule, name: str, look: Look, members: list[Look]) -> set[str]:
    """Everything absent that an open criterion reads."""
    trees = list(rule.conditions[name].values())
    facts = set().union(*(leaves(tree, "fact") for tree in trees))
    figures = set().union(*(leaves(tree, "parameter") for tree in trees))
    missing = set()
    if rule.benefit["kind"] == "components" and "has_component" in facts:
        facts.remove("has_component")
        for part in rule.benefit["components"]:
            for tree in component_reads(rule.benefit, part):
                figures |= leaves(tree, "parameter")
                facts |= {each for each in leaves(tree, "fact") if each.startswith("household.")}
        missing |= _missing_of_members(rule.benefit, members)
    missing |= {each for each in facts if look("fact", each.removeprefix(_prefix(rule))) is None}
    return missing | {f":{each}" for each in figures if look("parameter", each) is None}


def _prefix(rule: Rule) -> str:
    """What a household's own facts are called by inside the conditions on its members."""
    return "household." if rule.raw["unit"] == "household" else ""


def _missing_of_members(benefit: dict, members: list[Look]) -> set[str]:
    """What is absent of the members who may or may not be in a component."""
    missing = set() if members else {"member"}
    for member in members:
        places = in_components(benefit, member)
        if some_hold(*places.values()) is not None:
            continue
        for part in (name for name, value in places.items() if value is None):
            reads = set().union(*(leaves(tree, "fact") for tree in component_reads(benefit, part)))
            own = {each for each in reads if not each.startswith("household.")}
            missing |= {f"member.{each}" for each in own if member("fact", each) is None}
    return missing
