"""Reading entitlements.yml: who supplies which list, and who may see what of whom."""

from collections.abc import Iterable
from pathlib import Path

from selaras.lists.contracts import VISITS, Contract
from selaras.rules.grammar.entitlements import AMOUNT, ENROLMENT, EntitlementBook
from selaras.rules.grammar.register import Register, VocabularyBook
from selaras.rules.read.fit import read_model
from selaras.rules.read.problems import Problems, nearest
from selaras.rules.read.source import KEY, Source, read_source

BOOK = "entitlements.yml"


def suppliers(contracts: Iterable[Contract], register: Register) -> dict[str, str]:
    """The agency of the register behind each folder of lists: `dinsos_dki` sends `dinsos`."""
    found = {}
    for source in sorted({each.source for each in contracts}):
        named = [name for name in register.agencies if name.partition("_")[0] == source]
        if source in named or len(named) == 1:
            found[source] = source if source in named else named[0]
    return found


def read_entitlements(
    folder: Path,
    register: Register,
    vocabulary: VocabularyBook,
    contracts: tuple[Contract, ...],
    problems: Problems,
) -> EntitlementBook:
    """Who may see what of whom; nobody sees anything where there is no such file."""
    nothing = EntitlementBook(supplied_by={}, entitlements={})
    if not (folder / BOOK).is_file():
        return nothing
    source = read_source(folder / BOOK, f"{folder.name}/{BOOK}", problems)
    book = read_model(EntitlementBook, source, problems).model if source else None
    if source is None or book is None:
        return nothing
    if not problems.errors:  # what is supplied is known only where all else could be read
        told_by = _told_by(register, vocabulary, contracts)
        _check_facts(book, source, vocabulary, register, problems)
        for name, agencies in book.supplied_by.items():
            for agency in agencies:
                told_by.get(agency, set()).add(name)
        _check(book, source, register, told_by, problems)
    return book


def visited_by(contracts: Iterable[Contract], register: Register) -> str | None:
    """The agency that sends what families answer, and so can be the supplier of what is asked."""
    return suppliers([each for each in contracts if each.identifier == VISITS], register).get(
        VISITS.partition("__")[0]
    )


def fact_suppliers(
    book: EntitlementBook, vocabulary: VocabularyBook, visiting: str | None
) -> list[tuple[str, str, str]]:
    """Unit, fact and agency: everyone of whom a fact comes, who is asked for it where none else.

    What visits ask for comes of who is `visiting` as well.
    """
    return [
        (unit, name, agency)
        for unit in ("person", "household")
        for name, fact in getattr(vocabulary, unit).items()
        for agency in dict.fromkeys(
            [
                *book.supplied_by.get(name, [fact.asked_of] if fact.asked_of else []),
                *([visiting] if visiting and fact.visit else []),
            ]
        )
    ]


def _check_facts(
    book: EntitlementBook,
    source: Source,
    vocabulary: VocabularyBook,
    register: Register,
    problems: Problems,
) -> None:
    """Facts that others supply are facts, and the others are agencies."""
    facts = {*vocabulary.person, *vocabulary.household}
    for name, agencies in book.supplied_by.items():
        if name not in facts:
            place, hint = source.place("supplied_by", name, KEY), nearest(name, facts)
            problems.add(place, "unknown_fact", words=name, hint=hint)
        for at, agency in enumerate(agencies):
            if agency not in register.agencies:
                place = source.place("supplied_by", name, at)
                hint = nearest(agency, register.agencies)
                problems.add(place, "unknown_agency", words=agency, hint=hint)


def _told_by(
    register: Register, vocabulary: VocabularyBook, contracts: tuple[Contract, ...]
) -> dict[str, set[str]]:
    """The fields that each agency can be the supplier of.

    Of nobody is that known where the rules stand without contracts, as those of a commit do.
    """
    if not contracts:
        return {}
    of = suppliers(contracts, register)
    found: dict[str, set[str]] = {name: {ENROLMENT, AMOUNT} for name in register.agencies}
    for contract in contracts:
        if contract.source in of:
            fields = (column.config.meta.field for column in contract.columns)
            found[of[contract.source]].update(fields)
    visiting = visited_by(contracts, register)
    for facts in (vocabulary.person, vocabulary.household):
        for name, fact in facts.items():
            for agency in (fact.asked_of, visiting if fact.visit else None):
                found.get(agency or "", set()).add(name)
    return found


def _check(
    book: EntitlementBook,
    source: Source,
    register: Register,
    told_by: dict[str, set[str]],
    problems: Problems,
) -> None:
    """Both agencies exist and are two, and the one can supply what the other may see."""
    for to, grants in book.entitlements.items():
        for of, grant in grants.items():
            path = ("entitlements", to, of)
            for name, place in ((to, source.place(*path[:2], KEY)), (of, source.place(*path, KEY))):
                if register.agencies and name not in register.agencies:
                    hint = nearest(name, register.agencies)
                    problems.add(place, "unknown_agency", words=name, hint=hint)
            if to == of:
                problems.add(source.place(*path, KEY), "entitled_to_own", name=to)
            for at, name in enumerate(grant.fields):
                known = told_by.get(of)
                if known is not None and name not in known:
                    place, hint = source.place(*path, "fields", at), nearest(name, known)
                    problems.add(place, "not_supplied", name=name, of=of, hint=hint)
            if grant.status != "assumed" and not grant.source:
                problems.add(source.place(*path, KEY), "no_source", name=f"{to} {of}")
