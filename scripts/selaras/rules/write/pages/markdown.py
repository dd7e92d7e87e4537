"""Small pieces of Markdown: tables, code, links and marks that show on GitHub."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from selaras import spelling
from selaras.rules.expression.rendering import literal, one_line
from selaras.rules.expression.tree import Expression, Fact, Parameter, parameters_in
from selaras.rules.grammar.overlaps import STANDINGS
from selaras.rules.grammar.rule import Rule, Words
from selaras.rules.sql.parameters import Stretch, stretches
from selaras.rules.sql.sentences import spelt

NOTICE = "<!-- Written by `selaras compile` from {file}. Edit the rule, not this page. -->\n"
INDONESIAN_NOTICE = (
    "<!-- Ditulis oleh `selaras compile` dari {file}. Ubah aturannya, bukan halaman ini. -->\n"
)
BREAK = "<br>"
MARKUP = re.compile(r"<|&(?=#?\w+;)")
SIGNS = {"<": "&lt;", "&": "&amp;"}


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


def plain(text: str | None) -> str:
    """Words of the rule book that stay words: no tag and no entity is made of them."""
    return MARKUP.sub(lambda sign: SIGNS[sign.group()], text or "")


def code(text: object) -> str:
    """Words as code, whatever signs are in them."""
    return f"`` {text} ``" if "`" in str(text) else f"`{text}`"


def both(words: Words | None) -> str:
    """A sentence in English, and below it in Bahasa Indonesia."""
    return f"{plain(words.en)}{BREAK}*{plain(words.id)}*" if words else ""


def mark(status: str) -> str:
    """How sure we are; what nobody wrote down stands out."""
    return f"⚠️ **{status}**" if status == "assumed" else status


def figure(value: object) -> str:
    """A plain value in SQL, with the digits of a large number in groups."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return f"{value:_}" if is_number else literal(value)


def span(first: date | None, end: date | None) -> str:
    """From a day, where there is a first one, up to the last day before the end."""
    days = [f"from {first}"] if first else []
    return " ".join([*days, *([f"until before {end}"] if end else [])])


def link(side: str) -> str:
    """A programme, or component of one, as a link to its page."""
    programme = side.partition(":")[0]
    return code(side) if programme in STANDINGS else f"[{code(side)}]({programme}.md)"


def _latest(rule: Rule, tree: Expression) -> list[Stretch]:
    """The last two stretches of time with other values of the parameters that a tree names."""
    names = [each.name for each in parameters_in(tree)]
    part = rule.model_copy(update={"parameters": {each: rule.parameters[each] for each in names}})
    found = stretches(part)
    unlike = [
        each for at, each in enumerate(found) if not at or each.values != found[at - 1].values
    ]
    return unlike[-2:]


def condition(rule: Rule, tree: Expression) -> str:
    """A condition with its latest figures, and the ones before them; since when each holds."""
    found = _latest(rule, tree)
    if not found:
        return code(one_line(tree, str))

    def written(stretch: Stretch) -> str:
        def refer(part: Fact | Parameter) -> str:
            return figure(stretch.values[part.name]) if isinstance(part, Parameter) else str(part)

        return code(one_line(tree, refer))

    *before, last = found
    if not before:
        return f"{written(last)} since {max(last.valid_from, rule.valid_from)}"
    return f"{written(before[0])}; {written(last)} from {last.valid_from}"


def money(rule: Rule, tree: Expression, per: str) -> str:
    """An amount in rupiah with its period, and the one before it; else the expression."""
    if not isinstance(tree, Parameter):
        return f"Rp {condition(rule, tree)} per {per}"
    *before, last = _latest(rule, tree)
    shown = [_rupiah(each.values[tree.name]) for each in (*before, last)]
    later = f"; {shown[1]} from {last.valid_from}" if before else ""
    return f"{shown[0]} per {per}{later}"


def amount_over_time(rule: Rule, figure: Parameter, language: str, per: str = "") -> str:
    """A figure as a language writes it, and the one after it with its day."""
    unit = rule.parameters[figure.name].unit
    first, *later = _latest(rule, figure)
    shown = spelt(first.values[figure.name], unit, language) + per
    for each in later:
        since = spelling.period(each.valid_from, None, language)
        shown += f"; {spelt(each.values[figure.name], unit, language)} {since}"
    return shown


def _rupiah(value: object) -> str:
    """An amount, or that there is none."""
    return "nothing" if value is None else f"Rp {value:,}"
