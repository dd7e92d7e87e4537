"""The sample: what it writes, in which form, and that the truth fits it line by line."""

import csv
import hashlib
from datetime import date
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook

from selaras.errors import Refusal
from selaras.landing.answers import is_answer
from selaras.landing.drop import SAMPLE_MARK
from selaras.lists import Layout, layouts
from selaras.sample import write_sample

LAST = "2025-10-24"
FAMILIES = 1000
HEADER_ROW = 4


@pytest.fixture(scope="session")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(FAMILIES, 2, 1, tmp_path_factory.mktemp("dirty") / "sample")


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(FAMILIES, 1, 1, tmp_path_factory.mktemp("clean") / "sample", clean=True)


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def text_of(path: Path) -> str:
    """The text of a file in which some lines may be Latin-1."""
    lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    return "\n".join(decoded(line) for line in lines) + "\n"


def decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")


def lines_of(path: Path, layout: Layout) -> list[list[object]]:
    """The lines of a file, cell by cell."""
    if path.suffix == ".xlsx":
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    lines = text_of(path).splitlines()
    return [next(csv.reader([line], delimiter=layout.delimiter), []) for line in lines]


def files_of(drop: Path, layout: Layout) -> list[Path]:
    return [path for path in sorted(drop.iterdir()) if layout.match(path.name)]


def people(sample: Path) -> list[dict[str, str]]:
    (path,) = (sample / LAST).glob("dukcapil_penduduk_*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def truth(sample: Path) -> str:
    return f"read_parquet('{sample}/truth/row/*/*.parquet')"


def headline(sample: Path) -> dict[str, int]:
    with (sample / "truth/headline.csv").open(encoding="utf-8", newline="") as file:
        return {row["metric_id"]: int(row["value"]) for row in csv.DictReader(file)}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    one = bytes_of(write_sample(150, 2, 7, tmp_path / "one"))
    again = bytes_of(write_sample(150, 2, 7, tmp_path / "one"))
    other = bytes_of(write_sample(150, 2, 8, tmp_path / "other"))
    assert one == again
    assert one != other


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(Refusal, match=r"letter\.txt"):
        write_sample(100, 1, 1, tmp_path)
    assert (tmp_path / "letter.txt").exists()


@pytest.mark.parametrize(("families", "weeks"), [(0, 2), (99, 2), (1000, 0), (1000, 41)])
def test_sizes_that_make_no_sense_are_refused(tmp_path: Path, families: int, weeks: int) -> None:
    with pytest.raises(Refusal):
        write_sample(families, weeks, 1, tmp_path / "sample")


def test_drops_are_a_week_apart_and_the_last_is_of_24_october(dirty: Path) -> None:
    assert sorted(path.name for path in dirty.iterdir()) == ["2025-10-17", LAST, "truth"]


# Answers come back only where something was asked.
DRAWN = [layout for layout in layouts() if not is_answer(layout)]


@pytest.mark.parametrize("layout", DRAWN, ids=lambda layout: layout.identifier)
def test_every_table_arrives_with_its_own_header(dirty: Path, layout: Layout) -> None:
    for drop in ("2025-10-17", LAST):
        files = files_of(dirty / drop, layout)
        assert files
        for path in files:
            lines = lines_of(path, layout)
            header = lines[HEADER_ROW - 1 if path.suffix == ".xlsx" else 0]
            titles = {str(title).casefold() for title in header}
            assert titles == {column.header.casefold() for column in layout.columns}


def test_workbooks_have_titles_a_total_row_and_a_hidden_sheet(dirty: Path) -> None:
    book = CalamineWorkbook.from_path(dirty / LAST / "kjp_plus_tahap2_2025.xlsx")
    rows = book.get_sheet_by_index(0).to_python()
    assert "KARTU JAKARTA PINTAR" in str(rows[0][0])
    assert str(rows[-1][0]).startswith("TOTAL")
    assert len(book.sheet_names) == 2


def test_the_manifest_holds_the_checksum_of_every_file(dirty: Path) -> None:
    for drop in ("2025-10-17", LAST):
        folder = dirty / drop
        with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
            listed = {row["file"]: row for row in csv.DictReader(file)}
        assert set(listed) == {path.name for path in folder.iterdir()} - {
            "manifest.csv",
            SAMPLE_MARK,
        }
        for name, row in listed.items():
            assert row["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
            assert row["as_of"] == drop


def test_the_manifest_counts_the_rows_that_the_truth_knows(dirty: Path) -> None:
    counted = dict(
        duckdb.sql(
            f"select file, count(distinct line) from {truth(dirty)}"
            f" where batch_date = '{LAST}' group by file"
        ).fetchall()
    )
    with (dirty / LAST / "manifest.csv").open(encoding="utf-8", newline="") as file:
        assert {row["file"]: int(row["rows"]) for row in csv.DictReader(file)} == counted


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.identifier)
def test_the_truth_names_every_data_line_and_no_other(dirty: Path, layout: Layout) -> None:
    for path in files_of(dirty / LAST, layout):
        header = [column.header.casefold() for column in layout.columns]
        lines = lines_of(path, layout)
        data = {
            number
            for number, cells in enumerate(lines, 1)
            if number > (HEADER_ROW if path.suffix == ".xlsx" else 1)
            and any(str(cell).strip() for cell in cells)
            and [str(cell).casefold() for cell in cells] != header
            and not str(cells[0]).startswith("TOTAL")
        }
        known = duckdb.sql(
            f"select distinct line from {truth(dirty)}"
            f" where batch_date = '{LAST}' and file = '{path.name}'"
        ).fetchall()
        assert {line for (line,) in known} == data


def test_a_row_without_a_fault_says_the_true_number(dirty: Path) -> None:
    known = {
        line: nik
        for line, nik in duckdb.sql(
            f"select line, nik from {truth(dirty)} where batch_date = '{LAST}'"
            " and file = 'bnba_pkh_2025_tahap4.csv' and role = 'member' and corruption is null"
        ).fetchall()
    }
    lines = text_of(dirty / LAST / "bnba_pkh_2025_tahap4.csv").splitlines()
    assert known
    assert all(lines[line - 1].split(";")[4] == nik for line, nik in known.items())


def test_numbers_have_their_formal_structure(clean: Path) -> None:
    rows = people(clean)
    assert len({row["NIK"] for row in rows}) == len(rows)
    for row in rows:
        born = date(*reversed([int(part) for part in row["TGL_LHR"].split("-")]))
        day = born.day + (40 if row["JENIS_KLMIN"] == "P" else 0)
        assert row["NIK"][6:12] == f"{day:02}{born.month:02}{born.year % 100:02}"
        assert row["NIK"][12] == row["NO_KK"][12] == "9"
        assert len(row["NIK"]) == len(row["NO_KK"]) == 16
        assert row["NO_KK"].startswith("31") and 1 <= int(row["NO_KK"][6:8]) <= 31


def test_some_were_born_elsewhere_and_some_numbers_are_of_the_old_kind(clean: Path) -> None:
    prefixes = [row["NIK"][:2] for row in people(clean)]
    assert 0.10 < sum(prefix not in ("31", "09") for prefix in prefixes) / len(prefixes) < 0.30
    assert "09" in prefixes


def test_families_and_ages_are_in_the_proportions_of_jakarta(clean: Path) -> None:
    rows = people(clean)
    old = sum(int(row["TGL_LHR"][-4:]) <= 1965 for row in rows) / len(rows)
    young = sum(int(row["TGL_LHR"][-4:]) >= 2021 for row in rows) / len(rows)
    assert 2.9 < len(rows) / FAMILIES < 3.4
    assert 0.055 < old < 0.11
    assert 0.05 < young < 0.10


def test_unions_are_in_proportion_to_the_published_figures(clean: Path) -> None:
    found = headline(clean)
    assert found["regular_families"] / FAMILIES == pytest.approx(269_000 / 3_543_305, abs=0.03)
    assert found["all_families"] / FAMILIES == pytest.approx(617_000 / 3_543_305, abs=0.04)


def test_the_headline_is_what_the_lists_of_the_last_drop_say(dirty: Path) -> None:
    (regular,) = duckdb.sql(
        f"select count(distinct no_kk) from {truth(dirty)} where batch_date = '{LAST}'"
        " and file in ('bnba_pkh_2025_tahap4.csv', 'bnba_sembako_2025_10.csv')"
    ).fetchone()
    (temporary,) = duckdb.sql(
        f"select count(distinct no_kk) from {truth(dirty)} where batch_date = '{LAST}'"
        " and file = 'blts_kesra_2025.csv'"
    ).fetchone()
    found = headline(dirty)
    assert (found["regular_families"], found["temporary_cash_families"]) == (regular, temporary)


def test_a_clean_sample_has_nothing_to_mend(clean: Path) -> None:
    assert duckdb.sql(f"from {truth(clean)} where corruption is not null").fetchall() == []
    assert len((clean / "truth/damage.csv").read_text().splitlines()) == 1
    for layout in layouts():
        for path in files_of(clean / LAST, layout):
            if path.suffix == ".csv":
                widths = {len(cells) for cells in lines_of(path, layout)}
                assert widths == {len(layout.columns)}
                assert b"\r" not in path.read_bytes()


def test_every_kind_of_fault_is_planted(dirty: Path) -> None:
    found = {
        kind
        for (kind,) in duckdb.sql(
            f"select distinct unnest(string_split(corruption, ',')) from {truth(dirty)}"
        ).fetchall()
    }
    assert found >= {
        "scientific", "zeroed", "dot_zero", "apostrophe", "spaces", "dots", "nbsp", "letters",
        "lost_zero", "swapped", "equal", "placeholder", "missing", "head_copied", "no_plus_40",
        "second_nik", "two_families", "double_payment", "mixed_case", "title", "abbreviation",
        "typo", "spelling", "date_form", "two_digit_year", "impossible_date", "wrong_date",
        "money_form", "stray_quote", "unclosed_quote", "truncated_line", "mixed_encoding",
    }  # fmt: skip


def test_the_weeks_differ_by_what_the_truth_says(dirty: Path) -> None:
    kinds = {
        kind
        for (kind,) in duckdb.sql(
            f"select distinct change_kind from '{dirty}/truth/change.csv'"
        ).fetchall()
    }
    assert kinds == {"new", "corrected", "removed"}


def test_overlaps_are_planted(dirty: Path) -> None:
    rules = {
        rule
        for (rule,) in duckdb.sql(
            f"select distinct rule_id from '{dirty}/truth/overlap.csv'"
        ).fetchall()
    }
    assert {"pkh_elderly_klj", "kjp_plus_pip", "central_family_pkd"} <= rules
