"""The rule book for people who read: programmes in both languages, an index, the overlaps."""

from pathlib import Path

from selaras.rules.check.book import Book
from selaras.rules.write.pages.index_page import index_page
from selaras.rules.write.pages.indonesian_page import indonesian_index, indonesian_page
from selaras.rules.write.pages.overlap_page import overlap_page
from selaras.rules.write.pages.programme_page import programme_page

ENGLISH = Path("docs/programmes")
INDONESIAN = Path("docs/id/programmes")


def page_files(book: Book) -> dict[Path, str]:
    """The text of every page by its path in the project."""
    pages = {ENGLISH / "README.md": index_page(book), ENGLISH / "overlaps.md": overlap_page(book)}
    pages[INDONESIAN / "README.md"] = indonesian_index(book)
    for each in book.rules:
        pages[ENGLISH / f"{each.programme}.md"] = programme_page(each, book)
        pages[INDONESIAN / f"{each.programme}.md"] = indonesian_page(each, book)
    return pages
