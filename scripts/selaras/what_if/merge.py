"""The rule book with a reform in it, as plain data of each file that changes."""

from copy import deepcopy
from datetime import date

Data = dict
REPLACED = ("applies_to", "benefit")


def merged_rule(base: Data, changes: Data, day: date) -> Data:
    """A rule as it is from the day of a reform on; the examples of the reform come last."""
    rule = deepcopy(base)
    parameters = rule.get("parameters", {})
    for name, value in changes.get("parameters", {}).items():
        values = parameters[name]["values"]
        kept = {start: each for start, each in values.items() if start < day}
        parameters[name]["values"] = {**kept, day: value}
    rule["parameters"] = {**parameters, **changes.get("new_parameters", {})}
    suspended = changes.get("suspends", [])
    criteria = {
        name: _until(each, rule["valid_from"], day) if name in suspended else each
        for name, each in rule["criteria"].items()
    }
    rule["criteria"] = {name: each for name, each in criteria.items() if each}
    for name, each in changes.get("criteria", {}).items():
        dated = {} if name in base["criteria"] else {"from": day}
        rule["criteria"][name] = {**dated, **each}
    for name in REPLACED:
        if changes.get(name) is not None:
            rule[name] = changes[name]
    if changes.get("ends"):
        rule["valid_to"] = day
    rule["examples"] = [*kept_examples(base, changes, day), *changes.get("examples", [])]
    return rule


def kept_examples(base: Data, changes: Data, day: date) -> list[Data]:
    """The examples of a rule that show the same with a reform: of earlier days, where it is dated.

    A criterion, benefit or scope that is written anew is so for all days, so that none is kept.
    """
    is_rewritten = any(changes.get(name) is not None for name in REPLACED)
    if is_rewritten or set(changes.get("criteria", {})) & set(base["criteria"]):
        return []
    return [each for each in base["examples"] if each["date"] < day]


def merged_overlaps(base: Data, changes: Data, day: date, is_judged: bool) -> Data:
    """overlaps.yml as it is from the day of a reform on.

    Where families are judged by it a rule that is suspended is no more: what it found of earlier
    days would be found still.
    """
    rules = {}
    for name, each in base["overlaps"].items():
        if name not in changes.get("suspends", {}):
            rules[name] = each
        elif not is_judged and each["valid_from"] < day:
            before = [case for case in each.get("examples", ()) if case["date"] < day]
            shown = [*before, *changes["suspends"][name]["examples"]]
            rules[name] = {**each, "valid_to": day, "examples": shown}
    return {**base, "overlaps": {**rules, **changes.get("rules", {})}}


def placed(value: object, written: date, day: date) -> object:
    """A part of a reform in which one day stands for another, its examples apart."""
    if value == written and isinstance(value, date):
        return day
    if isinstance(value, list):
        return [placed(each, written, day) for each in value]
    if isinstance(value, dict):
        return {
            placed(key, written, day): each if key == "examples" else placed(each, written, day)
            for key, each in value.items()
        }
    return value


def _until(criterion: Data, begins: date, day: date) -> Data | None:
    """A criterion that is asked for until a day, or None where it would never be."""
    if max(begins, criterion.get("from") or begins) >= day:
        return None
    return {**criterion, "to": min(day, criterion.get("to") or day)}
