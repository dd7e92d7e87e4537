"""Why a row was attached by score, or may be: each comparison in words."""

from collections.abc import Callable

from selaras.cli.wording import told
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
        scored = say("explain.score", score=f"{float(str(row['score'])):.6f}".rstrip("0"))
        return f"{line(row)} · {scored}\n[dim]{found}[/]"

    return lines


def candidate(row: Row) -> str:
    """A candidate of the review queue, with the id that a decision names."""
    place = f"{row['file']}, {say('explain.line', line=row['line'])}"
    rivals = int(str(row["candidate_count"])) - 1
    parts = [
        f"[bold]{row['candidate_id']}[/]",
        f"{row['source']}.{row['table_name']}",
        place,
        str(row["role"]),
        say(f"explain.candidate_{row['status']}"),
        say("explain.rivals", count=rivals) if rivals else "",
    ]
    return " · ".join(part for part in parts if part)


def _in_words(evidence: str, words: dict[tuple[object, object], Row]) -> str:
    """`name same 8.25; ...` as `Name: the same (+8.2)`."""
    found = []
    for part in evidence.split("; "):
        comparison, level, weight = part.split(" ")
        if level == MISSING:
            continue
        row = words[(comparison, level)]
        title = told(row, "comparison_says")
        found.append(f"{title}: {told(row, 'says')} ({float(weight):+.1f})")
    return "; ".join(found)
