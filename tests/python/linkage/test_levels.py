"""Two records, worked out by hand: at which level each comparison of rules/linkage.yml is."""

from collections.abc import Callable

import duckdb
import pytest

from selaras.linkage.compile.queries import plain_sql
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT

TYPES = {"nik": "varchar", "no_kk": "varchar", "name": "varchar", "birth_date": "date",
         "sex": "varchar", "region_code": "varchar"}  # fmt: skip
NIK, CARD = "3171015708639002", "3171011203159501"
Levels = Callable[[dict, dict], dict[str, object]]


@pytest.fixture(scope="module")
def linkage() -> Linkage:
    """The linkage of the committed rule book."""
    problems = Problems()
    book = read_book(PROJECT, problems)
    assert book and book.linkage, problems.errors
    return book.linkage


@pytest.fixture(scope="module")
def levels(linkage: Linkage) -> Levels:
    """Score one pair with the compiled SQL."""
    renderer = Renderer(PROJECT)
    _, score = plain_sql(linkage, "listed", "known")

    def scored(listed: dict, known: dict) -> dict[str, object]:
        with duckdb.connect() as db:
            for side, key, values in (
                ("listed", "record_id", listed),
                ("known", "known_id", known),
            ):
                columns = ", ".join(f"{name} {kind}" for name, kind in TYPES.items())
                db.execute(f"create table raw_{side} ({key} varchar default 'x', {columns})")
                names, marks = ", ".join(values), ", ".join("?" * len(values))
                db.execute(f"insert into raw_{side} ({names}) values ({marks})", [*values.values()])
                shape = renderer.render(f"{{{{ comparable('raw_{side}', ['{key}']) }}}}")
                db.execute(f"create table {side} as {shape}")
            db.execute("create table pair as select 'x' as record_id, 'x' as known_id")
            found = db.execute(score)
            return dict(zip([each[0] for each in found.description], found.fetchone(), strict=True))

    return scored


@pytest.mark.parametrize(
    ("listed", "known", "level"),
    [
        ("SITI AMINAH", "SITI AMINAH", "same"),
        ("SOEKARNO PUTRA", "SUKARNO PUTRA", "same_sound"),
        ("DJOKO SUSILO", "JOKO SUSILO", "same_sound"),
        ("TJAHYO UTOMO", "CAHYO UTOMO", "same_sound"),
        ("ACHMAD YUSUF", "AHMAD YUSUF", "same_sound"),
        ("MUHAMMAD IKHSAN", "MUHAMAD IKHSAN", "same_sound"),
        ("SITI AMINA", "SITI AMINAH", "one_slip"),
        ("BUDI SANTOSO", "BUDI SANTOSA", "one_slip"),
        ("SITI", "SITI AMINAH", "cut_short"),
        ("SITI AMINAH", "SITI", "cut_short"),
        ("DIMAS PRASETYO", "DIMAS PRATAMA", "alike"),
        ("BUDI SANTOSO", "SITI AMINAH", "other"),
        ("SI", "SITI AMINAH", "other"),
        (None, "SITI AMINAH", "missing"),
        ("SITI AMINAH", None, "missing"),
    ],
)
def test_names(levels: Levels, listed: str | None, known: str | None, level: str) -> None:
    found = levels({"name": listed}, {"name": known})
    assert found["name_level"] == level
    assert found["has_required"] == (level not in ("missing", "other"))


@pytest.mark.parametrize(
    ("listed", "level"),
    [
        ("1963-08-07", "same"),
        ("1963-07-08", "swapped"),
        ("1963-08-17", "one_digit"),
        ("1964-08-07", "one_digit"),
        ("1963-08-19", "near"),
        ("1963-07-31", "near"),
        ("1971-11-25", "other"),
        (None, "missing"),
    ],
)
def test_birth_dates(levels: Levels, listed: str | None, level: str) -> None:
    found = levels({"birth_date": listed}, {"birth_date": "1963-08-07"})
    assert found["birth_date_level"] == level


@pytest.mark.parametrize(
    ("listed", "level"),
    [
        (NIK, "same"),
        (NIK[:15] + "0", "zeroed"),
        (NIK.replace("5708", "1708"), "one_digit"),
        (NIK[:13] + "1" + NIK[14:], "one_digit"),
        (NIK[:12] + "09" + NIK[14:], "one_digit"),
        (NIK[:2] + "9" + NIK[3:13] + "7" + NIK[14:], "two_digits"),
        (NIK[:14], "cut_short"),
        (NIK[:15], "cut_short"),
        (NIK[:12], "cut_short"),
        (NIK[:4] + "99" + NIK[6:13] + "77" + NIK[15:], "other"),
        ("3174054512779010", "other"),
        (None, "missing"),
    ],
)
def test_numbers(levels: Levels, listed: str | None, level: str) -> None:
    assert levels({"nik": listed}, {"nik": NIK})["number_level"] == level


@pytest.mark.parametrize(
    ("listed", "level"),
    [
        (CARD, "same"),
        (CARD[:15] + "0", "nearly"),
        (CARD[:12] + "59" + CARD[14:], "nearly"),
        (CARD[:6] + "300799" + CARD[12:], "other"),
        (None, "missing"),
    ],
)
def test_cards(levels: Levels, listed: str | None, level: str) -> None:
    assert levels({"no_kk": listed}, {"no_kk": CARD})["family_card_level"] == level


@pytest.mark.parametrize(
    ("listed", "level"),
    [
        ("3171011001", "same"),
        ("3171011002", "same_district"),
        ("3171021001", "other"),
        (None, "missing"),
    ],
)
def test_places(levels: Levels, listed: str | None, level: str) -> None:
    found = levels({"region_code": listed}, {"region_code": "3171011001"})
    assert found["kelurahan_level"] == level


def test_what_is_missing_weighs_nothing_and_likenesses_add_up(levels: Levels) -> None:
    nothing = levels({"name": None}, {"name": "SITI AMINAH"})
    names = [name for name in nothing if name.endswith("_weight") and name not in
             ("match_weight", "prior_weight")]  # fmt: skip
    assert {nothing[name] for name in names} == {0}
    assert nothing["match_weight"] == nothing["prior_weight"]
    person = {"name": "SITI AMINAH", "birth_date": "1963-08-17", "sex": "female", "no_kk": CARD,
              "nik": NIK, "region_code": "3171011001"}  # fmt: skip
    all_of_it = levels(person | {"nik": NIK[:15] + "0"}, person)
    total = all_of_it["prior_weight"] + sum(all_of_it[name] for name in names)
    assert all_of_it["match_weight"] == pytest.approx(total, abs=1e-3)
    assert 0.999 < all_of_it["score"] < 1


def test_a_likeness_never_weighs_more_than_a_greater_one(linkage: Linkage) -> None:
    """Of one comparison, but for names and dates whose rarity decides."""
    for name in ("sex", "kelurahan", "family_card"):
        weights = [
            linkage.weight(name, level)
            for level, each in linkage.book.comparisons[name].levels.items()
            if not each.rarity_of
        ]
        assert weights == sorted(weights, reverse=True), name
