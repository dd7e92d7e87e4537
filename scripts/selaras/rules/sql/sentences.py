"""Sentences of the rule book with their figures in them."""

from collections.abc import Callable, Mapping
from datetime import date

from selaras import spelling
from selaras.rules.check.sentences import LIMIT, PLACEHOLDER
from selaras.rules.grammar.overlaps import Overlap
from selaras.rules.grammar.rule import Parameter, Rule, Words

ANSWERS = {"id": ("tidak", "ya"), "en": ("no", "yes")}
NONE = {"id": "(belum ada)", "en": "(none yet)"}


def on_a_day(says: Words, rule: Rule, figures: Mapping[str, object]) -> Words:
    """A sentence with the values of one stretch of time."""

    def figure(name: str, language: str) -> str:
        return spelt(figures.get(name), rule.parameters[name].unit, language)

    return _filled(says, figure)


def over_time(says: Words, rule: Rule) -> Words:
    """A sentence with the latest value of each figure and the one before it.

    Whoever reads it on whatever day sees from which day on each of them holds.
    """

    def figure(name: str, language: str) -> str:
        return _history(rule.parameters[name], language)

    return _filled(says, figure)


def of_overlap(overlap: Overlap) -> Words:
    """The sentence of an overlap rule with its limit."""
    limit = overlap.at_most

    def figure(name: str, language: str) -> str:
        return spelt(limit.value, limit.counts, language) if limit and name == LIMIT else ""

    return _filled(overlap.says, figure)


def spelt(value: object, unit: str, language: str) -> str:
    """A value as a language writes it."""
    if value is None:
        return NONE[language]
    if isinstance(value, bool):
        return ANSWERS[language][value]
    if isinstance(value, date):
        return spelling.day(value, language)
    if unit.startswith("rupiah"):
        return spelling.rupiah(value, language)
    return spelling.number(value, language)


def _history(parameter: Parameter, language: str) -> str:
    """`60`, or `60 (65 from 1 July 2026)` where it was another before."""
    *before, (day, value) = sorted(parameter.values.items())
    last = spelt(value.value if value else None, parameter.unit, language)
    earlier = before[-1][1] if before else None
    if earlier is None or earlier.value is None:
        return last
    first = spelt(earlier.value, parameter.unit, language)
    if value is None or value.value is None:
        return f"{first} ({spelling.period(None, day, language)})"
    return f"{first} ({last} {spelling.period(day, None, language)})"


def _filled(says: Words, figure: Callable[[str, str], str]) -> Words:
    """Both languages of a sentence with their placeholders filled."""
    return Words(
        id=PLACEHOLDER.sub(lambda found: figure(found[1], "id"), says.id),
        en=PLACEHOLDER.sub(lambda found: figure(found[1], "en"), says.en),
    )
