"""The rule book of a git ref in the place of a reform."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from selaras.errors import Refusal
from selaras.rules.differences.history import commit_of, take_book
from selaras.what_if.book import LINKED


def is_ref(project: Path, name: str) -> bool:
    """Whether git knows a ref of that name."""
    try:
        commit_of(project, name)
    except Refusal:
        return False
    return True


@contextmanager
def book_of_ref(project: Path, ref: str) -> Iterator[Path]:
    """The project with the rules of a git ref, for as long as it is used."""
    with TemporaryDirectory(prefix="selaras-what-if-") as folder:
        copy = Path(folder).resolve()
        for name in LINKED:
            (copy / name).symlink_to(project / name)
        take_book(project, commit_of(project, ref), ref, copy)
        yield copy
