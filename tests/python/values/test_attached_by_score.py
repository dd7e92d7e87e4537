"""What rests on rows that were attached because they are alike says so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from street import Street

Ask = Callable[[str], list[tuple]]


@pytest.fixture(scope="module")
def ask(build: Callable[[Path, Path], Ask], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The warehouse of one drop."""
    folder = tmp_path_factory.mktemp("attached")
    street = Street()
    alike = street.person(
        "BAMBANG SUTRISNO",
        "1951-07-08",
        car="1",
        member={"nomor_induk_kependudukan": "", "nama": "BAMBANG SUTRISNA"},
    )
    same = street.person("SITI AMINAH", "1952-03-04", sex="P", car="1")
    for person in (alike, same):
        street.card_aid(person)
    owner = street.person("KARTIKA WULANDARI", "1970-01-02", sex="P")
    named = street.person("JOKO SUSILO", "1971-09-11")
    street.sembako(named, NO_KK=owner.card)
    taken = street.person("DEWI LESTARI", "1972-03-04", sex="P")
    paid = street.person("RATNA SARI", "1973-03-04", sex="P")
    street.sembako(taken)
    street.sembako(paid, NO_KK=taken.card)
    lender = street.person("AGUS SALIM", "1974-05-06")
    street.person("AGUS SALIM ", "1974-05-06")
    borrower = street.people["AGUS SALIM "]
    street.card_aid(lender, NO_KK=borrower.card)
    street.write(folder / "inbox")
    return build(folder / "inbox", folder / "home")


def test_a_verdict_says_with_what_score_a_row_of_the_register_was_attached(ask: Ask) -> None:
    rows = ask("""
        select full_name, coverage, unmet_criteria, register_match_score
        from marts.mart_eligibility inner join conformed.dim_person using (person_id)
        where programme_id = 'klj' and is_enrolled and unmet_criteria = 'owns_no_car'
        order by full_name
    """)
    [(*alike, score), same] = rows
    assert alike == ["BAMBANG SUTRISNO", "leaked", "owns_no_car"]
    assert 0.999 <= score < 1
    assert same == ("SITI AMINAH", "leaked", "owns_no_car", None)


def test_a_card_that_no_one_whom_the_row_names_lives_on_is_for_people(ask: Ask) -> None:
    rows = ask("""
        select full_name, match.match_method, match.household_id
        from identity.match as match inner join conformed.dim_person using (person_id)
        where table_name = 'sembako' order by full_name
    """)
    assert [(name, method) for name, method, _ in rows] == [
        ("DEWI LESTARI", "exact"),
        ("JOKO SUSILO", "unmatched"),
        ("RATNA SARI", "unmatched"),
    ]
    assert [household is None for *_, household in rows] == [False, True, True]


def test_a_row_of_others_takes_no_family_off_the_list(ask: Ask) -> None:
    assert ask("""
        select full_name, is_enrolled from eligibility.fct_eligibility
        inner join conformed.dim_person using (household_id)
        where fct_eligibility.unit = 'household' and programme_id = 'sembako' and is_enrolled
    """) == [("DEWI LESTARI", True)]


def test_a_number_of_a_namesake_of_the_same_day_is_not_exact(ask: Ask) -> None:
    rows = ask("""
        select match_method from identity.match
        where table_name = 'pkd' and source_row_id in (
            select source_row_id from staging.stg_dinsos__pkd where full_name = 'AGUS SALIM'
        )
    """)
    assert rows[0][0] in ("scored", "unmatched")
