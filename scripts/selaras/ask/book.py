"""The workbook of visits: what to ask which family, with cells for the answers."""

from datetime import date
from functools import cache
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from selaras.ask.visits import Visit, Visits
from selaras.errors import ExitCode, Refusal
from selaras.folders import refuse_unwritable
from selaras.landing.key import stored_key
from selaras.landing.seals import seal_of_question
from selaras.lists import Layout, layouts
from selaras.lists.contracts import VISITS
from selaras.rules.differences.history import book_now
from selaras.rules.grammar.register import FactEntry, VocabularyBook
from selaras.warehouse import Row
from selaras.workbooks import Look, new_book, new_look, write_explanation, write_text
from selaras.workspace import Workspace

SHEET, EXPLAINED = "Pertanyaan", "Penjelasan - Explanation"
YES, NO, NOT_LEARNED = "YA", "TIDAK", "TIDAK TAHU"
ANSWERS = ("jawaban", "oleh", "tanggal", "catatan")
HIDDEN = ("fakta", "sidik")
WIDTHS = {"nik": 20, "no_kk": 20, "nama": 28, "kelurahan": 20, "kecamatan": 20, "catatan": 36}
WIDTHS |= {"pertanyaan": 60, "question": 60, "jawaban": 20, "oleh": 24, "tanggal": 14}
WIDTH = 12
EARLIEST = date(2000, 1, 1)
UNITS = {"person": "orang", "household": "keluarga"}


def write_visits(workspace: Workspace, path: Path, found: Visits) -> Path:
    """Write the workbook of visits for its owner only; Refusal where the file is there already."""
    day = found.day
    if path.exists():
        raise Refusal(ExitCode.USAGE, "ask.exists", file=path)
    building = path.with_name(f".{path.name}.building")
    words = book_now(workspace.project).vocabulary
    key = stored_key(workspace.landing)
    with refuse_unwritable("ask.unwritable", path.parent, building):
        building.mkdir(parents=True, exist_ok=True)
        draft = building / path.name
        with new_book(draft, f"Kunjungan {day}", day) as book:
            head = new_look(book, bold=True, bg_color="#DDE7F0", text_wrap=True, border=1)
            plain = new_look(book, num_format="@", text_wrap=True, valign="top")
            answer = new_look(book, num_format="@", bg_color="#FFF8DC", border=1)
            when = new_look(book, num_format="yyyy-mm-dd", bg_color="#FFF8DC", border=1)
            sheet = book.add_worksheet(SHEET)
            _columns(sheet, head, {"tanggal": when} | dict.fromkeys(ANSWERS[:2], answer), plain)
            lines = [row for rank in _rows(found, words, key) for row in rank]
            for line, (row, entry) in enumerate(lines, 1):
                for place, column in enumerate(_layout().columns):
                    look = answer if column.name in ANSWERS else plain
                    if column.name != "tanggal":
                        write_text(sheet, line, place, row.get(column.name, ""), look)
                _offer(sheet, line, entry)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(lines), len(_layout().columns) - 1)
            sheet.data_validation(
                *(1, _place("tanggal"), max(len(lines), 1), _place("tanggal")),
                {"validate": "date", "criteria": ">=", "value": EARLIEST},
            )
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
            write_explanation(book.add_worksheet(EXPLAINED), _explained(), head, plain)
        draft.chmod(0o600)
        draft.replace(path)
        building.rmdir()
    return path


@cache
def _layout() -> Layout:
    """The contract of the answers: the workbook is written as it is read."""
    return next(each for each in layouts() if each.identifier == VISITS)


def _place(name: str) -> int:
    """Which column of the sheet a column of the contract is."""
    return [each.name for each in _layout().columns].index(name)


def _columns(sheet: Worksheet, head: Look, looks: dict[str, Look], plain: Look) -> None:
    """The headings, and how wide each column is."""
    for place, column in enumerate(_layout().columns):
        write_text(sheet, 0, place, column.header, head)
        look = looks.get(column.name, plain).plain
        hidden = {"hidden": True} if column.name in HIDDEN else {}
        sheet.set_column(place, place, WIDTHS.get(column.name, WIDTH), look, hidden)


def _rows(found: Visits, words: VocabularyBook, key: str):
    """The questions of each family as texts by column, each with the entry of its fact."""
    people = {str(each["person_id"]): each for each in found.people}
    heads: dict[str, Row] = {}
    for each in found.people:  # heads come first
        heads.setdefault(str(each["household_id"]), each)
    for rank, visit in enumerate(found.visits, 1):
        yield [
            _row(rank, visit, asked, people.get(asked[0]) or heads[visit.household_id], words, key)
            for asked in visit.asked
        ]


def _row(
    rank: int, visit: Visit, asked: tuple[str, str], who: Row, words: VocabularyBook, key: str
) -> tuple[dict[str, str], FactEntry]:
    """One question, sealed."""
    whose, name = asked
    unit = "person" if whose else "household"
    entry = getattr(words, unit)[name]
    fact, card, number = f"{unit}.{name}", str(who["no_kk"] or ""), str(who["nik"] or "")
    row = {
        "urutan": str(rank),
        "no_kk": card,
        "nik": number,
        "nama": str(who["full_name"] or ""),
        "kelurahan": str(who["place"] or ""),
        "kecamatan": str(who["district_name"] or ""),
        "tentang": UNITS[unit],
        "pertanyaan": entry.visit.asks.id,
        "question": entry.visit.asks.en,
        "putusan": str(len(visit.settles)),
        "rupiah_per_bulan": str(visit.rupiah),
        "fakta": fact,
        "sidik": seal_of_question(key, card, number, fact),
    }
    return row, entry


def _offer(sheet: Worksheet, line: int, entry: FactEntry) -> None:
    """The answers to choose from; a number is written, and what could not be learned chosen."""
    words = [YES, NO] if entry.type == "boolean" else []
    words += [told.id if told else code for code, told in (entry.values or {}).items()]
    offer = {"validate": "list", "source": [*words, NOT_LEARNED], "show_error": bool(words)}
    sheet.data_validation(line, _place("jawaban"), line, _place("jawaban"), offer)


def _explained() -> list[tuple[str, str]]:
    """How to answer: what each column is called, and the message."""
    names = {"visit": "", **{name: name.upper() for name in ANSWERS}, "other": ""}
    return [(called, f"ask.book_{name}") for name, called in names.items()]
