"""Landing's reader of workbooks: visible sheets, cell types seen."""

import re
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from selaras.landing.answers import EXPLAINED, Judge, is_answer
from selaras.landing.cells import Cells, day_of_1904, text_of
from selaras.landing.header import LOOK_AT, find_header, has_header, lacking
from selaras.landing.mend import join, split_strictly
from selaras.landing.nobody import kind_of
from selaras.landing.notice import Notice, Unfit
from selaras.landing.pieces import LargeSheet
from selaras.landing.reading import Reading, SetAside
from selaras.landing.sheetxml import Inside, look_inside
from selaras.landing.table import Table
from selaras.landing.zipguard import guard_workbook
from selaras.lists import Layout

NEXT_SHEET = 10_000_000
_DELIMITER = ","
_DATES = re.compile("(tgl|tanggal)(_.*)?|berlaku_sampai|decided_on")
_NUMBERS = (int, float)
_NOT_CALCULATED = "#N/A"
_EMPTY = "\"' \t\u00a0\ufeff"


def read_workbook(
    path: Path,
    file: str,
    layout: Layout,
    scratch: Path,
    aside: SetAside,
    judge: Judge | None = None,
) -> Reading:
    """Copy the rows of a workbook into a cleaned text file; Unfit where it has no header.

    Rows of a second sheet are numbered from 10,000,001, so that a line number stays unique.
    `judge` says which answers can be used.
    """
    guard_workbook(path, file)
    try:
        inside = look_inside(path)
        with CalamineWorkbook.from_path(path) as book:
            opened = partial(_opened, book, path, inside, scratch)
            found = _tables(book, opened, inside, file, layout)
        return _read(*found, file, layout, scratch, aside, judge)
    except (Unfit, OSError, KeyboardInterrupt):
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise Unfit("broken_workbook", file=file, error=error) from None


def _opened(
    book: CalamineWorkbook, path: Path, inside: Inside, scratch: Path, name: str
) -> CalamineSheet | LargeSheet:
    """A sheet by its name; a large one is not held."""
    frame = inside.frames.get(name)
    return LargeSheet(name, path, frame, scratch) if frame else book.get_sheet_by_name(name)


def _read(
    tables: list[Table],
    remarks: list[Notice],
    ignored: int,
    file: str,
    layout: Layout,
    scratch: Path,
    aside: SetAside,
    judge: Judge | None,
) -> Reading:
    """Read the visible sheets that have the header, and hidden ones of answers."""
    running = {column.name for column in layout.columns if column.is_running_number}
    tables, same = (tables, []) if judge else _without_repeated(tables, file, running)
    for table in tables if judge else ():
        for _, cells in table.rows():
            judge.see(table.header, [text_of(cell) for cell in cells])
    cleaned = scratch / "cleaned.csv"
    lines = array("q")
    with cleaned.open("w", encoding="utf-8", newline="") as output:
        for number, table in enumerate(tables):
            spread = table.spread()
            above: dict[tuple[int, int], object] = {}
            for row, cells in table.rows():
                line = number * NEXT_SHEET + row + 1
                notes = _fill(row, cells, spread, above)
                texts = [text_of(cell) for cell in cells] if judge else []
                fault = judge.fault_of(table.header, texts) if judge and any(texts) else None
                if fault and fault != "unanswered":
                    aside.add(line, fault, "\t".join(texts))
                elif not fault and _write(line, row, cells, table, notes, output):
                    lines.append(line)
                else:
                    ignored += 1
    return Reading(
        cleaned=cleaned,
        header=tables[0].header,
        delimiter=_DELIMITER,
        raw_rows=lambda wanted: _cleaned_rows(cleaned, wanted),
        lines=lines,
        ignored=ignored,
        remarks=remarks + same,
    )


def _tables(
    book: CalamineWorkbook,
    opened: Callable[[str], CalamineSheet | LargeSheet],
    inside: Inside,
    file: str,
    layout: Layout,
) -> tuple[list[Table], list[Notice], int]:
    """The sheets to read with the header, what is to be said of others, how many titles stand."""
    hidden, other, tables, seen, titles = [], [], [], [], 0
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        # who has answered a sheet may hide it, and its answers count
        if meta.visible != SheetVisibleEnum.Visible and not is_answer(layout):
            hidden.append(meta.name)
            continue
        uncalculated = inside.uncalculated.get(meta.name, set())
        cells = Cells(opened(meta.name), inside.counts_from_1904, uncalculated)
        first = list(cells.texts(LOOK_AT))
        seen.append(first)
        if has_header(first, layout):
            at, header = find_header(file, first, layout)
            tables.append(Table(cells, at, header))
            titles += sum(any(row) for row in first[:at])
        elif any(map(any, first)):
            other.append((meta.name, first))
    if not seen:
        raise Unfit("no_visible_sheet", file=file)
    if not tables:
        find_header(file, max(seen, key=len), layout)
    for name, first in other:
        for column in lacking(first, layout):
            raise Unfit(
                "sheet_lacks", file=file, sheet=name, column=column.name, header=column.header
            )
    if is_answer(layout):  # people move the columns of one sheet and not of the others
        tables = [table.arranged_as(tables[0].header) for table in tables]
    for table in tables[1:]:
        if table.header.names != tables[0].header.names:
            raise Unfit("sheets_differ", file=file, sheet=table.name)
    strange = [name for name, _ in other if not (is_answer(layout) and name.startswith(EXPLAINED))]
    remarks = [
        Notice(f"landing.{key}", {"sheets": ", ".join(names)})
        for key, names in (("hidden_sheets", hidden), ("other_sheets", strange))
        if names
    ]
    return tables, remarks, titles


def _without_repeated(
    tables: list[Table], file: str, running: set[str]
) -> tuple[list[Table], list[Notice]]:
    """The sheets without those that only repeat rows; Unfit where a sheet repeats most of them."""
    if len(tables) == 1:
        return tables, []
    kept, repeated, seen = [], [], {}
    for table in tables:
        rows = set(_told(table, running))
        again = rows & seen.keys()
        if rows and again == rows:
            repeated.append(table.name)
            continue
        if len(again) * 2 > len(rows):
            first = seen[min(again)]
            raise Unfit(
                "sheets_repeat",
                file=file,
                sheet=table.name,
                first=first,
                same=len(again),
                rows=len(rows),
            )
        seen |= dict.fromkeys(rows, table.name)
        kept.append(table)
    said = Notice("landing.repeated_sheets", {"sheets": ", ".join(repeated)})
    return kept, [said] if repeated else []


def _told(table: Table, running: set[str]) -> Iterator[int]:
    """A digest of each row of the list, its running number apart."""
    for _, cells in table.rows():
        fields = [text_of(cell).strip() for cell in cells]
        if any(fields) and kind_of(table.header, fields) == "data":
            named = zip(table.header.names, fields, strict=False)
            yield hash(tuple(field for name, field in named if name and name not in running))


def _fill(
    row: int,
    cells: list[object],
    spread: dict[int, dict[int, tuple[int, int]]],
    above: dict[tuple[int, int], object],
) -> list[str]:
    """Fill the cells of a row that are merged with one above, and say so; none of a blank row."""
    if row not in spread and row + 1 not in spread:
        return []
    if not any(text_of(cell).strip(_EMPTY) for cell in cells):
        return []
    notes = []
    for column, first in spread.get(row, {}).items():
        if column < len(cells) and not text_of(cells[column]) and first in above:
            cells[column] = above[first]
            notes.append("merged_cell")
    if row + 1 in spread:
        for first in spread[row + 1].values():
            if first[0] == row and first[1] < len(cells):
                above[first] = cells[first[1]]
    return notes


def _write(
    line: int,
    row: int,
    cells: list[object],
    table: Table,
    notes: list[str],
    output: TextIO,
) -> bool:
    """Write one row to the cleaned file, unless it is blank."""
    header = table.header
    texts = [
        cell if type(cell) is str and "_x" not in cell and "\0" not in cell else text_of(cell)
        for cell in cells
    ]
    if not any(text.strip(_EMPTY) for text in texts[: header.width]):
        return False
    is_odd = table.cells.counts_from_1904 or table.cells.uncalculated
    for column, name in enumerate(header.names[: len(texts)] if is_odd else ()):
        if table.cells.is_uncalculated(row, column):
            texts[column] = _NOT_CALCULATED
            notes.append("formula_not_calculated")
            continue
        is_day = table.cells.counts_from_1904 and name and _DATES.fullmatch(name)
        if is_day and (day := day_of_1904(texts[column])):
            texts[column], cells[column] = day, day
            notes.append("serial_of_1904")
    fields, surplus = texts[: header.width], texts[header.width :]
    fields += [""] * (header.width - len(fields))
    notes += ["surplus_fields_dropped"] if any(surplus) else []
    numbers = [
        name or title
        for name, title, cell in zip(header.names, header.titles, cells, strict=False)
        if type(cell) in _NUMBERS
    ]
    told = ",".join(dict.fromkeys(notes))
    output.write(f'{line},"{told}",{join([",".join(numbers)], ",")},{join(fields, ",")}\n')
    return True


def _cleaned_rows(cleaned: Path, wanted: set[int]) -> Iterator[tuple[int, str, list[str] | None]]:
    """Line, text and fields of the wanted rows."""
    with cleaned.open(encoding="utf-8", newline="\n") as stream:
        for row in stream:
            line = int(row.partition(_DELIMITER)[0])
            if line in wanted:
                fields = (split_strictly(row.rstrip("\n"), _DELIMITER) or [])[3:]
                yield line, "\t".join(fields), fields
