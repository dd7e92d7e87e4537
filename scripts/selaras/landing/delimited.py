"""Landing's reader of delimited files."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from selaras.landing.header import LOOK_AT, Header, find_header, has_header, is_undivided
from selaras.landing.lines import DELIMITERS, LONGEST_LINE, Lines, as_utf8, decode, unwrapped
from selaras.landing.mend import split_strictly
from selaras.landing.notice import Notice, Unfit
from selaras.landing.reading import Reading, SetAside
from selaras.landing.sift import LONGEST_RECORD, Sifter, original_rows
from selaras.lists import Layout

_DELIMITERS = tuple(mark.decode() for mark in DELIMITERS)
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_WEB_PAGE = re.compile(rb"\s*<(!doctype|html|table|\?xml)", re.IGNORECASE)


def read_delimited(
    path: Path, file: str, layout: Layout, scratch: Path, aside: SetAside
) -> Reading:
    """Sift a delimited file into a cleaned one; Unfit where it has no usable header."""
    _guard(path, file)
    text, wide = as_utf8(path, scratch)
    remarks = [Notice("landing.read_as", {"encoding": wide})] if wide else []
    if plain := unwrapped(text, scratch):
        text = plain
        remarks.append(Notice("landing.read_unwrapped", {}))
    number, header, delimiter = _header(text, file, layout)
    if delimiter != layout.delimiter:
        remarks.append(Notice("landing.read_with", {"delimiter": repr(delimiter)}))
    cleaned = scratch / "cleaned.csv"
    source = Lines(text)
    with cleaned.open("wb") as output:
        output.write(b"-\n")  # so that nothing a row begins with is taken for a mark of the file
        sifter = Sifter(header, delimiter, layout.encoding, output, aside)
        sifter.run(source, number)
    source.close()
    return Reading(
        cleaned=cleaned,
        header=header,
        delimiter=delimiter,
        raw_rows=partial(
            original_rows,
            text,
            sifter=sifter,
            delimiter=delimiter,
            encoding=layout.encoding,
            header=header,
        ),
        lines=sifter.passed,
        doubtful=sifter.doubtful,
        ignored=sifter.ignored,
        remarks=remarks,
        notes=sifter.notes,
    )


def _guard(path: Path, file: str) -> None:
    """Refuse what is empty or is not text at all."""
    with path.open("rb") as stream:
        head = stream.read(64)
    if not head:
        raise Unfit("empty", file=file)
    if head.startswith(_NOT_TEXT) or _WEB_PAGE.match(head):
        raise Unfit("not_text", file=file)


def _header(path: Path, file: str, layout: Layout) -> tuple[int, Header, str]:
    """The last line and the meaning of the header, and the delimiter under which it was found."""
    source = Lines(path)
    first = source.next_block() or []
    source.close()
    numbered = list(islice(_whole_lines(first), LOOK_AT))
    delimiter = layout.delimiter
    for candidate in (layout.delimiter, *_DELIMITERS):
        if has_header([_cells(text, candidate) for _, text in numbered], layout):
            delimiter = candidate
            break
    else:
        _divided(numbered, file, layout)
    rows = [_cells(text, delimiter) for _, text in numbered]
    at, header = find_header(file, rows, layout)
    return numbered[at][0], header, delimiter


def _divided(numbered: list[tuple[int, str]], file: str, layout: Layout) -> None:
    """Refuse a header that names every column and divides them by a sign that is not read."""
    for _, text in numbered:
        cells = max((_cells(text, mark) for mark in _DELIMITERS), key=len)
        if is_undivided(text, len(cells), layout):
            raise Unfit("undivided", file=file, delimiter=layout.delimiter)


def _whole_lines(lines: list[bytes]) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, those of one quoted cell as one; each with its last number."""
    texts = [decode(line[:LONGEST_LINE], "")[0] for line in lines[: LOOK_AT * LONGEST_RECORD]]
    at = 0
    while at < len(texts):
        taken = 1
        if texts[at].count('"') % 2:
            closing = (
                n
                for n in range(2, LONGEST_RECORD + 1)
                if "\n".join(texts[at : at + n]).count('"') % 2 == 0
            )
            taken = next(closing, 1)
        text = "\n".join(texts[at : at + taken])
        at += taken
        if text.strip("\"' \u00a0\n" + "".join(_DELIMITERS)):
            yield at, text


def _cells(text: str, delimiter: str) -> list[str]:
    """The cells of a line that may be a header."""
    return split_strictly(text, delimiter) or text.split(delimiter)
