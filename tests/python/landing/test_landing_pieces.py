"""A sheet that is read in pieces gives the rows that it gives as a whole."""

import zipfile
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from selaras.landing import pieces, texts
from selaras.landing.cells import Cells
from selaras.landing.pieces import LargeSheet
from selaras.landing.sheetxml import look_inside

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
DAY = date(2005, 5, 12)
WORDS = st.sampled_from(["", "SITI", " a", "12", "a\nb", 'x"<&>', "_x000D_", "\ue0001", "é" * 50])
CELLS = st.one_of(
    *(st.none(), WORDS, st.integers(-9, 9), st.floats(-1e9, 1e9), st.booleans()),
    *(st.dates(date(1950, 1, 1)), st.just("=1+1")),
)
ROWS = st.lists(st.lists(CELLS, max_size=4), max_size=12)
PLACES = st.tuples(*[st.integers(0, 3)] * 2)


@pytest.fixture(autouse=True, scope="module")
def small() -> object:
    """Every sheet is a large one."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, size in (
            *((pieces, "LARGE", 0), (pieces, "PIECE", 200), (pieces, "CHUNK", 300)),
            (texts, "CHUNK", 60),
        ):
            patch.setattr(module, name, size)
        yield


def _write(path: Path, rows: list[list[object]], **options: bool) -> None:
    """A workbook with these rows from its third row and second column on."""
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet("Data")
        day, bold = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"bold": True})
        for at, row in enumerate(rows, start=2):
            for column, cell in enumerate(row, start=1):
                if isinstance(cell, date):
                    sheet.write_datetime(at, column, cell, day)
                elif cell == "=1+1":
                    sheet.write_formula(at, column, cell, bold, "" if at % 2 else 2)
                elif isinstance(cell, str):
                    sheet.write_string(at, column, cell, bold if at % 2 else None)
                elif cell is not None:
                    sheet.write(at, column, cell)


def _edit(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Change one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _both(path: Path) -> tuple[Cells, Cells]:
    """The sheet as a whole and in pieces."""
    inside = look_inside(path)
    whole = CalamineWorkbook.from_path(path).get_sheet_by_name("Data")
    in_pieces = LargeSheet("Data", path, inside.frames["Data"], path.parent)
    return Cells(whole), Cells(in_pieces)


def _compare(path: Path) -> None:
    """Both ways give the same rows, but for the empty cells at their end."""
    whole, in_pieces = _both(path)
    rows, others = ([_bare(row) for row in each.rows()] for each in (whole, in_pieces))
    assert others == rows
    assert [list(map(type, row)) for row in others] == [list(map(type, row)) for row in rows]
    assert in_pieces.sheet.start == whole.sheet.start
    assert in_pieces.spread() == whole.spread()


def _bare(row: list[object]) -> list[object]:
    """A row without the empty cells at its end."""
    while row and row[-1] == "":
        row.pop()
    return row


@settings(deadline=None, max_examples=40)
@given(rows=ROWS, constant_memory=st.booleans(), date_1904=st.booleans())
def test_any_cells_are_read_alike(
    rows: list[list[object]], constant_memory: bool, date_1904: bool
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.xlsx"
        rows = [["NIK", "a"], *rows, [None, None, "\ue000"], [5, "z"]]
        _write(path, rows, constant_memory=constant_memory, date_1904=date_1904)
        _compare(path)


NAMES = [
    [f"3171{number:012d}", f"SITI {number % 3}", DAY + timedelta(number)] for number in range(9)
]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        pytest.param(SHEET, b'r="B5" t="s"', b'r="B5"  t = "s"', id="a blank beside a sign"),
        pytest.param(SHEET, b't="s"><v>', b"t='s'><v>", id="the other quotes"),
        pytest.param(SHEET, b'r="B5" t="s"', b't="s" r="B5"', id="another order"),
        pytest.param(SHEET, b'<row r="6"', b'<row r="5"/><row r="6"', id="a row without cells"),
        pytest.param(TEXTS, b"<si><t>SITI 1</t></si>", b"<si/>", id="a text that is empty"),
        pytest.param(
            *(TEXTS, b"<t>SITI 1</t>", b"<r><t>SI</t></r><r><t>TI</t></r>"), id="a text with looks"
        ),
    ],
)
def test_other_ways_to_write_the_same_are_read_alike(
    tmp_path: Path, part: str, old: bytes, new: bytes
) -> None:
    path = tmp_path / "some.xlsx"
    _write(path, NAMES)
    _edit(path, part, old, new)
    _compare(path)


def test_merged_cells_are_found_and_end_where_the_rows_end(tmp_path: Path) -> None:
    path = tmp_path / "some.xlsx"
    _write(path, NAMES)
    merged = (
        b'</sheetData><mergeCells><mergeCell ref="C4:C9"/><mergeCell ref="B7:B500"/></mergeCells>'
    )
    _edit(path, SHEET, b"</sheetData>", merged)
    _compare(path)


def test_a_sheet_with_a_comment_is_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "some.xlsx"
    _write(path, NAMES)
    _edit(path, SHEET, b"<sheetData>", b"<sheetData><!-- </row> -->")
    assert look_inside(path).frames == {}


def test_a_number_of_a_text_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "some.xlsx"
    _write(path, NAMES)
    _edit(path, SHEET, b"<v>3</v>", b"<v>99</v>")
    in_pieces = LargeSheet("Data", path, look_inside(path).frames["Data"], tmp_path)
    with pytest.raises(IndexError):
        list(in_pieces.iter_rows())
