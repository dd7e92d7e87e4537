"""One page per programme, one for overlaps and an index: the rule book for people who read."""

from selaras.rules.book import Book
from selaras.rules.pages.index import index_page
from selaras.rules.pages.overlaps import overlap_page
from selaras.rules.pages.programme import programme_page


def page_files(book: Book) -> dict[str, str]:
    """The text of every page by its name in docs/programmes/."""
    pages = {f"{each.programme}.md": programme_page(each, book) for each in book.rules}
    return pages | {"README.md": index_page(book), "overlaps.md": overlap_page(book)}
