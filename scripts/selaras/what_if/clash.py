"""Reforms that cannot be asked for together: they change the same thing."""

from itertools import combinations

from selaras.errors import ExitCode, Refusal
from selaras.what_if.merge import REPLACED
from selaras.what_if.read import Read


def refuse_clash(reforms: list[Read]) -> None:
    """Refuse reforms of which two change the same thing."""
    for one, other in combinations(reforms, 2):
        both = sorted(touched(one) & touched(other))
        if both:
            values = {"first": one.name, "second": other.name, "what": ".".join(both[0])}
            raise Refusal(ExitCode.USAGE, "what_if.clash", **values)


def touched(read: Read) -> set[tuple[str, ...]]:
    """Everything that a reform changes, by what it is called in the rule book."""
    found = {("overlaps", name) for part in ("rules", "suspends") for name in _part(read, part)}
    found |= {(name,) for name in read.reform.begins}
    for programme, changes in read.data.get("programmes", {}).items():
        for part in ("parameters", "new_parameters"):
            found |= {(programme, "parameters", name) for name in changes.get(part, {})}
        for part in ("criteria", "suspends"):
            found |= {(programme, "criteria", name) for name in changes.get(part, ())}
        found |= {(programme, part) for part in (*REPLACED, "ends") if changes.get(part)}
    return found


def _part(read: Read, part: str) -> dict:
    """The overlap rules that a reform adds or suspends."""
    return (read.data.get("overlaps") or {}).get(part, {})
