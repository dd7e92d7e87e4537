"""The project with the rules of another day, to build a past week as it was judged then."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from selaras.errors import ExitCode, Refusal
from selaras.rules.compiler import write_rules
from selaras.rules.differences.history import commit_of, take_book

FOLDERS = ("models", "macros", "seeds", "tests/data")
FILES = ("dbt_project.yml", "profiles.yml")


@contextmanager
def project_at(project: Path, ref: str) -> Iterator[Path]:
    """A copy of the project, for as long as it is used, with the rules of a git ref.

    Everything but the rules is of today: models, contracts, and reference data. Refusal where git
    knows no such ref, or where its rules do not fit what is of today.
    """
    commit = commit_of(project, ref)
    with TemporaryDirectory(prefix="selaras-rules-at-") as folder:
        copy = Path(folder).resolve()
        for name in FOLDERS:
            shutil.copytree(project / name, copy / name)
        for name in FILES:
            shutil.copy(project / name, copy / name)
        take_book(project, commit, ref, copy)
        try:
            write_rules(copy)
        except Refusal as error:
            values = {"ref": ref, "problems": error}
            raise Refusal(ExitCode.RULES_REFUSED, "diff.old_book", **values) from error
        yield copy
