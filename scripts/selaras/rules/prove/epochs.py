"""The stretches of time in which a rule says the same, and where its facts come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from selaras.rules.expression.tree import Expression, parameters_in
from selaras.rules.grammar.rule import Rule
from selaras.rules.sql.parameters import stretches


@dataclass(frozen=True)
class Epoch:
    """A half-open stretch of time within the life of a programme, and the values in force."""

    valid_from: date
    valid_to: date | None
    values: dict[str, object]

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def epochs_of(rule: Rule) -> list[Epoch]:
    """Every stretch between the first and the last day of a programme, oldest first."""
    nothing = dict.fromkeys(rule.parameters)
    known = stretches(rule)
    rows = [(each.valid_from, each.valid_to, each.values) for each in known]
    first = min((start for start, _, _ in rows), default=None)
    if first is None or rule.valid_from < first:
        rows.insert(0, (rule.valid_from, first, nothing))
    found = []
    for start, end, values in rows:
        ends = [day for day in (end, rule.valid_to) if day]
        start, end = max(start, rule.valid_from), min(ends, default=None)
        if end is None or start < end:
            found.append(Epoch(start, end, values))
    return found


def telling(epochs: list[Epoch], trees: Iterable[Expression]) -> list[Epoch]:
    """The epochs in which every parameter of some expressions has a value, each value once.

    Of epochs with the same values the newest is kept. Where a parameter never has a value, all
    epochs tell: its condition really is unknown throughout.
    """
    names = [each.name for each in parameters_in(*trees)]
    valued = [each for each in epochs if all(each.values[name] is not None for name in names)]
    chosen = {tuple(each.values[name] for name in names): each for each in valued or epochs}
    return sorted(chosen.values(), key=lambda each: each.valid_from)
