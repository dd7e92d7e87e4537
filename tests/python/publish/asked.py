"""The questions of docs/questions.md, as they stand there."""

import re
from dataclasses import dataclass
from functools import cache

from selaras.workspace import PROJECT

_QUESTION = re.compile(
    r"^### (?P<number>\d+)\. [^\n]+\? / (?P<title>[^\n]+\?)\n"
    r"(?P<told>(?:(?!^###).)*?)```sql\n(?P<sql>.*?)```",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Question:
    """One question; `may_be_empty` where the page says when it has no answer."""

    number: int
    title: str
    may_be_empty: bool
    sql: str


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in their order."""
    page = (PROJECT / "docs/questions.md").read_text(encoding="utf-8")
    return tuple(
        Question(
            int(found["number"]),
            found["title"],
            re.search(r"^Empty (in|until) ", found["told"], re.MULTILINE) is not None,
            found["sql"],
        )
        for found in _QUESTION.finditer(page)
    )
