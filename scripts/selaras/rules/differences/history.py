"""The rule book as it was at a git commit, read without touching the working tree."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.linkage.grammar.read_linkage import MODEL
from selaras.rules.check.book import FOLDER, Book
from selaras.rules.check.whole_book import load, read_book
from selaras.rules.read.problems import Problems

SINCE_THEN = "finding_missing"  # a data finding that is looked for only since that commit


def commit_of(project: Path, ref: str) -> str:
    """The full id of the commit that a git ref names.

    Raises Refusal where git is missing, the project is no repository or nothing has that name.
    """
    _git(project, "diff.no_repository", "rev-parse", "--git-dir", ref=ref)
    if ref.startswith("-"):
        raise Refusal(ExitCode.USAGE, "diff.no_ref", ref=ref)
    name = f"{ref}^{{commit}}"
    found = _git(project, "diff.no_ref", "rev-parse", "--verify", "--quiet", name, ref=ref)
    return found.decode().strip()


def book_at(project: Path, commit: str, ref: str) -> Book:
    """The rule book at a commit; Refusal where there is none or it does not read today."""
    problems = Problems()
    with tempfile.TemporaryDirectory(prefix="selaras-rules-") as aside:
        take_book(project, commit, ref, Path(aside))
        book = load(Path(aside), problems).book
    told = "\n".join(str(each) for each in problems.errors if each.key != SINCE_THEN)
    if told:
        raise Refusal(ExitCode.RULES_REFUSED, "diff.old_book", ref=ref, problems=told)
    return book


def take_book(project: Path, commit: str, ref: str, place: Path) -> None:
    """Lay the folder of rules as it was at a commit into a place that has none."""
    archive = _git(project, "diff.no_book", "archive", "--format=tar", commit, FOLDER, ref=ref)
    _unpack(archive, place / FOLDER)


def book_now(project: Path) -> Book:
    """The rule book as it is on disk; Refusal for one with errors."""
    problems = Problems()
    book = read_book(project, problems)
    problems.refuse()
    assert book is not None
    return book


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the files of an archive into one folder, whatever their paths say."""
    folder.mkdir()
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            path = Path(member.name)
            if content and (path.parent == Path(FOLDER) or path == Path(FOLDER) / MODEL):
                place = folder / path.relative_to(FOLDER)
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(content.read())


def _git(project: Path, refusal: str, *arguments: str, ref: str) -> bytes:
    """What git answers; Refusal with that message where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(project), *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise Refusal(ExitCode.INPUT_REFUSED, "diff.no_git") from error
    if done.returncode:
        code = ExitCode.USAGE if refusal == "diff.no_ref" else ExitCode.INPUT_REFUSED
        raise Refusal(code, refusal, ref=ref, project=project)
    return done.stdout
