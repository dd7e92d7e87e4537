"""A reform as docs/what-if.md tells it: the rule that holds from its first day on, undated."""

from datetime import date

from interpreter.rule import Rule, rule_of

LONG_AGO = date(1900, 1, 1)


def reformed(raw: dict, changes: dict, day: date) -> Rule:
    """The rule of a programme for days from that of the reform on."""
    suspended = changes.get("suspends", [])
    parameters = dict(raw.get("parameters", {}))
    for name, value in changes.get("parameters", {}).items():
        parameters[name] = {"unit": "", "values": {LONG_AGO: value}}
    criteria = {name: each for name, each in raw["criteria"].items() if name not in suspended}
    after = {**raw, "parameters": parameters, "criteria": criteria | changes.get("criteria", {})}
    return rule_of({**after, "valid_to": day} if changes.get("ends") else after)


def is_dated(raw: dict, changes: dict) -> bool:
    """Whether days before the reform are judged as ever: nothing was written anew."""
    return not set(changes.get("criteria", {})) & set(raw["criteria"])
