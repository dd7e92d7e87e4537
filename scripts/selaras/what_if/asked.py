"""What is asked for: reforms by name or a git ref, which of them together, and as a project."""

from contextlib import ExitStack
from datetime import date
from itertools import combinations
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.rules.compiler import files_of
from selaras.rules.differences.history import book_now
from selaras.versions import rule_digest
from selaras.what_if.book import laid_out
from selaras.what_if.clash import refuse_clash
from selaras.what_if.judge import Project
from selaras.what_if.past_book import book_of_ref, is_ref
from selaras.what_if.read import Read, names, sound_reform

Asked = Read | str  # a reform, or a git ref of the rule book


def read_asked(project: Path, asked: list[str]) -> dict[str, Asked]:
    """Every reform by its name; a git ref stands for itself, and stands alone."""
    if len(set(asked)) < len(asked):
        raise Refusal(ExitCode.USAGE, "what_if.twice")
    known = names(project)
    refs = [name for name in asked if name not in known and is_ref(project, name)]
    if refs and len(asked) > 1:
        raise Refusal(ExitCode.USAGE, "what_if.ref_alone", ref=refs[0])
    found = {name: name if name in refs else sound_reform(project, name) for name in asked}
    refuse_clash([each for each in found.values() if isinstance(each, Read)])
    return found


def scenarios_of(asked: list[str]) -> list[tuple[str, ...]]:
    """Each reform, every two of them, and all together."""
    some = [(name,) for name in asked] + list(combinations(asked, 2))
    return some if len(asked) < 3 else [*some, tuple(asked)]


def project_of(project: Path, reforms: list[Asked], day: date) -> tuple[Project, str]:
    """The project with what is asked for in its rule book on a day, and the digest of that book."""
    with ExitStack() as stack:
        ref = next((each for each in reforms if isinstance(each, str)), None)
        if ref:
            laid = stack.enter_context(book_of_ref(project, ref))
        else:
            laid = stack.enter_context(laid_out(project, reforms, day)).project
        return Project(project, files_of(book_now(laid))), rule_digest(laid)
