"""One page per programme, one for overlaps and an index: the rule book for people who read."""

from selaras.rules.check.book import Book
from selaras.rules.write.pages.index_page import index_page
from selaras.rules.write.pages.overlap_page import overlap_page
from selaras.rules.write.pages.programme_page import programme_page


def page_files(book: Book) -> dict[str, str]:
    """The text of every page by its name in docs/programmes/."""
    pages = {f"{each.programme}.md": programme_page(each, book) for each in book.rules}
    return pages | {"README.md": index_page(book), "overlaps.md": overlap_page(book)}
