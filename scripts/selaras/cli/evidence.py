"""Why a row was attached by score, or may be: each comparison in words."""

from collections.abc import Callable

from selaras.cli.codes import Codes
from selaras.cli.show import number
from selaras.cli.wording import joined, told
from selaras.messages import say
from selaras.warehouse import Row

MISSING = "missing"


def with_evidence(line: Callable[[Row], str], levels: list[Row]) -> Callable[[Row], str]:
    """A line about a row, and below it what was compared where a score decided."""
    words = {(each["comparison_id"], each["level_id"]): each for each in levels}

    def lines(row: Row) -> str:
        if not row.get("evidence"):
            return line(row)
        found = _in_words(str(row["evidence"]), words)
        scored = say("explain.score", score=number(round(float(str(row["score"])), 6)))
        return f"{line(row)} · {scored}\n[dim]{found}[/]"

    return lines


def candidate(codes: Codes) -> Callable[[Row], str]:
    """Says of a row of the review queue whom it may name, with the id that a decision names."""

    def line(row: Row) -> str:
        rivals = int(str(row["candidate_count"])) - 1
        return joined(
            f"[bold]{row['candidate_id']}[/]",
            codes.list_of(row),
            f"{row['file']}, {say('explain.line', line=row['line'])}",
            codes("role", row["role"]),
            codes("candidate_status", row["status"]),
            say("explain.rivals", count=rivals) if rivals else "",
        )

    return line


def _in_words(evidence: str, words: dict[tuple[object, object], Row]) -> str:
    """`name same 8.25; ...` as `Name: the same (+8.2)`."""
    return "; ".join(
        f"{what}: {says} ({weight})" for what, says, weight in compared(evidence, words)
    )


def compared(evidence: str, words: dict[tuple[object, object], Row]) -> list[tuple[str, str, str]]:
    """What was compared, how alike it is, and how much that tells, each in words."""
    found = []
    for part in evidence.split("; "):
        comparison, level, weight = part.split(" ")
        if level == MISSING:
            continue
        row = words[(comparison, level)]
        title = told(row, "comparison_says")
        found.append((title, told(row, "says"), _weight(float(weight))))
    return found


def _weight(value: float) -> str:
    """A match weight with its sign and one decimal."""
    return f"{'+' if value >= 0 else '-'}{number(round(abs(value), 1))}"
