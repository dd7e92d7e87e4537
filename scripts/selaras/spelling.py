"""Numbers, money, days and periods as Bahasa Indonesia and English write them."""

from datetime import date, timedelta

from babel.dates import format_date
from babel.numbers import format_compact_decimal

# What stands between the first and the last day of a period.
UNTIL = {"id": " s.d. ", "en": " to "}
FROM = {"id": "mulai {day}", "en": "from {day}"}
TO = {"id": "sampai {day}", "en": "until {day}"}


def number(value: object, language: str) -> str:
    """A number with the marks of a language between its thousands and before its fraction."""
    if not isinstance(value, int | float):
        return "" if value is None else str(value)
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "id" else text


def rupiah(amount: object, language: str) -> str:
    """An amount in whole rupiah."""
    return f"Rp {number(amount, language)}"


def short_rupiah(amount: object, language: str) -> str:
    """An amount for a headline, in millions, billions or trillions: `Rp 2,02 triliun`."""
    if not isinstance(amount, int | float):
        return ""
    text = format_compact_decimal(amount, format_type="long", locale=language, fraction_digits=2)
    return f"Rp {text}"


def percent(share: float | None, language: str) -> str:
    """A share from 0 to 1 in percent, with the digits that tell; nearly all is never 100%."""
    if share is None:
        return ""
    digits = 1
    while share not in (0, 1) and digits < 12 and round(share * 100, digits) in (0, 100):
        digits += 1
    text = f"{share * 100:,.{0 if share in (0, 1) else digits}f}%"
    return text.translate(str.maketrans(",.", ".,")) if language == "id" else text


def day(value: date, language: str) -> str:
    """A day with the name of its month: `1 Juli 2026`, `1 July 2026`."""
    return format_date(value, "d MMMM y", locale=language)


def period(first: date | None, end: date | None, language: str) -> str:
    """A half-open period by its first and its last day; empty where it has neither.

    What both days share is said once: `1 s.d. 31 Oktober 2025`.
    """
    last = end - timedelta(days=1) if end else None
    if first is None or last is None:
        known, words = (first, FROM) if first else (last, TO)
        return words[language].format(day=day(known, language)) if known else ""
    if first == last:
        return day(last, language)
    begins = "d MMMM y"
    if first.year == last.year:
        begins = "d" if first.month == last.month else "d MMMM"
    return format_date(first, begins, locale=language) + UNTIL[language] + day(last, language)
