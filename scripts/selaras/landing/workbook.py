"""Landing's reader of workbooks: visible sheets, cell types seen."""

from array import array
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from selaras.landing.header import LOOK_AT, Header, find_header, has_header
from selaras.landing.mend import join, split_strictly
from selaras.landing.notice import Unfit
from selaras.landing.reading import Reading, SetAside
from selaras.landing.zipguard import guard_workbook
from selaras.lists import Layout

NEXT_SHEET = 10_000_000
_DELIMITER = ","


def read_workbook(path: Path, file: str, layout: Layout, scratch: Path, aside: SetAside) -> Reading:
    """Copy the rows of a workbook into a cleaned text file; Unfit where it has no header.

    Rows of a second sheet are numbered from 10,000,001, so that a line number stays unique.
    """
    guard_workbook(path, file)
    try:
        return _read(CalamineWorkbook.from_path(path), file, layout, scratch, aside)
    except (Unfit, OSError, KeyboardInterrupt):
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise Unfit("broken_workbook", file=file, error=error) from None


def _read(
    book: CalamineWorkbook, file: str, layout: Layout, scratch: Path, aside: SetAside
) -> Reading:
    """Read the visible sheets that have the header."""
    hidden, other, header, used = [], [], None, 0
    cleaned = scratch / "cleaned.csv"
    lines, ignored = array("q"), 0
    sheets = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    tables = []
    for meta in sheets:
        if meta.visible != SheetVisibleEnum.Visible:
            hidden.append(meta.name)
            continue
        sheet = book.get_sheet_by_name(meta.name)
        first = [[_text(cell) for cell in row] for row in _rows(sheet, LOOK_AT)]
        if has_header(first, layout):
            tables.append((sheet, first))
        else:
            other.append((meta.name, first))
    if not tables and not other:
        raise Unfit("no_visible_sheet", file=file)
    if not tables:
        find_header(file, max((first for _, first in other), key=len), layout)
    with cleaned.open("w", encoding="utf-8", newline="") as output:
        for sheet, first in tables:
            at, found = find_header(file, first, layout)
            if header and header.names != found.names:
                raise Unfit("sheets_differ", file=file, sheet=sheet.name)
            header = found
            ignored += sum(any(row) for row in first[:at])
            for row, cells in enumerate(islice(_rows(sheet), at + 1, None), at + 2):
                line = used * NEXT_SHEET + row
                if _keep(line, cells, header, output, aside):
                    lines.append(line)
                else:
                    ignored += 1
            used += 1
    return Reading(
        cleaned=cleaned,
        header=header,
        delimiter=_DELIMITER,
        raw_rows=lambda wanted: _cleaned_rows(cleaned, wanted),
        lines=lines,
        ignored=ignored,
        remarks=_remarks(hidden, [name for name, rows in other if any(map(any, rows))]),
    )


def _rows(sheet: CalamineSheet, count: int | None = None) -> Iterator[list[object]]:
    """The rows of a sheet from its first one; none where it is empty."""
    return iter(()) if sheet.start is None else islice(sheet.iter_rows(), count)


def _keep(line: int, cells: list[object], header: Header, output: object, aside: SetAside) -> bool:
    """Write one row to the cleaned file, unless it is blank, a total or a repeated header."""
    texts = [_text(cell) for cell in cells]
    fields, surplus = texts[: header.width], texts[header.width :]
    fields += [""] * (header.width - len(fields))
    if header.kind(fields) != "data":
        return False
    note = "surplus_fields_dropped" if any(surplus) else ""
    numbers = [
        name or title
        for name, title, cell in zip(header.names, header.titles, cells, strict=False)
        if isinstance(cell, (int, float)) and not isinstance(cell, bool)
    ]
    output.write(f'{line},"{note}",{join([",".join(numbers)], ",")},{join(fields, ",")}\n')
    return True


def _text(cell: object) -> str:
    """The text of a cell: whole numbers without a point, dates as ISO dates."""
    match cell:
        case str():
            return cell.replace("\0", "")
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e18:
            return str(int(cell))
        case datetime() if cell.time() != time():
            return cell.isoformat(sep=" ")
        case datetime():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case timedelta() | int() | float():
            return str(cell)
        case _:
            return str(cell).replace("\0", "")


def _cleaned_rows(cleaned: Path, wanted: set[int]) -> Iterator[tuple[int, str, list[str] | None]]:
    """Line, text and fields of the wanted rows."""
    with cleaned.open(encoding="utf-8", newline="\n") as stream:
        for row in stream:
            line = int(row.partition(_DELIMITER)[0])
            if line in wanted:
                fields = (split_strictly(row.rstrip("\n"), _DELIMITER) or [])[3:]
                yield line, "\t".join(fields), fields


def _remarks(hidden: list[str], other: list[str]) -> list[str]:
    """What the ledger says about sheets that were not read."""
    said = [f"hidden sheets not read: {', '.join(hidden)}"] if hidden else []
    return said + ([f"sheets without the header not read: {', '.join(other)}"] if other else [])
