"""A sheet that is written row by row: what XlsxWriter writes cell by cell, to the same bytes.

Looking at every cell on its own takes the library longer than all that is done to find its text.
"""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellStringTuple, Worksheet

Cell = tuple[int, str | int | float, Format]
# What the library writes otherwise than it stands, beside signs that cannot be printed; cells are
# set apart by a bar, and begin and end with one.
_ODD = ("&", "<", ">", "_x", "| ", " |")
_SHORT = 16_000
_LONGEST = 2 * 32_767  # bytes of UTF-16


def _is_plain(texts: str) -> bool:
    """Whether texts that bars set apart are written as they stand."""
    return len(texts) < _SHORT and texts.isprintable() and not any(sign in texts for sign in _ODD)


class RowSheet(Worksheet):
    """A sheet of a workbook in constant memory."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[tuple[int, Format], tuple[str, str, str]] = {}

    def write_row_of(self, row: int, cells: Sequence[Cell]) -> None:
        """Write a row from 0 below all written before: places from 0, values and formats.

        The cells are in the order of their places; numbers are numbers, all else is text.
        """
        self._write_single_row(row)
        self._check_dimensions(row, 0)
        known = self._known
        number = str(row + 1)
        parts = ['<row r="', number, '">']
        texts = "|".join([cell for _, cell, _ in cells if isinstance(cell, str)])
        is_plain = _is_plain(f"|{texts}|")
        for at, cell, look in cells:
            begins = known.get((at, look)) or known.setdefault((at, look), self._begins(at, look))
            if not isinstance(cell, str):
                parts += (begins[0], number, begins[2], f"{cell:.16G}</v></c>")
            elif is_plain or _is_plain(f"|{cell}|"):
                parts += (begins[0], number, begins[1], cell, "</t></is></c>")
            else:
                self.fh.write("".join(parts))
                parts.clear()
                cut = cell.encode("utf-16-le")[:_LONGEST].decode("utf-16-le", "ignore")
                self._write_cell(row, at, CellStringTuple(cut, look))
        parts.append("</row>")
        self.fh.write("".join(parts))

    def _begins(self, at: int, look: Format) -> tuple[str, str, str]:
        """How a cell of a column begins before its row, and then as text and as number."""
        self._check_dimensions(self.previous_row, at)
        index = look._get_xf_index()
        return (
            f'<c r="{xl_col_to_name(at)}',
            f'" s="{index}" t="inlineStr"><is><t>',
            f'" s="{index}"><v>',
        )
