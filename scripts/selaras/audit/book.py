"""The workbook of a team: whom to visit, what to ask, and cells for the answers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from selaras.warehouse import Row
from selaras.workbooks import Look, new_book, new_look, write_explanation, write_text

SHEET = "Kunjungan"
DRAW, VISIT = "id_audit", "id_kunjungan"
YES, NO, UNKNOWN = "ya", "tidak", "tidak tahu"
NOT_ASKED = "-"


@dataclass(frozen=True)
class Column:
    """A column of the sheet: its heading, width, and the key of what a visit tells in it."""

    heading: str
    width: int
    key: str | None = None


TOLD = (
    Column("program", 26, "programme"),
    Column("nama_di_register", 26, "register_name"),
    Column("nik_di_register", 18, "register_nik"),
    Column("no_kk_di_register", 18, "register_no_kk"),
    Column("tanggal_lahir", 13, "birth_date"),
    Column("anggota_keluarga", 40, "members"),
    Column("alamat", 34, "address"),
    Column("kelurahan", 20, "region_name"),
    Column("kecamatan", 20, "district_name"),
    Column("nama_di_daftar", 26, "list_name"),
    Column("nik_di_daftar", 18, "list_nik"),
    Column("no_kk_di_daftar", 18, "list_no_kk"),
)
ELIGIBLE, RECEIVES, SAME, NUMBER = "layak", "menerima", "orang_sama", "nik_ktp"
ANSWERS = (
    Column(ELIGIBLE, 12),
    Column(RECEIVES, 12),
    Column(SAME, 12),
    Column(NUMBER, 20),
    Column("catatan", 40),
)
CHOSEN = (ELIGIBLE, RECEIVES, SAME)
COLUMNS = (Column(DRAW, 21), Column(VISIT, 14), *TOLD, *ANSWERS)


def write_book(path: Path, draw_id: str, visits: list[Row], criteria: list[Row]) -> None:
    """Write the visits of a team; every cell is text, none a formula.

    `visits` are rows of sql/told.sql, `criteria` the conditions of their programmes.
    """
    with new_book(path, draw_id, date.fromisoformat(draw_id[:10])) as book:
        head = new_look(book, bold=True, bg_color="#DDE7F0", text_wrap=True, border=1)
        plain = new_look(book, num_format="@", text_wrap=True, valign="top")
        answer = new_look(book, num_format="@", bg_color="#FFF8DC", border=1)
        sheet = book.add_worksheet(SHEET)
        _headings(sheet, [each.heading for each in COLUMNS], head)
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, column.width, plain.plain)
        for line, visit in enumerate(visits, 1):
            cells = [draw_id, visit["visit_id"], *(visit[each.key] for each in TOLD)]
            for place, value in enumerate(cells):
                write_text(sheet, line, place, "" if value is None else str(value), plain)
            for place, column in enumerate(ANSWERS, len(cells)):
                asked = _is_asked(column.heading, visit)
                write_text(sheet, line, place, "" if asked else NOT_ASKED, answer)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, len(visits), len(COLUMNS) - 1)
        first = len(COLUMNS) - len(ANSWERS)
        sheet.data_validation(
            1, first, len(visits), first + len(CHOSEN) - 1,
            {"validate": "list", "source": [YES, NO, UNKNOWN, NOT_ASKED]},
        )  # fmt: skip
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        _criteria(book.add_worksheet("Syarat"), criteria, head, plain)
        names = {"visit": "", **{each.heading: each.heading for each in ANSWERS}}
        told = [(called, f"audit.book_{name}") for name, called in names.items()]
        write_explanation(book.add_worksheet("Penjelasan - Explanation"), told, head, plain)


def _is_asked(heading: str, visit: Row) -> bool:
    """Whether a question makes sense of a visit."""
    return {SAME: visit["asks_person"], NUMBER: visit["asks_number"]}.get(heading, True)


def _headings(sheet: Worksheet, names: list[str], style: Look) -> None:
    """The first row of a sheet."""
    for place, name in enumerate(names):
        write_text(sheet, 0, place, name, style)


def _criteria(sheet: Worksheet, criteria: list[Row], head: Look, plain: Look) -> None:
    """What each programme asks for, in both languages, with the figures in force."""
    _headings(sheet, ["program", "syarat", "criterion", "aturan / rule"], head)
    sheet.set_column(0, 0, 26, plain.plain)
    sheet.set_column(1, 3, 60, plain.plain)
    for line, row in enumerate(criteria, 1):
        for place, key in enumerate(("programme", "says_id", "says_en", "required")):
            write_text(sheet, line, place, str(row[key] or ""), plain)
    sheet.freeze_panes(1, 0)
