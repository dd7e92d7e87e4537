"""What must fit together between the files of the rule book."""

from datetime import date

from selaras.rules.book import Book
from selaras.rules.grammar_shared import DATA_FINDINGS, STANDINGS, Overlap
from selaras.rules.overlap_examples import check_overlap_examples
from selaras.rules.problems import Problems, nearest
from selaras.rules.source import KEY, Source


def check_reviews(book: Book, day: date, problems: Problems) -> None:
    """Warn of values whose day of review has passed."""
    for checked in book.rules:
        for name, parameter in checked.rule.parameters.items():
            for start, value in parameter.values.items():
                if value and value.review_by and value.review_by < day:
                    place = checked.source.place("parameters", name, "values", start)
                    problems.warn(place, "past_review", name=name, day=value.review_by)


def check_register(book: Book, source: Source, problems: Problems) -> None:
    """Owners exist, and no programme stands in both the register and a rule file."""
    agencies = book.register.agencies
    for checked in book.rules:
        owner = checked.rule.owner
        if owner not in agencies:
            place = checked.source.place("owner")
            problems.add(place, "unknown_agency", words=owner, hint=nearest(owner, agencies))
        if checked.programme in book.register.programmes:
            place = source.place("programmes", checked.programme, KEY)
            problems.add(place, "registered_twice", name=checked.programme)
    for name, each in book.register.programmes.items():
        if each.owner not in agencies:
            place = source.place("programmes", name, "owner")
            hint = nearest(each.owner, agencies)
            problems.add(place, "unknown_agency", words=each.owner, hint=hint)


def check_asked_of(book: Book, source: Source, problems: Problems) -> None:
    """Facts are asked of agencies that exist."""
    agencies = book.register.agencies
    for unit in ("person", "household"):
        for name, each in getattr(book.vocabulary, unit).items():
            if each.asked_of and each.asked_of not in agencies:
                place = source.place(unit, name, "asked_of")
                hint = nearest(each.asked_of, agencies)
                problems.add(place, "unknown_agency", words=each.asked_of, hint=hint)


def check_overlaps(book: Book, source: Source, problems: Problems) -> None:
    """Overlap rules speak of programmes, components and agencies that exist."""
    rules = {checked.programme: checked.rule for checked in book.rules}
    files = {name.removesuffix(".yml") for name in book.digests} - {"programmes"}
    programmes = {*files, *book.register.programmes, *STANDINGS}
    for name, each in book.overlaps.overlaps.items():
        path = ("overlaps", name)
        _check_shape(name, each, source, problems)
        check_overlap_examples(name, each, book.vocabulary, source, problems)
        for side in each.sides():
            programme, _, component = side.partition(":")
            place = source.words(side, *path, "between")
            if programme not in programmes:
                hint = nearest(programme, programmes)
                problems.add(place, "unknown_programme", words=programme, hint=hint)
            elif component and programme in rules:
                known = getattr(rules[programme].benefit, "components", {})
                if component not in known:
                    hint = nearest(component, known)
                    problems.add(place, "unknown_component", words=side, hint=hint)
        for key in ("keep", "expects"):
            chosen = getattr(each, key)
            if chosen and chosen not in {side.partition(":")[0] for side in each.sides()}:
                problems.add(source.place(*path, key), "keeps_neither", name=chosen)
        if each.valid_to and each.valid_to <= each.valid_from:
            problems.add(source.place(*path, "valid_to"), "ends_before_start", day=each.valid_to)
    entries = {**book.overlaps.overlaps, **book.overlaps.always}
    for name, each in entries.items():
        section = "overlaps" if name in book.overlaps.overlaps else "always"
        if each.review_agency and each.review_agency not in book.register.agencies:
            place = source.place(section, name, "review_agency")
            hint = nearest(each.review_agency, book.register.agencies)
            problems.add(place, "unknown_agency", words=each.review_agency, hint=hint)
        if each.status != "assumed" and not each.source:
            problems.add(source.place(section, name, KEY), "no_source", name=name)
    for name in DATA_FINDINGS:
        if name not in book.overlaps.always:
            problems.add(source.place("always"), "finding_missing", name=name)
    for name in book.overlaps.always:
        if name not in DATA_FINDINGS:
            hint = nearest(name, DATA_FINDINGS)
            place = source.place("always", name, KEY)
            problems.add(place, "unknown_finding", words=name, hint=hint)


def _check_shape(name: str, overlap: Overlap, source: Source, problems: Problems) -> None:
    """Each kind has the keys that it needs and none that mean nothing there."""
    place = source.place("overlaps", name, KEY)
    meant_for = {"expects": ("complement",), "allowed_if": ("conditional",)}
    meant_for["at_most"] = ("cap", "info")
    for key, kinds in meant_for.items():
        if getattr(overlap, key) is not None and overlap.kind not in kinds:
            problems.add(place, "key_not_for_kind", key=key, kind=overlap.kind)
    needed = {"conditional": "allowed_if", "cap": "at_most"}.get(overlap.kind)
    if needed and getattr(overlap, needed) is None:
        problems.add(place, "kind_needs", key=needed, kind=overlap.kind)
    if not overlap.pairs():
        problems.add(place, "one_side", name=name)
