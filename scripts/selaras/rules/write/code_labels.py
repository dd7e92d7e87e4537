"""What people call every code of the public tables, gathered from where each is declared."""

from collections.abc import Iterator

from selaras.rules.check.book import Book
from selaras.rules.check.entitlements import suppliers
from selaras.rules.grammar.rule import Words

Label = tuple[str, str, Words | None]


def code_labels(book: Book) -> list[tuple[str, str, str, str]]:
    """Domain, code and label in both languages, each pair once: the first that declares it."""
    found: dict[tuple[str, str], Words] = {}
    for domain, code, words in _declared(book):
        found.setdefault((domain, code), words or Words(id=code, en=code))
    return [(*key, words.id, words.en) for key, words in sorted(found.items())]


def _declared(book: Book) -> Iterator[Label]:
    """Every code with what it is called where it is declared."""
    titles = {each.programme: each.rule.title for each in book.rules}
    titles |= {name: each.title for name, each in book.register.programmes.items()}
    yield from (("programme", name, title) for name, title in titles.items())
    yield from (("agency", name, each.title) for name, each in book.register.agencies.items())
    for checked in book.rules:
        for name, part in getattr(checked.rule.benefit, "components", {}).items():
            yield "component", name, part.title or part.says
    for facts in (book.vocabulary.person, book.vocabulary.household):
        for name, fact in facts.items():
            yield from ((name, value, words) for value, words in (fact.values or {}).items())
    for domain, labels in book.vocabulary.codes.items():
        yield from ((domain, code, words) for code, words in labels.items())
    for source, agency in suppliers(book.contracts, book.register).items():
        yield "source", source, book.register.agencies[agency].title
