"""The query that names the cells of a cleaned file and keeps the rows that name someone."""

from datetime import date

from selaras.landing.header import Header, squeeze
from selaras.landing.reading import Reading
from selaras.landing.words import blank_pattern, column_type_pattern
from selaras.lists import Layout
from selaras.quoted import text
from selaras.workspace import as_pattern

SURELY_FILLED = 4
# Digits, or the letters that are typed for them.
_SHORT_NUMBER = "^[\\s'\"=]*[0-9OoIl][^a-km-np-zA-HJ-NP-Z]*$"


def landed_rows(
    reading: Reading, layout: Layout, stamp: dict[str, str | date], are_judged: bool
) -> str:
    """Rows of a cleaned file as they land: those judged to name someone, or those that surely do.

    Words for nothing are nulls, kept in `blank_cells`. Most rows hold no such word: one look
    at all cells together spares them the look at each.
    """
    header = reading.header
    place = {name: f"f{at}" for at, name in enumerate(header.names) if name}
    columns = [
        f'{_unless_blank(place[name]) if name in place else "null::varchar"} as "{name}"'
        for name in (column.name for column in layout.columns)
    ]
    columns += [
        f"{_extra(header)} as extra",
        f"{_blank_cells(place)} as blank_cells",
        "number_cells",
        "reading_note",
        f"{text(stamp['snapshot_key'])} as snapshot_key",
        f"date {text(stamp['batch_date'])} as batch_date",
        f"{text(stamp['file'])} as file",
        f"{text(stamp['file_id'])} as file_id",
        "line",
        f"{_digest(layout, place)} as content_digest",
        f"{text(stamp['file_id'] + '-')} || line as source_row_id",
    ]
    surely = (
        f"case when {_is_plain(header, place)} then true"
        f" else {_surely_names_someone(header, place)} end"
    )
    return (
        f"select {', '.join(columns)} from ({_looked_at(reading, layout, place)}) as read"
        f" where {'line in (select line from judged)' if are_judged else surely}"
    )


def _looked_at(reading: Reading, layout: Layout, place: dict[str, str]) -> str:
    """The cells with their text in one, and whether one of them is a word for nothing."""
    told = [column.name for column in layout.columns if not column.is_running_number]
    cells = [f"coalesce({place[name]}, '')" if name in place else "''" for name in told]
    numbers = [place[column.name] for column in layout.columns
               if column.is_running_number and column.name in place]  # fmt: skip
    pattern = text(f"(?i)\\x1f{blank_pattern()}\\x1f")
    others = f" or {' or '.join(map(_is_blank, numbers))}" if numbers else ""
    return (
        f"select *, regexp_matches(chr(31) || told || chr(31), {pattern}){others} as has_blank"
        f" from (select *, concat_ws(chr(31), {', '.join(cells)}) as told"
        f" from {_source(reading)}) as read"
    )


def _unless_blank(cell: str) -> str:
    """A cell, or null where it is a word for nothing."""
    return f"case when has_blank and {_is_blank(cell)} then null else {cell} end"


def _is_blank(cell: str) -> str:
    """Whether a filled cell is a word for nothing."""
    return f"coalesce(regexp_full_match({cell}, {text('(?i)' + blank_pattern())}), false)"


def _blank_cells(place: dict[str, str]) -> str:
    """The words for nothing that a row holds, by column, as one JSON object."""
    cells = ", ".join(f"{{'name': {text(name)}, 'cell': {cell}}}" for name, cell in place.items())
    found = f"list_filter([{cells}], lambda each: {_is_blank('each.cell')})"
    pairs = f"list_transform({found}, lambda each: (each.name, each.cell))"
    return f"case when has_blank then to_json(map_from_entries({pairs}))::varchar end"


def _digest(layout: Layout, place: dict[str, str]) -> str:
    """A digest of what a row says, its running number apart; equal rows have equal ones."""
    told = [column.name for column in layout.columns if not column.is_running_number]
    cells = [
        f"case when {_is_blank(place[name])} then '' else coalesce({place[name]}, '') end"
        if name in place
        else "''"
        for name in told
    ]
    return f"md5(case when has_blank then concat_ws(chr(31), {', '.join(cells)}) else told end)"


def _source(reading: Reading) -> str:
    """The rows of the cleaned file: every cell a text, an empty one null.

    Where they do not say themselves which line they are, the view `lines` does, in their order.
    """
    cells = {f"f{at}": "varchar" for at in range(reading.header.width)}
    if reading.notes is None:
        told = {"line": "bigint", "reading_note": "varchar", "number_cells": "varchar"}
        return _read(reading, told | cells, "ignore_errors = true")
    rows = _read(reading, cells, "skip = 1")
    words = ", ".join(map(text, reading.kinds_of_notes))
    note = f"([{words}])[note]" if words else "null::varchar"
    return (
        f"(select line, {note} as reading_note, null::varchar as number_cells, cells.*"
        f" from {rows} as cells positional join lines)"
    )


def _read(reading: Reading, columns: dict[str, str], options: str) -> str:
    """The reader of the cleaned file."""
    declared = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    return (
        f"read_csv({text(as_pattern(reading.cleaned))}, auto_detect = false, header = false,"
        f" delim = {text(reading.delimiter)}, quote = '\"', escape = '\"', nullstr = '',"
        f" new_line = '\\n', {options}, columns = {{{declared}}})"
    )


def _extra(header: Header) -> str:
    """The cells of columns that the layout does not know, as one JSON object."""
    unknown = {
        f"f{at}": title or f"column_{at + 1}"
        for at, title in enumerate(header.titles)
        if header.names[at] is None
    }
    if not unknown:
        return "null::varchar"
    pairs = ", ".join(f"{text(title)}, {cell}" for cell, title in unknown.items())
    return (
        f"case when coalesce({', '.join(unknown)}) is not null"
        f" then json_object({pairs})::varchar end"
    )


def _is_plain(header: Header, place: dict[str, str]) -> str:
    """A quick test that most rows pass: a number of usual length, not one digit repeated."""
    cell = next((place[name] for name in header.numbers if name in place), None)
    if cell is None:
        return "false"
    repeated = [f"{cell} between '{15 * digit}' and '{15 * digit}~'" for digit in "123456789"]
    return (
        f"coalesce({cell} between '1' and '99' and strlen({cell}) between 15 and 18"
        f" and (strlen({cell}) < 18 or {cell}[17] = '.') and not ({' or '.join(repeated)}), false)"
    )


def _surely_names_someone(header: Header, place: dict[str, str]) -> str:
    """Whether a row has a long number, or a number or name and enough beside it to be of the list.

    What does not pass is judged with its neighbours (nobody.py).
    """
    numbers = [place[name] for name in header.numbers if name in place]
    names = [place[name] for name in header.people if name in place]
    cells = list(place.values())
    filled = " + ".join(f"({cell} is not null)::integer" for cell in cells)
    label = f"regexp_matches(chr(31) || concat_ws(chr(31), {', '.join(cells)}), {text(_LABEL)})"
    enough = f"{filled} >= {SURELY_FILLED} and not ({_is_header(header)}) and not {label}"
    short = [f"{_fits(cell, _SHORT_NUMBER)} and {_digits(cell)} > 3" for cell in numbers]
    words = [
        _fits(cell, "^[\\s'\"=.]*\\pL.*\\pL\\pL") + f" and not {_is_blank(cell)}"
        f" and not {_fits(cell, '(?i)^[ivx]+$')}"
        for cell in names or ([] if numbers else cells[:1])
    ]
    tests = [_is_long(cell) for cell in numbers]
    tests += [f"({enough} and {test})" for test in short + words]
    return " or ".join(tests)


def _is_long(cell: str) -> str:
    """Whether a cell is a number of 12 to 17 digits that is not one digit repeated."""
    digits = f"regexp_replace({cell}, '[^0-9]', '', 'g')"
    return (
        f"coalesce(regexp_matches({cell}, '^[\\s''\"=]*[0-9]')"
        f" and length({digits}) between 12 and 17"
        f" and replace({digits}, {digits}[1], '') <> '', false)"
        f" or {_fits(cell, '^[0-9]+[.,]?[0-9]*[eE][+]?[0-9]+$')}"
    )


def _digits(cell: str) -> str:
    """How many digits a cell holds, 0 where it is one digit repeated."""
    digits = f"regexp_replace({cell}, '[^0-9]', '', 'g')"
    return f"case when replace({digits}, {digits}[1], '') = '' then 0 else length({digits}) end"


def _fits(cell: str, pattern: str) -> str:
    """Whether a filled cell fits a pattern."""
    return f"coalesce(regexp_matches({cell}, {text(pattern)}), false)"


_LABEL = "(?i)\x1f\\W*(sub|grand)?[\\s_-]*(total|jumlah|jml)\\b"


def _is_header(header: Header) -> str:
    """Whether a row may repeat the header in any order or say types, by two required columns."""
    places = {name: at for at, name in enumerate(header.names) if name}
    titles = ", ".join(text(squeeze(title)) for title in header.titles if squeeze(title))
    types = text(f"(?i){column_type_pattern()}")
    tests = [
        f"regexp_replace(lower(f{places[name]}), '[\\W_]+', '', 'g') in ({titles})"
        f" or regexp_full_match(f{places[name]}, {types})"
        for name in header.required[:2]
    ]
    return " or ".join(f"coalesce({test}, false)" for test in tests) or "false"
