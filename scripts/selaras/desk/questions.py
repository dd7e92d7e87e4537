"""The shortest list of questions that settles all open verdicts of a family, in words."""

import threading

from selaras.cli.asking import question
from selaras.cli.lines import Lines
from selaras.cli.safe import made_safe
from selaras.desk.words import plain
from selaras.explain import Explanation
from selaras.messages import say
from selaras.workspace import Workspace

_SOLVING = threading.Lock()  # the solver serves one thread at a time


def questions(workspace: Workspace, found: Explanation) -> list[str]:
    """One line a question: what, of whom, whom to ask, and which programmes wait for it."""
    from selaras.ask.family import with_questions

    with _SOLVING:
        told = made_safe(with_questions(workspace, found))
    lines = Lines(told)
    line = lines.naming(lambda row: question(row, lines.codes, told.vocabulary))
    is_proven = all(each["is_proven"] for each in told.questions)
    return [plain(line(each)) for each in told.questions] + (
        [] if is_proven else [say("ask.not_proven")]
    )
