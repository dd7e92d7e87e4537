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
    street.write(folder / "inbox")
    return build(folder / "inbox", folder / "home")


def test_a_verdict_says_with_what_score_a_row_of_the_register_was_attached(ask: Ask) -> None:
    rows = ask("""
        select full_name, coverage, unmet_criteria, register_match_score
        from marts.mart_eligibility inner join conformed.dim_person using (person_id)
        where programme_id = 'klj' order by full_name
    """)
    [(*alike, score), same] = rows
    assert alike == ["BAMBANG SUTRISNO", "leaked", "owns_no_car"]
    assert 0.999 <= score < 1
    assert same == ("SITI AMINAH", "leaked", "owns_no_car", None)
