"""Small pieces of Markdown: tables, code, links and marks that show on GitHub."""

from collections.abc import Iterable, Sequence
from datetime import date

from selaras.rules.expression.rendering import literal, one_line
from selaras.rules.expression.tree import Expression, Fact, Parameter, parameters_in
from selaras.rules.grammar.overlaps import STANDINGS
from selaras.rules.grammar.rule import Rule, Words
from selaras.rules.sql.parameters import Stretch, stretches

NOTICE = "<!-- Written by `selaras compile` from {file}. Edit the rule, not this page. -->\n"
BREAK = "<br>"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; empty cells stay empty, pipes and line ends cannot break it."""
    lines = [_row(columns), _row("---" for _ in columns), *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[object]) -> str:
    """One line of a table."""
    return f"| {' | '.join(_cell(each) for each in cells)} |"


def _cell(value: object) -> str:
    """A value that stays inside its cell."""
    return "" if value is None else " ".join(str(value).replace("|", "\\|").split())


def code(text: object) -> str:
    """Words as code."""
    return f"`{text}`"


def both(words: Words | None) -> str:
    """A sentence in English, and below it in Bahasa Indonesia."""
    return f"{words.en}{BREAK}*{words.id}*" if words else ""


def mark(status: str) -> str:
    """How sure we are; what nobody wrote down stands out."""
    return f"⚠️ **{status}**" if status == "assumed" else status


def figure(value: object) -> str:
    """A plain value in SQL, with the digits of a large number in groups."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return f"{value:_}" if is_number else literal(value)


def span(first: date, end: date | None) -> str:
    """From a day up to the last day before the end."""
    return f"from {first}" if end is None else f"from {first} until before {end}"


def link(side: str) -> str:
    """A programme, or component of one, as a link to its page."""
    programme = side.partition(":")[0]
    return code(side) if programme in STANDINGS else f"[{code(side)}]({programme}.md)"


def latest(rule: Rule, tree: Expression) -> Stretch | None:
    """The latest values of the parameters that a condition or amount names."""
    names = [each.name for each in parameters_in(tree)]
    part = rule.model_copy(update={"parameters": {each: rule.parameters[each] for each in names}})
    return stretches(part)[-1] if names else None


def condition(rule: Rule, tree: Expression) -> str:
    """A condition with the latest figures written in, and since when they hold."""
    found = latest(rule, tree)

    def refer(part: Fact | Parameter) -> str:
        return figure(found.values[part.name]) if isinstance(part, Parameter) else str(part)

    since = f" since {max(found.valid_from, rule.valid_from)}" if found else ""
    return code(one_line(tree, refer)) + since


def money(rule: Rule, tree: Expression) -> str:
    """An amount in rupiah where it is one parameter, else the expression."""
    found = latest(rule, tree)
    if isinstance(tree, Parameter) and found:
        value = found.values[tree.name]
        return f"Rp {value:,}" if value is not None else "nothing"
    return f"Rp {condition(rule, tree)}"
