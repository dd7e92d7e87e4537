"""What was seen beside what is asked, in both languages: every operator, type and outcome."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from selaras import spelling
from selaras.cli.codes import Codes
from selaras.cli.conditions import Conditions

FACTS = [
    ("person", "age_years", "integer", "completed years", "Umur", "Age"),
    ("person", "birth_date", "date", None, "Tanggal lahir", "Day of birth"),
    ("person", "is_alive", "boolean", None, "Masih hidup", "Alive"),
    ("person", "school_level", "text", None, "Jenjang sekolah", "School level"),
    ("person", "arrears", "integer", "rupiah", "Tunggakan", "Arrears"),
    ("household", "owns_car", "boolean", None, "Memiliki mobil", "Owns a car"),
    ("household", "decile", "integer", "decile", "Desil", "Decile"),
    ("household", "most", "integer", "rupiah", "NJOP tertinggi", "Highest value"),
    ("household", "known", "integer", "rupiah", "NJOP tercatat", "Value on record"),
]
LABELS = [
    ("answer", "true", "ya", "yes"),
    ("answer", "false", "tidak", "no"),
    ("answer", "unknown", "belum diketahui", "not known"),
    ("school_level", "primary", "SD", "primary school"),
    ("school_level", "tertiary", "kuliah", "university"),
]
# Observed, required, and what a screen says in Bahasa Indonesia and English.
CASES = {
    "a yes that is asked": ("is_alive = true", "is_alive", "Masih hidup: ya", "Alive: yes"),
    "a yes that is not there": ("is_alive = false", "is_alive", "Masih hidup: tidak", "Alive: no"),
    "a yes that nobody knows": (
        *("is_alive = ?", "is_alive"),
        *("Masih hidup: belum diketahui", "Alive: not known"),
    ),
    "a no that is asked": (
        *("household.owns_car = true", "not household.owns_car"),
        *("Memiliki mobil: ya", "Owns a car: yes"),
    ),
    "a limit": (
        *("household.decile = 8", "household.decile <= 4"),
        *("Desil: 8 (diminta: ≤ 4)", "Decile: 8 (asked: ≤ 4)"),
    ),
    "a limit and nothing known": (
        *("household.decile = ?", "household.decile <= 4"),
        *("Desil: belum diketahui (diminta: ≤ 4)", "Decile: not known (asked: ≤ 4)"),
    ),
    "a value on the left": (
        *("age_years = 61", "60 <= age_years"),
        *("Umur: 61 (diminta: ≥ 60)", "Age: 61 (asked: ≥ 60)"),
    ),
    "between": (
        *("age_years = 10", "age_years between 6 and 21"),
        *("Umur: 10 (diminta: 6 sampai 21)", "Age: 10 (asked: 6 to 21)"),
    ),
    "not between": (
        *("age_years = 10", "age_years not between 6 and 21"),
        *("Umur: 10 (diminta: di luar 6 sampai 21)", "Age: 10 (asked: outside 6 to 21)"),
    ),
    "one value": (
        *("school_level = primary", "school_level = 'tertiary'"),
        *(
            "Jenjang sekolah: SD (diminta: kuliah)",
            "School level: primary school (asked: university)",
        ),
    ),
    "any other value": (
        *("school_level = primary", "school_level != 'tertiary'"),
        "Jenjang sekolah: SD (diminta: selain kuliah)",
        "School level: primary school (asked: other than university)",
    ),
    "one of some": (
        *("school_level = ?", "school_level in ('primary', 'tertiary')"),
        "Jenjang sekolah: belum diketahui (diminta: SD atau kuliah)",
        "School level: not known (asked: primary school or university)",
    ),
    "none of some": (
        *("school_level = primary", "school_level not in ('primary', 'tertiary')"),
        "Jenjang sekolah: SD (diminta: selain SD atau kuliah)",
        "School level: primary school (asked: other than primary school or university)",
    ),
    "known": (
        *("school_level = primary", "school_level is not null"),
        *(
            "Jenjang sekolah: SD (diminta: diketahui)",
            "School level: primary school (asked: known)",
        ),
    ),
    "unknown": (
        *("arrears = 500000", "arrears is null"),
        "Tunggakan: Rp 500.000 (diminta: belum diketahui)",
        "Arrears: Rp 500,000 (asked: not known)",
    ),
    "money or nothing known": (
        *("household.known = ?", "household.known is null or household.known <= 1000000000"),
        "NJOP tercatat: belum diketahui (diminta: ≤ Rp 1.000.000.000 atau belum diketahui)",
        "Value on record: not known (asked: ≤ Rp 1,000,000,000 or not known)",
    ),
    "days of a programme": (
        *("as_of_date = 2025-10-24", "as_of_date >= 2025-10-01 and as_of_date < 2026-01-01"),
        "Tanggal penilaian: 24 Oktober 2025 (diminta: 1 Oktober s.d. 31 Desember 2025)",
        "Day of judgement: 24 October 2025 (asked: 1 October to 31 December 2025)",
    ),
    "a day to come before": (
        *("birth_date = 2001-02-03", "birth_date < date '2000-01-01'"),
        "Tanggal lahir: 3 Februari 2001 (diminta: sebelum 1 Januari 2000)",
        "Day of birth: 3 February 2001 (asked: before 1 January 2000)",
    ),
    "two plain answers": (
        *("is_alive = true, household.owns_car = false", "is_alive and not household.owns_car"),
        "Masih hidup: ya; Memiliki mobil: tidak",
        "Alive: yes; Owns a car: no",
    ),
    "two facts, one of which is enough": (
        *("household.decile = 8, is_alive = ?", "household.decile <= 4 or is_alive"),
        "Desil: 8 (diminta: ≤ 4) atau Masih hidup: belum diketahui",
        "Decile: 8 (asked: ≤ 4) or Alive: not known",
    ),
    "two facts set against each other": (
        *("household.most = 5, household.known = 7", "household.most >= household.known"),
        "NJOP tertinggi: Rp 5; NJOP tercatat: Rp 7 (diminta: NJOP tertinggi ≥ NJOP tercatat)",
        "Highest value: Rp 5; Value on record: Rp 7 (asked: Highest value ≥ Value on record)",
    ),
    "nothing": (
        *("is_alive = true", "-"),
        "Masih hidup: ya (saat ini tidak dipersyaratkan)",
        "Alive: yes (nothing is asked of it now)",
    ),
    "a figure that is not in force": (
        *("household.decile = 8", "household.decile <= :max_decile"),
        "Desil: 8 (diminta: ≤ angka max_decile dalam aturan)",
        "Decile: 8 (asked: ≤ the figure max_decile of the rule)",
    ),
}


@pytest.fixture(params=["id", "en"])
def conditions(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple:
    """The facts in one language, with the place of that language in a case."""
    monkeypatch.setenv("SELARAS_LANG", request.param)
    names = ("unit", "fact_id", "type", "measure", "title_id", "title_en")
    facts = [dict(zip(names, each, strict=True)) for each in FACTS]
    codes = ("domain", "code", "label_indonesian", "label_english")
    labels = Codes([dict(zip(codes, each, strict=True)) for each in LABELS])
    return Conditions(facts, "person", labels), {"id": 2, "en": 3}[request.param]


@pytest.mark.parametrize("case", CASES)
def test_a_condition_is_told_in_words(conditions: tuple, case: str) -> None:
    told, language = conditions
    observed, required, *_ = CASES[case]
    assert told.told(observed, required) == CASES[case][language]


def test_a_way_tells_only_its_own_facts(conditions: tuple) -> None:
    told, language = conditions
    seen = "household.decile = 8, is_alive = false"
    asked = "household.decile <= 4 or is_alive"
    own = told.way("household.decile <= :max_decile", seen, asked)
    assert own == ("Desil: 8 (diminta: ≤ 4)", "Decile: 8 (asked: ≤ 4)")[language - 2]
    assert told.way("is_alive", seen, asked) == ("Masih hidup: tidak", "Alive: no")[language - 2]


DAYS = some.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS)
def test_a_period_ends_on_the_day_before_the_first_outside(first: date, end: date) -> None:
    if first >= end:
        first, end = end, date.fromordinal(first.toordinal() + 1)
    last = date.fromordinal(end.toordinal() - 1)
    for language in ("id", "en"):
        written = spelling.period(first, end, language)
        assert written.endswith(spelling.day(last, language))
        assert written.startswith(str(first.day))
        assert len(written) <= len(spelling.day(first, language)) * 2 + len(" s.d. ") + 8


@pytest.mark.parametrize(
    ("first", "end", "indonesian", "english"),
    [
        ("2025-10-01", "2025-11-01", "1 s.d. 31 Oktober 2025", "1 to 31 October 2025"),
        ("2025-10-01", "2026-01-01", "1 Oktober s.d. 31 Desember 2025",
         "1 October to 31 December 2025"),
        ("2025-12-01", "2026-02-01", "1 Desember 2025 s.d. 31 Januari 2026",
         "1 December 2025 to 31 January 2026"),
        ("2025-10-24", "2025-10-25", "24 Oktober 2025", "24 October 2025"),
        ("2025-10-24", None, "mulai 24 Oktober 2025", "from 24 October 2025"),
        (None, "2025-11-01", "sampai 31 Oktober 2025", "until 31 October 2025"),
        (None, None, "", ""),
    ],
)  # fmt: skip
def test_a_period_is_written_by_its_first_and_last_day(
    first: str | None, end: str | None, indonesian: str, english: str
) -> None:
    days = [date.fromisoformat(each) if each else None for each in (first, end)]
    assert spelling.period(*days, "id") == indonesian
    assert spelling.period(*days, "en") == english
