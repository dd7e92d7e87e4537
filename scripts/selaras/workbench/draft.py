"""One file of the rule book as it is being typed: read, laid into a copy, and saved whole."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from selaras.errors import ExitCode, Refusal
from selaras.rules.check.book import FOLDER
from selaras.rules.compiler import compile_rules, write
from selaras.what_if.book import LINKED

_LOCK = threading.Lock()


@dataclass(frozen=True)
class Draft:
    """The text of a file, and the digest of what stood on disk when it was opened."""

    name: str
    text: str
    digest: str

    @property
    def file(self) -> str:
        """The file as messages name it."""
        return file_of(self.name)


def file_of(name: str) -> str:
    """The path in the project of a file of the rule book."""
    return f"{FOLDER}/{name}.yml"


def names(project: Path) -> list[str]:
    """The files that may be edited, without their ending; what only points elsewhere is none."""
    found = sorted((project / FOLDER).glob("*.yml"))
    return [path.stem for path in found if path.is_file() and not path.is_symlink()]


def opened(project: Path, name: str) -> Draft:
    """A file as it is on disk; `name` is one of `names`. Refusal where it is no text."""
    content = (project / file_of(name)).read_bytes()
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        values = {"file": file_of(name), "byte": error.start}
        raise Refusal(ExitCode.INPUT_REFUSED, "workbench.not_utf8", **values) from None
    return Draft(name, text, hashlib.sha256(content).hexdigest())


@contextmanager
def laid(project: Path, draft: Draft) -> Iterator[Path]:
    """A copy of the project, for as long as it is used, with the text in place of the file."""
    with TemporaryDirectory(prefix="selaras-workbench-") as folder:
        copy = Path(folder).resolve()
        for name in LINKED:
            (copy / name).symlink_to(project / name)
        (copy / FOLDER).mkdir()
        for path in (project / FOLDER).iterdir():  # whatever it is, for the compiler to judge
            if path.name != Path(draft.file).name:
                (copy / FOLDER / path.name).symlink_to(path)
        (copy / draft.file).write_text(draft.text, encoding="utf-8", newline="\n")
        yield copy


def save(project: Path, draft: Draft) -> Draft:
    """Put the text and all that is compiled from it in place, together or not at all.

    Refusal where the file is another than the one that was opened, or where the rule book with the
    text in it does not compile.
    """
    with _LOCK, laid(project, draft) as copy:
        _refuse_stale(project, draft)
        files = compile_rules(copy)
        _refuse_stale(project, draft)  # compiling took its time
        write(project, files | {Path(draft.file): draft.text})
        return opened(project, draft.name)


def _refuse_stale(project: Path, draft: Draft) -> None:
    """Refuse where the file on disk is another than the one that was typed over."""
    if draft.name not in names(project) or opened(project, draft.name).digest != draft.digest:
        raise Refusal(ExitCode.INPUT_REFUSED, "workbench.stale", file=draft.file)
