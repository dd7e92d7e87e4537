"""Reading one line that is not plainly well formed."""

import csv
import re
from dataclasses import dataclass
from functools import cache

csv.field_size_limit(16 << 20)


@dataclass(frozen=True)
class Parsed:
    """The fields of a line with the repair they needed, or the reason why it has none."""

    fields: list[str] | None
    note: str | None = None
    reason: str | None = None


def parse(text: str, delimiter: str, width: int, spare: int = 0) -> Parsed:
    """Read a line as `width` fields; `spare` more empty ones are nothing to remark on."""
    spaced = _split_spaced(text, delimiter) if '"' in text else None
    fields = spaced or split_strictly(text, delimiter)
    if fields is None:
        return _mend_quotes(text, delimiter, width)
    if len(fields) < width:
        return Parsed(fields, reason="too_few_fields")
    surplus = fields[width:]
    if any(cell.strip() for cell in surplus):
        return Parsed(fields, reason="too_many_fields")
    if len(surplus) > spare:
        return Parsed(fields[:width], note="surplus_fields_dropped")
    stray = "stray_quote" if _has_stray_quote(text, delimiter) else None
    return Parsed(fields[:width], note="quote_mended" if spaced else stray)


def split_strictly(text: str, delimiter: str) -> list[str] | None:
    """The fields of a text whose quotes are all in order, or None."""
    if delimiter not in text and '"' not in text:
        return [text]
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


@cache
def _spaced(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of a blank beside a quote, of a line whose quotes may have some, and of a cell."""
    mark, blank = re.escape(delimiter), "[ \u00a0]" if delimiter == "\t" else "[ \\t\u00a0]"
    cell = f'{blank}*"(?:[^"]|"")*"{blank}*|[^"{mark}]*'
    beside = f'(?:^|{mark}){blank}+"|"{blank}+(?:{mark}|$)'
    line = f"(?:{cell})(?:{mark}(?:{cell}))*"
    return re.compile(beside), re.compile(line), re.compile(f"(?:^|{mark})({cell})")


def _split_spaced(text: str, delimiter: str) -> list[str] | None:
    """The fields of a line with blanks between quotes and delimiters, else None."""
    beside, line, cell = _spaced(delimiter)
    if not beside.search(text) or not line.fullmatch(text):
        return None
    fields = [found[1] for found in cell.finditer(text)]
    return [
        field.strip(" \t\u00a0")[1:-1].replace('""', '"') if '"' in field else field
        for field in fields
    ]


def _mend_quotes(text: str, delimiter: str, width: int) -> Parsed:
    """Read a line with stray quotes inside fields that are themselves enclosed in quotes."""
    bare = text.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        fields = bare[1:-1].split(f'"{delimiter}"')
        if len(fields) == width:
            return Parsed([cell.replace('""', '"') for cell in fields], note="quote_mended")
    cells = bare.split(delimiter)
    if len(cells) == width and all(_is_enclosed(cell) for cell in cells):
        fields = [cell[1:-1].replace('""', '"') if '"' in cell else cell for cell in cells]
        return Parsed(fields, note="quote_mended")
    return Parsed(None, reason="unclosed_quote")


def _is_enclosed(cell: str) -> bool:
    """Whether a cell has no quotes, or begins and ends with one."""
    return '"' not in cell or (len(cell) > 1 and cell[0] == cell[-1] == '"')


def _has_stray_quote(text: str, delimiter: str) -> bool:
    """Whether a readable line has a quote inside a cell that is not in quotes."""
    return any(
        '"' in cell and not cell.startswith('"') and not cell.endswith('"')
        for cell in text.split(delimiter)
    )


def join(fields: list[str], delimiter: str) -> str:
    """One well-formed line of fields, every one in quotes and without line breaks."""
    plain = delimiter.join(fields)
    if '"' not in plain and "\n" not in plain and "\r" not in plain:
        return '"' + f'"{delimiter}"'.join(fields) + '"'
    cells = (
        cell.replace('"', '""').replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        for cell in fields
    )
    return '"' + f'"{delimiter}"'.join(cells) + '"'
