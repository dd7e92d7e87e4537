"""Marks of charts as SVG. Widths are shares of the place and heights are pixels, so letters keep
their size from a telephone to a wall; colours are classes, so the theme draws them (ADR 0040)."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

COLUMNS = 220  # pixels of height
STEPS = 150  # pixels of height of a smaller chart


@dataclass(frozen=True)
class Part:
    """A part of a bar or column: its size, the colour of the theme, what it is in words."""

    size: float
    colour: str
    says: str = ""


def bar(parts: Sequence[Part], whole: float, height: int = 14) -> Markup:
    """Parts side by side, as shares of a whole; the figures stand beside it as text."""
    drawn, at = [], 0.0
    for part in parts:
        width = 100 * part.size / whole if whole else 0
        drawn.append(
            f'<rect class="f-{part.colour}" x="{at:.2f}%" width="{width:.2f}%"'
            f' height="{height}"><title>{escape(part.says)}</title></rect>'
        )
        at += width
    return Markup(
        f'<svg class="bar" width="100%" height="{height}" aria-hidden="true">{"".join(drawn)}</svg>'
    )


def spark(values: Sequence[float | None], colour: str = "teal") -> Markup:
    """The course of a figure without axes; weeks without a figure are gaps."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return Markup("")
    low, high = min(known), max(known)
    span, last = (high - low) or 1, len(values) - 1
    points = [
        (100 * at / last, 26 - 22 * (value - low) / span)
        for at, value in enumerate(values)
        if value is not None
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return Markup(
        '<svg class="spark" viewBox="0 0 100 30" preserveAspectRatio="none" width="100%"'
        ' height="30" aria-hidden="true">'
        f'<polyline class="s-{colour}" points="{line}"/></svg>'
        '<svg class="spark-end" width="100%" height="30" aria-hidden="true">'
        f'<circle class="f-{colour}" cx="{x:.1f}%" cy="{y:.1f}" r="3"/></svg>'
    )


def columns(
    names: Sequence[str], stacks: Sequence[Sequence[Part]], ticks: Sequence[tuple[float, str]]
) -> Markup:
    """Stacked columns over names, with lines at ticks; the table behind them has the figures."""
    top = max([tick for tick, _ in ticks] + [sum(part.size for part in stack) for stack in stacks])
    top, step = top or 1, 100 / max(len(names), 1)
    drawn = [_level(COLUMNS * (1 - at / top), COLUMNS) for at, _ in ticks]
    every = _every(names)
    for place, (name, stack) in enumerate(zip(names, stacks, strict=True)):
        y = float(COLUMNS)
        for part in stack:
            height = COLUMNS * part.size / top
            y -= height
            drawn.append(
                f'<rect class="f-{part.colour}" x="{step * (place + 0.18):.2f}%" y="{y + 8:.1f}"'
                f' width="{step * 0.64:.2f}%" height="{height:.1f}">'
                f"<title>{escape(part.says)}</title></rect>"
            )
        if place % every == 0:
            drawn.append(_name(step * (place + 0.5), COLUMNS + 26, name))
    return _plot("".join(drawn), COLUMNS + 34, [(COLUMNS * (1 - at / top), n) for at, n in ticks])


def waterfall(
    names: Sequence[str],
    spans: Sequence[tuple[float, float, Part]],
    ticks: Sequence[tuple[float, str]],
) -> Markup:
    """Columns that each begin where the one before ends, over names; below nothing as well."""
    ends = [each for start, end, _ in spans for each in (start, end)] + [at for at, _ in ticks]
    low, high = min(ends), max(ends)
    span, step = (high - low) or 1, 100 / max(len(names), 1)

    def height(value: float) -> float:
        return COLUMNS * (high - value) / span

    drawn = [_level(height(at), COLUMNS + 1 if at else 0) for at, _ in ticks]
    for place, (name, (start, end, part)) in enumerate(zip(names, spans, strict=True)):
        top, bottom = height(max(start, end)), height(min(start, end))
        drawn.append(
            f'<rect class="f-{part.colour}" x="{step * (place + 0.18):.2f}%" y="{top + 8:.1f}"'
            f' width="{step * 0.64:.2f}%" height="{max(bottom - top, 1):.1f}">'
            f"<title>{escape(name)}: {escape(part.says)}</title></rect>"
        )
        drawn.append(_name(step * (place + 0.5), COLUMNS + 26, name))
    return _plot("".join(drawn), COLUMNS + 34, [(height(at), name) for at, name in ticks])


def whisker(share: float, low: float, high: float, most: float, colour: str) -> Markup:
    """A figure with its interval on a scale from nought to `most`."""
    x1, x2, at = (100 * each / most for each in (low, high, share))
    return Markup(
        '<svg class="bar" width="100%" height="18" aria-hidden="true">'
        f"{_line(f's-{colour}', x1, 9, x2, 9)}"
        f"{_line(f's-{colour}', x1, 4, x1, 14)}{_line(f's-{colour}', x2, 4, x2, 14)}"
        f'<circle class="f-{colour}" cx="{at:.2f}%" cy="9" r="5"/></svg>'
    )


def ticks_to(most: float) -> list[float]:
    """Round values from nought to a little more than the most, at most six of them."""
    unit = 1.0
    while unit * 10 <= most:
        unit *= 10
    step = next(unit * each for each in (0.2, 0.5, 1, 2, 5, 10) if unit * each * 5 >= most)
    found = [0.0]
    while found[-1] < most:
        found.append(found[-1] + max(step, 1e-9))
    return found


def _every(names: Sequence[str]) -> int:
    """At how many names one is written, so that they stand apart on a telephone too."""
    letters = sum(len(name) + 2 for name in names)
    return max(1, -(-letters // 44))


def _plot(drawn: str, height: int, ticks: Sequence[tuple[float, str]]) -> Markup:
    """A chart with the names of its levels in a margin of their own."""
    names = "".join(
        f'<text class="tick" x="100%" y="{y + 12:.1f}" text-anchor="end">{escape(name)}</text>'
        for y, name in ticks
    )
    return Markup(
        f'<div class="plot" aria-hidden="true"><svg class="levels" height="{height}">{names}</svg>'
        f'<svg class="marks" width="100%" height="{height}">{drawn}</svg></div>'
    )


def _level(y: float, height: int) -> str:
    """A line across the chart, the lowest one stronger."""
    name = "base" if y >= height else "level"
    return f'<line class="{name}" x1="0" x2="100%" y1="{y + 8:.1f}" y2="{y + 8:.1f}"/>'


def _line(name: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A line between two points, across in shares and down in pixels."""
    return f'<line class="{name}" x1="{x1:.2f}%" y1="{y1:.1f}" x2="{x2:.2f}%" y2="{y2:.1f}"/>'


def _name(x: float, y: float, name: str) -> str:
    """A name under the chart; at its ends it stays inside."""
    anchor = "start" if x < 6 else "end" if x > 94 else "middle"
    return f'<text class="tick" x="{x:.2f}%" y="{y}" text-anchor="{anchor}">{escape(name)}</text>'


def steps(
    starts: Sequence[int],
    values: Sequence[float],
    names: Sequence[str],
    ticks: Sequence[tuple[float, str]],
) -> Markup:
    """A value that holds from each start to the next; the last one holds a quarter longer."""
    top, first = ticks[-1][0] or 1, starts[0]
    end = starts[-1] + max((starts[-1] - first) // 4, 365)
    at = [94 * (start - first) / (end - first) + 3 for start in [*starts, end]]
    level = [8 + STEPS * (1 - value / top) for value in values]
    drawn = [_level(STEPS * (1 - tick / top), STEPS) for tick, _ in ticks]
    for place, y in enumerate(level):
        drawn.append(_line("s-teal", at[place], y, at[place + 1], y))
        if place:
            drawn.append(_line("s-teal", at[place], level[place - 1], at[place], y))
        drawn.append(f'<circle class="f-teal" cx="{at[place]:.2f}%" cy="{y:.1f}" r="3.5"/>')
    shown = -100.0
    for x, name in zip(at, names, strict=False):
        if x - shown > 12:
            drawn.append(_name(x, STEPS + 26, name))
            shown = x
    return _plot(
        "".join(drawn), STEPS + 34, [(STEPS * (1 - tick / top), name) for tick, name in ticks]
    )
