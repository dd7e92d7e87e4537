"""Words and figures as the page and its charts write them, in the language in use."""

from functools import partial

from selaras import spelling
from selaras.messages import catalogue, language, say

DASH = "–"
SIGNS = str.maketrans(",.", ".,")


def words(name: str, **values: object) -> str:
    """A text of the page."""
    return say(f"linkage_report.{name}", **values)


def figure(value: object, form: str) -> str:
    """A number in a format of Python, with the signs of the language; a dash for none."""
    if value is None:
        return DASH
    text = format(float(str(value)), form)
    text = text.replace("-", "−") if text.strip("-0.,") else text.lstrip("-")
    return text.translate(SIGNS) if language() == "id" else text


count = partial(figure, form=",.0f")
weight = partial(figure, form=",.1f")


def fault(name: str) -> str:
    """What befell a row; the name of the truth where we have no words for it."""
    known = f"linkage_report.fault_{name}" in catalogue()
    return words(f"fault_{name}") if known else name.replace("_", " ")


def signed(value: object) -> str:
    """A weight with its sign; nothing has none."""
    return "0" if value == 0 else figure(value, "+,.1f")


def percent(value: float | None) -> str:
    """A share in percent, with the digits that tell: all is 100%, nearly all never is."""
    return DASH if value is None else spelling.percent(value, language())


def chance(value: float) -> str:
    """A probability, small ones as one in so many."""
    if value >= 0.01:
        return percent(value)
    return words("one_in") + count(1 / value)
