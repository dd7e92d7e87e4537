"""Sentences take their figures from parameters, so that none of them goes stale."""

import re
from collections.abc import Iterator

from selaras.rules.check.book import Book
from selaras.rules.grammar.rule import Rule, Words
from selaras.rules.read.problems import Hint, Problems, nearest
from selaras.rules.read.source import Source

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
BRACE = re.compile(r"[{}]")
DIGITS = re.compile(r"\d+(?:[._,]\d+)*")
LIMIT = "at_most"  # what a sentence of an overlap calls the value of its limit


def placeholders(*says: Words | None) -> list[str]:
    """The parameters that sentences name, each once, in either language."""
    texts = [text for each in says if each for text in (each.id, each.en)]
    return list(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)))


def check_sentences(rule: Rule, source: Source, problems: Problems) -> None:
    """Placeholders are parameters of the file; digits are told with the parameter they may be."""
    values = {
        name: {str(each.value) for each in parameter.values.values() if each}
        for name, parameter in rule.parameters.items()
    }
    for path, says in sentences_of(rule):
        _check(says, path, values, source, problems)


def check_overlap_sentences(book: Book, source: Source, problems: Problems) -> None:
    """The same of overlap rules, whose one figure is their limit."""
    for name, each in book.overlaps.overlaps.items():
        limit = {LIMIT: {str(each.at_most.value)}} if each.at_most else {}
        _check(each.says, ("overlaps", name, "says"), limit, source, problems)
    for name, each in book.overlaps.always.items():
        _check(each.says, ("always", name, "says"), {}, source, problems)


def sentences_of(rule: Rule) -> Iterator[tuple[tuple[str, ...], Words]]:
    """Every sentence of a rule with its place."""
    for name, criterion in rule.criteria.items():
        yield ("criteria", name, "says"), criterion.says
        for branch, each in (criterion.any_of or {}).items():
            yield ("criteria", name, "any_of", branch, "says"), each.says
    for kind in ("tiers", "components"):
        for name, part in getattr(rule.benefit, kind, {}).items():
            if part.says:
                yield ("benefit", kind, name, "says"), part.says


def _check(
    says: Words,
    path: tuple[str, ...],
    values: dict[str, set[str]],
    source: Source,
    problems: Problems,
) -> None:
    """Note what one sentence names that is no figure, and figures that it writes itself."""
    for language, text in (("id", says.id), ("en", says.en)):
        for name in PLACEHOLDER.findall(text):
            if name not in values:
                place = source.words(name, *path, language)
                problems.add(place, "no_such_figure", words=name, hint=nearest(name, values))
        rest = PLACEHOLDER.sub("", text)
        if BRACE.search(rest):
            problems.add(source.place(*path, language), "odd_braces", words=text[:60])
        for digits in DIGITS.findall(rest):
            place = source.words(digits, *path, language)
            problems.warn(place, "digits_in_sentence", words=digits, hint=_figure(digits, values))


def _figure(digits: str, values: dict[str, set[str]]) -> Hint:
    """The parameter that has, or had, the value that some digits write."""
    bare = re.sub("[._,]", "", digits)
    return Hint(next((name for name, each in values.items() if bare in each), ""))
