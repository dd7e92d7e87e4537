"""Rows that are written at once are the bytes that XlsxWriter writes cell by cell."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from selaras.rowsheet import RowSheet
from selaras.workbooks import new_book

DAY = date(2025, 10, 24)
SIGNS = st.sampled_from(
    [*" \t\n\x00\x0b\x1f\x7f\xa0\ufffe\uffff&<>\"'|_x0041=é", "\U0001f600", "ab"]
)
TEXTS = st.lists(SIGNS, max_size=8).map("".join)
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False)
)
ROWS = st.lists(st.lists(st.one_of(st.none(), TEXTS, NUMBERS), max_size=5), max_size=5)


def _written(folder: Path, name: str, rows: list[list[object]], at_once: bool) -> bytes:
    """A workbook of these rows, each below a cell that has no look."""
    path = folder / name
    with new_book(path, "some", DAY) as book:
        looks = [book.add_format({"bold": True}), book.add_format({"num_format": "0.00"})]
        sheet = book.add_worksheet("Data", RowSheet)
        sheet.write_string(0, 0, "NIK")
        for row, cells in enumerate(rows, start=1):
            told = [(0, "3171", looks[0])]
            for at, cell in enumerate(cells, start=1):
                if cell is not None:
                    told.append((at, cell, looks[not isinstance(cell, str)]))
            if at_once:
                sheet.write_row_of(row, told)
            else:
                for at, cell, look in told:
                    write = sheet.write_string if isinstance(cell, str) else sheet.write_number
                    write(row, at, cell, look)
    return path.read_bytes()


@settings(deadline=None, max_examples=40)
@example(rows=[["a" * 32_767], ["\U0001f600" * 20_000], ["<r>x</r>"], [" |", "| ", "|"]])
@given(rows=ROWS)
def test_any_row_is_written_to_the_same_bytes(rows: list[list[object]]) -> None:
    with TemporaryDirectory() as folder:
        both = [_written(Path(folder), f"{way}.xlsx", rows, way) for way in (True, False)]
    assert both[0] == both[1]
