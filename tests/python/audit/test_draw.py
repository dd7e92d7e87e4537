"""Drawing visits, the workbooks of the teams, and reading them when they come back."""

import json
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from selaras.audit.answers import read_answers
from selaras.audit.book import SHEET
from selaras.audit.draw import Draw, draw
from selaras.audit.estimate import estimate
from selaras.errors import ExitCode, Refusal
from selaras.warehouse import rows
from selaras.workspace import Workspace

BY = ["programme", "city"]
Sheet = list[list[object]]


def _visits(made: Draw) -> list[tuple]:
    """The drawn units with their strata and probabilities."""
    return duckdb.sql(f"from '{made.folder}/visit.parquet' order by visit_id").fetchall()


def _sheet(path: Path) -> Sheet:
    """The visits of a workbook, its headings first."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(SHEET).to_python()


def _write(path: Path, sheet: Sheet) -> Path:
    """A workbook as it comes back."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(SHEET)
        for line, cells in enumerate(sheet):
            for place, cell in enumerate(cells):
                page.write(line, place, cell)
    return path


def _filled(sheet: Sheet, **answers: object) -> Sheet:
    """The visits with the same answers everywhere where they are asked for."""
    filled = [list(cells) for cells in sheet]
    for name, answer in answers.items():
        at = filled[0].index(name)
        for cells in filled[1:]:
            cells[at] = cells[at] if cells[at] == "-" else answer
    return filled


@pytest.fixture(scope="module")
def made(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """A draw of 300 visits."""
    return draw(_beside(built, tmp_path_factory.mktemp("drawn")), 300, BY, 1)


def _beside(built: Workspace, folder: Path) -> Workspace:
    """A workspace that reads the built warehouse and keeps draws of its own."""
    (folder / built.database.name).symlink_to(built.database)
    return Workspace.at(folder)


def test_the_same_arguments_draw_the_same_visits_and_another_seed_draws_others(
    built: Workspace, made: Draw, tmp_path: Path
) -> None:
    workspace = _beside(built, tmp_path)
    again, other = (draw(workspace, 300, BY, seed) for seed in (1, 2))
    assert again.draw_id == made.draw_id != other.draw_id
    assert _visits(again) == _visits(made)
    books = [sorted(each.folder.glob("*.xlsx")) for each in (made, again)]
    assert [each.read_bytes() for each in books[0]] == [each.read_bytes() for each in books[1]]
    ids = [{visit[2] for visit in _visits(each)} for each in (made, other)]
    assert len(ids[0] & ids[1]) < 150


def test_every_stratum_is_visited_and_probabilities_are_kept(built: Workspace, made: Draw) -> None:
    visits, strata = (f"'{made.folder}/{name}.parquet'" for name in ("visit", "stratum"))
    assert duckdb.sql(
        f"""
        with stratum as (
            select programme_id, city_code, part, sum(unit_count) as units
            from {strata} group by all
        ),
        drawn as (
            select programme_id, city_code, part, count(*) as visits,
                any_value(inclusion_probability) as probability
            from {visits} group by all
        )
        select count(*), count(visits), bool_and(abs(visits / units - probability) < 1e-12),
            bool_and(visits <= units)
        from stratum left join drawn using (programme_id, city_code, part)
        """
    ).fetchone() == (made.strata, made.strata, True, True)
    assert len(_visits(made)) == sum(made.teams.values()) == 300
    with duckdb.connect(str(built.database), read_only=True) as warehouse:
        (units, keys) = warehouse.execute(
            "select count(*), count(distinct (programme_id, subject_id)) from audit.audit_frame"
        ).fetchone()
    assert units == keys == duckdb.sql(f"select sum(unit_count) from {strata}").fetchone()[0]


def test_a_small_draw_puts_small_places_together(built: Workspace, tmp_path: Path) -> None:
    workspace = _beside(built, tmp_path)
    small = draw(workspace, 80, BY, 1)
    cities = {visit[4] for visit in _visits(small)}
    assert small.strata <= 80 and "other" in cities
    with pytest.raises(Refusal, match="too few"):
        draw(workspace, 20, BY, 1)
    assert draw(workspace, 20, ["city"], 1).folder.is_dir()


def test_a_workbook_tells_nothing_of_the_verdict_and_is_for_its_owner_only(made: Draw) -> None:
    paths = sorted(made.folder.iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    (book,) = made.folder.glob("visits-3171.xlsx")
    sheet = _sheet(book)
    told = json.dumps(sheet)
    for word in ("eligible", "leaked", "missed", "reached", "candidate", "outside", "undetermined"):
        assert word not in told
    with zipfile.ZipFile(book) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'type="list"' in page and "ya,tidak,tidak tahu" in page
    assert 'state="frozen"' in page and "<autoFilter" in page
    numbers = [row[sheet[0].index("nik_di_register")] for row in sheet[1:]]
    assert all(isinstance(each, str) for each in numbers)
    assert any(len(each) == 16 for each in numbers)


def test_no_cell_is_a_formula_whatever_a_name_says(
    copied: Callable[[], Workspace], tmp_path: Path
) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as warehouse:
        warehouse.execute("update conformed.dim_person set full_name = '=1+1|' || full_name")
    made = draw(workspace, 300, BY, 1)
    for book in made.folder.glob("*.xlsx"):
        with zipfile.ZipFile(book) as parts:
            pages = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in page or b"<f " in page for page in pages)
    names = [row[3] for row in _sheet(made.folder / "visits-3171.xlsx")[1:]]
    assert any(str(name).startswith("=1+1|") for name in names)


def test_a_draw_that_is_there_is_left_with_what_people_wrote(
    built: Workspace, tmp_path: Path
) -> None:
    workspace = _beside(built, tmp_path)
    first = draw(workspace, 300, BY, 1)
    book = first.folder / "visits-3171.xlsx"
    book.write_bytes(b"filled in")
    again = draw(workspace, 300, BY, 1)
    assert (first.is_new, again.is_new) == (True, False)
    assert book.read_bytes() == b"filled in"


def test_answers_come_back_team_by_team_and_a_second_time(
    copied: Callable[[], Workspace], selaras: Callable, tmp_path: Path
) -> None:
    workspace = copied()
    made = draw(workspace, 300, BY, 1)
    one, other = (_sheet(made.folder / f"visits-{city}.xlsx") for city in ("3171", "3172"))
    wrong = _write(tmp_path / "a.xlsx", _filled(one, layak="tidak", menerima="tidak"))
    right = _write(tmp_path / "b.xlsx", _filled(one, layak="Ya", menerima="YES ", orang_sama="ya"))
    rest = _write(tmp_path / "c.xlsx", _filled(other, layak="ya", menerima="ya", orang_sama="ya"))
    found = selaras("audit", "estimate", wrong, rest, "--home", workspace.home, "--json")
    assert found.returncode == 0, found.stderr
    told = json.loads(found.stdout)
    assert told["answered"] == len(one) + len(other) - 2
    stratum = {"reported_for": "stratum", "programme_id": "klj", "city_code": "3171"}
    assert _row(told["rows"], "inclusion_error", **stratum)["error_share"] == 1
    assert _row(told["rows"], "linkage_error", **stratum)["error_share"] is None
    estimate(workspace, [right])
    with duckdb.connect(str(workspace.database), read_only=True) as warehouse:
        told = rows(warehouse, "from marts.mart_audit_estimate")
    assert _row(told, "inclusion_error", **stratum)["error_share"] == 0
    assert _row(told, "linkage_error", **stratum)["error_share"] == 0
    assert (
        _row(told, "inclusion_error", reported_for="stratum", programme_id="klj", city_code="3172")[
            "error_share"
        ]
        == 0
    )
    whole = _row(told, "inclusion_error", reported_for="all")
    assert 0 < whole["answered_count"] < whole["drawn_count"]
    assert whole["list_date"] == date(2025, 10, 24)
    found = selaras("publish", "--home", workspace.home)
    assert found.returncode == ExitCode.INPUT_REFUSED  # a whole build first


def _row(rows: list[dict], measure: str, **values: object) -> dict:
    """The one row of a measure with these values."""
    wanted = {"measure": measure} | values
    (found,) = [row for row in rows if wanted.items() <= row.items()]
    return found


@pytest.mark.parametrize(
    ("column", "answer", "sentence"),
    [
        ("layak", "mungkin", "answer 'mungkin' in line 2, column layak"),
        ("id_kunjungan", "abcdef", "visit abcdef is not one of the draw"),
        ("id_audit", "2025-10-24-00000000", "draw 2025-10-24-00000000 is not in"),
    ],
)
def test_what_is_no_answer_is_refused_in_a_sentence(
    built: Workspace, made: Draw, tmp_path: Path, column: str, answer: str, sentence: str
) -> None:
    workspace = Workspace.at(made.folder.parents[1])
    sheet = _sheet(made.folder / "visits-3171.xlsx")
    sheet[1][sheet[0].index(column)] = answer
    with pytest.raises(Refusal, match=sentence):
        estimate(workspace, [_write(tmp_path / "back.xlsx", sheet)])
    assert not (made.folder / "answer.parquet").exists()


def test_a_number_that_a_spreadsheet_has_cut_is_refused(tmp_path: Path) -> None:
    heads = ["id_audit", "id_kunjungan", "layak", "menerima", "orang_sama", "nik_ktp"]
    sheet = [heads, ["d", "v", "ya", "", "-", 3171010101909001]]
    with pytest.raises(Refusal, match="nik_ktp in line 2"):
        read_answers(_write(tmp_path / "cut.xlsx", sheet))
    sheet[1][-1] = "3171010101909001"
    (answer,) = read_answers(_write(tmp_path / "text.xlsx", sheet))
    assert (answer.is_eligible, answer.receives, answer.nik) == (True, None, "3171010101909001")


def test_a_file_that_is_no_workbook_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("not a workbook")
    with pytest.raises(Refusal, match="cannot be read as a workbook"):
        read_answers(tmp_path / "a.xlsx")
    with pytest.raises(Refusal, match="lacks the columns"):
        read_answers(_write(tmp_path / "b.xlsx", [["id_audit", "id_kunjungan"], ["d", "v"]]))


def test_one_visit_answered_in_two_ways_is_refused(
    built: Workspace, made: Draw, tmp_path: Path
) -> None:
    sheet = _sheet(made.folder / "visits-3171.xlsx")
    files = [
        _write(tmp_path / f"{word}.xlsx", _filled(sheet, layak=word)) for word in ("ya", "tidak")
    ]
    with pytest.raises(Refusal, match="answered twice"):
        estimate(Workspace.at(made.folder.parents[1]), files)
