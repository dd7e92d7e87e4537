"""The words that conditions may use, also where the file that lists them is broken."""

from collections.abc import Mapping

from selaras.rules.check.types import type_of_value
from selaras.rules.grammar.register import Act, FactEntry, VocabularyBook
from selaras.rules.read.fit import Read
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import KEY, Source

ANY = FactEntry.model_construct(
    type="null", description="", unit=None, minimum=None, maximum=None, values=None
)


class Anything(dict):
    """A vocabulary that could not be read: it has every word, and each fits everywhere."""

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> FactEntry:
        return ANY

    def get(self, name: str, default: object = None) -> FactEntry:
        """The entry that any name has."""
        return ANY


def words_of(
    vocabulary: tuple[Source | None, Read[VocabularyBook]], problems: Problems
) -> VocabularyBook:
    """The vocabulary; words whose entry is broken stay words, so that only the entry is told."""
    source, read = vocabulary
    if source is None or read.model is None:
        return VocabularyBook.model_construct(person=Anything(), household=Anything(), codes={})
    _check_domains(source, read.model, problems)
    entries = {
        unit: {**dict.fromkeys(source.names(unit), ANY), **getattr(read.model, unit)}
        for unit in ("person", "household")
    }
    return VocabularyBook.model_construct(**entries, codes=read.model.codes)


def with_words(
    words: Mapping[str, FactEntry], more: Mapping[str, FactEntry]
) -> Mapping[str, FactEntry]:
    """Words with some more; one that has every word needs none."""
    return words if isinstance(words, Anything) else {**words, **more}


def known_words(vocabulary: VocabularyBook) -> VocabularyBook:
    """The words of which it is known what they can be; none where the file could not be read."""
    entries = {
        unit: {name: each for name, each in getattr(vocabulary, unit).items() if each is not ANY}
        for unit in ("person", "household")
    }
    return VocabularyBook.model_construct(**entries, codes=vocabulary.codes)


def _check_domains(source: Source, vocabulary: VocabularyBook, problems: Problems) -> None:
    """A fact has bounds of its own type, the lower one first, and choices only as a text."""
    for unit in ("person", "household"):
        for name, entry in getattr(vocabulary, unit).items():
            bounds = [each for each in (entry.minimum, entry.maximum) if each is not None]
            fits = all(type_of_value(each) == entry.type for each in bounds)
            fits = fits and (entry.values is None or (entry.type == "text" and entry.values))
            if not fits or bounds != sorted(bounds):
                problems.add(source.place(unit, name, KEY), "odd_domain", name=name)
            if entry.act and not _fits(entry, entry.act):
                problems.add(source.place(unit, name, "act"), "odd_act", name=name)


def _fits(entry: FactEntry, act: Act) -> bool:
    """Whether what a fact is to be changed to is a value of it, and given only where it can be."""
    wanted = {"boolean": bool, "integer": str}.get(entry.type)
    return act.to is None if act.way == "none" else bool(wanted) and isinstance(act.to, wanted)
