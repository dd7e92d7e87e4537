"""What must fit together between the files of the rule book."""

from dataclasses import dataclass

from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.check.examples import check_overlap_examples
from selaras.rules.check.vocabulary import known_words
from selaras.rules.grammar.overlaps import DATA_FINDINGS, MORE_DATA_FINDINGS, STANDINGS, Overlap
from selaras.rules.read.fit import STAND_IN
from selaras.rules.read.problems import Problems, nearest
from selaras.rules.read.source import KEY, Source


@dataclass(frozen=True)
class Names:
    """The agencies and programmes that exist; None where the register cannot be read."""

    agencies: frozenset[str] | None
    programmes: frozenset[str] | None


def check_register(book: Book, names: Names, source: Source, problems: Problems) -> None:
    """Owners exist, and no programme stands in both the register and a rule file."""
    for checked in book.rules:
        _check_agency(checked.rule.owner, names, checked.source, ("owner",), problems)
        if checked.programme in book.register.programmes:
            place = source.place("programmes", checked.programme, KEY)
            problems.add(place, "registered_twice", name=checked.programme)
    for name, each in book.register.programmes.items():
        _check_agency(each.owner, names, source, ("programmes", name, "owner"), problems)


def check_asked_of(book: Book, names: Names, source: Source, problems: Problems) -> None:
    """Facts are asked of agencies that exist."""
    words = known_words(book.vocabulary)
    for unit in ("person", "household"):
        for name, each in getattr(words, unit).items():
            _check_agency(each.asked_of, names, source, (unit, name, "asked_of"), problems)


def _check_agency(
    agency: str | None, names: Names, source: Source, path: tuple[str, ...], problems: Problems
) -> None:
    """An agency that is named exists."""
    if agency and names.agencies is not None and agency not in {*names.agencies, STAND_IN}:
        hint = nearest(agency, names.agencies)
        problems.add(source.place(*path), "unknown_agency", words=agency, hint=hint)


def check_overlaps(book: Book, names: Names, source: Source, problems: Problems) -> None:
    """Overlap rules speak of programmes, components and agencies that exist."""
    programmes = names.programmes and {*names.programmes, *STANDINGS}
    components = {checked.programme: _components(checked) for checked in book.rules}
    for name, each in book.overlaps.overlaps.items():
        path = ("overlaps", name)
        _check_shape(name, each, source, problems)
        check_overlap_examples(name, each, book.vocabulary, source, problems)
        for side in each.sides():
            programme, _, component = side.partition(":")
            place = source.words(side, *path, "between")
            if programmes and programme not in programmes:
                hint = nearest(programme, programmes)
                problems.add(place, "unknown_programme", words=programme, hint=hint)
            elif component and programme in components:
                known = components[programme]
                if component not in known:
                    hint = nearest(component, known)
                    problems.add(place, "unknown_component", words=side, hint=hint)
        for key in ("keep", "expects"):
            chosen = getattr(each, key)
            sides = {*each.sides(), *(side.partition(":")[0] for side in each.sides())}
            if chosen and chosen not in sides:
                problems.add(source.place(*path, key), "keeps_neither", name=chosen)
        if each.valid_to and each.valid_to <= each.valid_from:
            problems.add(source.place(*path, "valid_to"), "ends_before_start", day=each.valid_to)
        _check_acts(name, each, book, source, problems)
    entries = {**book.overlaps.overlaps, **book.overlaps.always}
    for name, each in entries.items():
        section = "overlaps" if name in book.overlaps.overlaps else "always"
        path = (section, name, "review_agency")
        _check_agency(each.review_agency, names, source, path, problems)
        if each.status != "assumed" and not each.source:
            problems.add(source.place(section, name, KEY), "no_source", name=name)
    for name in DATA_FINDINGS:
        if name not in book.overlaps.always:
            problems.add(source.place("always"), "finding_missing", name=name)
    for name in book.overlaps.always:
        if name not in (*DATA_FINDINGS, *MORE_DATA_FINDINGS):
            hint = nearest(name, (*DATA_FINDINGS, *MORE_DATA_FINDINGS))
            place = source.place("always", name, KEY)
            problems.add(place, "unknown_finding", words=name, hint=hint)


def _check_acts(
    name: str, overlap: Overlap, book: Book, source: Source, problems: Problems
) -> None:
    """Somebody has to act on what is found: whom it names, or the owner of the side that gives way.

    Under a limit no side gives way; there, several owners leave it open.
    """
    owners = {checked.programme: checked.rule.owner for checked in book.rules}
    owners |= {programme: each.owner for programme, each in book.register.programmes.items()}
    sides = {side.partition(":")[0] for side in overlap.sides()}
    if overlap.at_most and not overlap.review_agency and len({*map(owners.get, sides)}) > 1:
        problems.warn(source.place("overlaps", name, KEY), "nobody_acts", name=name)


def _check_shape(name: str, overlap: Overlap, source: Source, problems: Problems) -> None:
    """Each kind has the keys that it needs and none that mean nothing there."""
    place = source.place("overlaps", name, KEY)
    for key in overlap.misplaced():
        problems.add(place, "key_not_for_kind", key=key, kind=overlap.kind)
    if overlap.lacking():
        problems.add(place, "kind_needs", key=overlap.lacking(), kind=overlap.kind)
    sides = overlap.sides()
    for side in sides:
        if sides.count(side) > 1 or side.partition(":")[0] in set(sides) - {side}:
            problems.add(place, "side_twice", side=side, name=name)
    if not overlap.pairs():
        problems.add(place, "one_side", name=name)


def _components(checked: CheckedRule) -> set[str]:
    """The components of a programme as its file names them, usable or not."""
    benefit = checked.source.data.get("benefit")
    found = benefit.get("components") if isinstance(benefit, dict) else None
    return set(found) if isinstance(found, dict) else set()
