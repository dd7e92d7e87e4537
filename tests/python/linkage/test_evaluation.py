"""Precision and recall on tables so small that they can be counted by hand."""

from pathlib import Path

import duckdb
import pytest

from selaras.errors import Refusal
from selaras.linkage.report.evaluation import Evaluation, Score, evaluate

DAY = "2025-10-24"
# ana is registered twice, the second time under another number; budi's number is mistyped in the
# civil registry; citra is in the national register alone; dewi is there without a number; eko is
# known by his number, but no register row tells the truth about him.
ANA, BUDI, CITRA, DEWI, EKO, NOBODY = (f"317101010190900{n}" for n in range(1, 7))
ANA_AGAIN, BUDI_MISTYPED = "3171010101909007", "3171010101909008"
CARD, OTHER_CARD, NO_CARD = (f"317101010190910{n}" for n in range(1, 4))

LIST = ("dinsos", "pkd", "recipient")
CIVIL = ("dukcapil", "resident", "member")
MEMBER = ("bps", "dtsen_member", "member")
FAMILY = ("bps", "dtsen_family", "family")
# table, true number, what befell it, person or family, method, candidate
ROWS = [
    (LIST, ANA, None, "p_ana", "exact", None),
    (LIST, BUDI, "one_digit", "p_budi", "scored", "c1"),
    (LIST, CITRA, "missing,title", "p_ana", "scored", "c2"),
    (LIST, DEWI, "missing", "p_dewi", "scored", "c3"),
    (LIST, ANA, "missing", None, "unmatched", None),
    (LIST, NOBODY, None, None, "unmatched", None),
    (LIST, EKO, None, "p_eko", "repaired", None),
    # A family placed by its card, although its person was found by score.
    (LIST, ANA, "placeholder", "p_ana", "exact", "c4"),
    (CIVIL, ANA, None, "p_ana", "exact", None),
    (CIVIL, BUDI, "one_digit", "p_budi", "exact", None),
    (CIVIL, ANA, "second_nik", "p_again", "exact", None),
    (MEMBER, CITRA, None, "p_citra", "exact", None),
    (MEMBER, DEWI, "missing", "p_dewi", "unmatched", None),
    (FAMILY, CARD, None, "h_1", "exact", None),
    (FAMILY, OTHER_CARD, "zeroed", "h_1", "exact", None),
    (FAMILY, NO_CARD, "missing", None, "unmatched", None),
]
KNOWN = [
    (ANA, "p_ana"),
    (BUDI_MISTYPED, "p_budi"),
    (CITRA, "p_citra"),
    (ANA_AGAIN, "p_again"),
    (EKO, "p_eko"),
]


def evaluated(tmp_path: Path, rows: list[tuple] = ROWS, known: list[tuple] = KNOWN) -> Evaluation:
    """The rows in a warehouse, and the truth about them beside it."""
    warehouse = duckdb.connect()
    warehouse.execute(
        """
        create schema identity;
        create table identity.match (
            source_row_id varchar, batch_date date, source varchar, table_name varchar,
            file varchar, line bigint, role varchar, person_id varchar, household_id varchar,
            match_method varchar, score double, candidate_id varchar
        );
        create table identity.known_number (nik varchar, person_id varchar);
        create table identity.household as
        select 'h_1' as household_id, ? as no_kk union all select 'h_2', ?;
        create table truth (
            source varchar, table_name varchar, batch_date date, file varchar, line bigint,
            role varchar, nik varchar, no_kk varchar, corruption varchar
        )
        """.replace("?", f"'{CARD}'", 1).replace("?", f"'{OTHER_CARD}'", 1)
    )
    warehouse.executemany("insert into identity.known_number values (?, ?)", known)
    for line, ((source, table, role), number, fault, attached, method, candidate) in enumerate(
        rows
    ):
        place = [DAY, source, table, "a.csv", line, role]
        ids = [None, attached] if role == "family" else [attached, None]
        warehouse.execute(
            "insert into identity.match values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [f"row-{line}", *place, *ids, method, 1.0, candidate],
        )
        # As the sample writes it: whoever stands alone in a row is a recipient.
        told = role if role == "family" else "recipient"
        numbers = [None, number] if role == "family" else [number, CARD]
        warehouse.execute(
            "insert into truth values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [source, table, DAY, "a.csv", line, told, *numbers, fault],
        )
    folder = tmp_path / "truth/row" / DAY
    folder.mkdir(parents=True)
    warehouse.execute(f"copy truth to '{folder / 'all.parquet'}' (format parquet)")
    return evaluate(warehouse, tmp_path / "truth")


def named(scores: tuple[Score, ...], name: str) -> Score:
    return next(each for each in scores if each.name == name)


def test_lists_are_counted_as_by_hand(tmp_path: Path) -> None:
    lists = evaluated(tmp_path).lists
    assert (lists.rows, lists.known, lists.attached) == (8, 7, 6)
    assert (lists.right_rows, lists.wrong_rows, lists.second_number) == (5, 1, 0)
    assert lists.precision == 5 / 6
    assert lists.recall == 5 / 7
    assert lists.recall_of_all == 5 / 8
    assert lists.f1 == pytest.approx(2 / (6 / 5 + 7 / 5))


def test_numbers_alone_count_no_person_who_was_found_by_score(tmp_path: Path) -> None:
    lists = evaluated(tmp_path).lists
    assert (lists.by_number, lists.right_by_number) == (2, 2)
    assert (lists.precision_by_number, lists.recall_by_number) == (1, 2 / 7)


def test_a_second_registration_is_counted_apart(tmp_path: Path) -> None:
    civil = named(evaluated(tmp_path).by_table, "dukcapil.resident")
    assert (civil.rows, civil.attached, civil.right_rows, civil.wrong_rows) == (3, 2, 2, 0)
    assert (civil.second_number, civil.known, civil.recall, civil.recall_of_all) == (1, 2, 1, 1)


def test_a_second_registration_at_a_stranger_is_wrong(tmp_path: Path) -> None:
    rows = [*ROWS, (MEMBER, ANA, "second_nik", "p_citra", "scored", None)]
    members = named(evaluated(tmp_path, rows).by_table, "bps.dtsen_member")
    assert (members.wrong_rows, members.second_number) == (1, 0)


def test_a_second_registration_that_leads_to_the_first_is_right(tmp_path: Path) -> None:
    rows = [*ROWS, (MEMBER, ANA, "second_nik", "p_ana", "scored", None)]
    members = named(evaluated(tmp_path, rows).by_table, "bps.dtsen_member")
    assert (members.right_rows, members.second_number) == (2, 0)


def test_a_row_that_is_a_person_of_its_own_could_not_be_found(tmp_path: Path) -> None:
    members = named(evaluated(tmp_path).by_table, "bps.dtsen_member")
    assert (members.rows, members.known, members.attached, members.right_rows) == (2, 1, 1, 1)


def test_a_row_that_should_have_led_to_somebody_else_was_missed(tmp_path: Path) -> None:
    rows = [*ROWS, (CIVIL, DEWI, None, "p_dewi_too", "exact", None)]
    members = named(evaluated(tmp_path, rows).by_table, "bps.dtsen_member")
    assert (members.known, members.right_rows) == (2, 1)


def test_the_civil_registry_tells_who_a_person_is(tmp_path: Path) -> None:
    rows = [*ROWS, *[(MEMBER, ANA, None, "p_budi", "exact", None)] * 2]
    members = named(evaluated(tmp_path, rows).by_table, "bps.dtsen_member")
    assert members.wrong_rows == 2


def test_most_rows_of_the_national_register_tell_who_else_a_person_is(tmp_path: Path) -> None:
    rows = [*ROWS, (MEMBER, CITRA, None, "p_citra", "exact", None)]
    rows.append((MEMBER, ANA, None, "p_citra", "repaired", None))
    members = named(evaluated(tmp_path, rows).by_table, "bps.dtsen_member")
    assert (members.right_rows, members.wrong_rows) == (2, 1)


def test_a_number_that_is_really_somebody_elses_proves_nothing(tmp_path: Path) -> None:
    known = [*KNOWN, (ANA, "p_budi")]
    rows = [*ROWS, (LIST, ANA, None, "p_budi", "exact", None)]
    assert evaluated(tmp_path, rows, known).lists.wrong_rows == 2


def test_families_are_compared_by_their_cards(tmp_path: Path) -> None:
    families = named(evaluated(tmp_path).by_table, "bps.dtsen_family")
    assert (families.rows, families.known, families.attached) == (3, 2, 2)
    assert (families.precision, families.recall) == (0.5, 0.5)


def test_a_row_counts_under_everything_that_befell_it(tmp_path: Path) -> None:
    found = evaluated(tmp_path)
    title, missing = (named(found.lists_by_corruption, each) for each in ("title", "missing"))
    assert (title.rows, title.wrong_rows, title.recall) == (1, 1, 0)
    assert (missing.rows, missing.right_rows, missing.wrong_rows) == (3, 1, 1)
    assert named(found.by_corruption, "missing").rows == 5
    assert named(found.by_corruption, "none").rows == 6


def test_wrong_rows_are_named_without_anybodys_data(tmp_path: Path) -> None:
    found = evaluated(tmp_path).wrong
    assert [(each.source_row_id, each.table_name, each.role) for each in found] == [
        ("row-14", "bps.dtsen_family", "family"),
        ("row-2", "dinsos.pkd", "recipient"),
    ]
    assert found[1].corruptions == ("missing", "title")
    assert (found[1].match_method, found[1].score) == ("scored", 1.0)
    assert "31710" not in repr(found)


def test_all_rows_are_lists_and_registers_together(tmp_path: Path) -> None:
    found = evaluated(tmp_path)
    assert found.overall.rows == len(ROWS) == sum(each.rows for each in found.by_table)
    assert (found.overall.right_rows, found.overall.wrong_rows) == (9, 2)


def test_nothing_attached_has_no_precision(tmp_path: Path) -> None:
    lists = evaluated(tmp_path, [(LIST, NOBODY, None, None, "unmatched", None)]).lists
    assert (lists.precision, lists.recall, lists.f1, lists.recall_of_all) == (None, None, None, 0)


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        evaluate(duckdb.connect(), tmp_path)
    assert refused.value.key == "linkage.no_truth"


def test_the_truth_of_other_drops_is_refused(tmp_path: Path) -> None:
    evaluated(tmp_path)
    other = duckdb.connect()
    other.execute(
        f"create schema identity; create table identity.match as select *, '{DAY}'::date as"
        " batch_date, 's' as source_row_id, 'x' as source, 'y' as table_name, 'f' as file,"
        " 1 as line, 'member' as role, null::varchar as household_id, 1.0 as score,"
        " 'exact' as match_method, null::varchar as candidate_id from (select 'p' as person_id);"
        " create table identity.household (household_id varchar, no_kk varchar);"
        " create table identity.known_number (nik varchar, person_id varchar)"
    )
    with pytest.raises(Refusal) as refused:
        evaluate(other, tmp_path / "truth")
    assert refused.value.key == "linkage.other_truth"
