"""Whatever stands in a name or a date: no error, plain letters, a real day or nothing."""

import re
import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from reading_desk import Ask

QUIET = settings(max_examples=20, deadline=None)
DROP = date(2025, 10, 24)
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
    *("Agustus", "September", "Oktober", "November", "Desember"),
)
FORMS = (
    "{0:%Y-%m-%d}",
    "{0:%Y-%m-%d} 00:00:00",
    "{0:%d/%m/%Y}",
    "{0:%d-%m-%Y}",
    "{0:%d.%m.%Y}",
    "{0.day} {1} {0.year}",
    " {0.day} {1:.3} {0.year}",
    "{2}",
)
DAYS = st.dates(date(1930, 1, 1), date(2030, 12, 31))
SIGNS = "0123456789" * 2 + "//--.. MeiJanFebDes:T\u00a0陳\0"
JUNK = st.one_of(
    st.none(),
    st.text(st.sampled_from(SIGNS), max_size=14),
    st.text(max_size=12),
    st.text(min_size=290, max_size=310),
)
# Letters of people of Jakarta and of elsewhere, as one sign or as a letter and its accent.
LATIN = st.text("abcdefghijklnopqstuvwxyzáàâäéèêëíïñóôöúüç", min_size=4, max_size=30)


@QUIET
@given(st.lists(JUNK, min_size=10, max_size=40))
def test_any_text_is_read_without_an_error(
    read_name: Ask, read_date: Ask, texts: list[str | None]
) -> None:
    for row in read_name([{"full_name": text} for text in texts]):
        assert row["found"] is None or re.fullmatch("[A-Z]+( [A-Z]+)*", row["found"])
    for row in read_date([{"written_date": text, "batch_date": DROP} for text in texts]):
        assert row["found"] is None or date(1900, 1, 2) <= row["found"] <= DROP


@QUIET
@given(st.lists(st.tuples(LATIN, st.booleans()), min_size=10, max_size=40))
def test_accents_make_no_other_name(read_name: Ask, names: list[tuple[str, bool]]) -> None:
    forms = [unicodedata.normalize("NFD" if is_split else "NFC", name) for name, is_split in names]
    for name, row in zip(forms, read_name([{"full_name": name} for name in forms]), strict=True):
        assert row["found"] == re.sub("[^A-Z]", "", unicodedata.normalize("NFD", name).upper())


@QUIET
@given(st.lists(st.tuples(DAYS, st.sampled_from(FORMS)), min_size=10, max_size=40))
def test_a_day_comes_back_from_every_form_unless_it_is_to_come(
    read_date: Ask, days: list[tuple[date, str]]
) -> None:
    rows = [{"written_date": write(day, form), "batch_date": DROP} for day, form in days]
    for (day, _), row in zip(days, read_date(rows), strict=True):
        assert row["found"] == (day if day <= DROP else None)


def write(day: date, form: str) -> str:
    """A day in one of the forms; the last is the serial number of a spreadsheet."""
    return form.format(day, MONTHS[day.month - 1], (day - date(1899, 12, 30)).days)
