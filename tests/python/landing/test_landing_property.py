"""Whatever the bytes: nothing is lost, nothing breaks, and a clean table comes back as it was."""

import io
import json
import re
import tempfile
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from landing_desk import PKD, PKD_HEADER, Desk, as_csv, pkd_row

from selaras.landing import sift
from selaras.landing.drop import list_entries
from selaras.landing.header import Header
from selaras.landing.mend import join, parse, split_strictly
from selaras.landing.onefile import Task, land_file, parquet_path
from selaras.landing.result import LandedFile
from selaras.landing.warehouse import connect
from selaras.landing.words import blank_pattern
from selaras.lists import layouts
from selaras.warehouse import rows

QUIET = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SIGNS = [b";", b'"', b'";"', b"\n", b"\r\n", b"\r", b"\0", b"\xff", b"\xc3\xa9", b"-", b";" * 9]
LINES = [
    pkd_row(1).encode() + b"\n",
    PKD_HEADER.encode() + b"\n",
    b"NIK",
    b"TOTAL",
    b"3171014101500001",
]
PIECES = st.sampled_from([*SIGNS, *LINES])
BYTES = st.lists(st.one_of(PIECES, st.binary(max_size=6)), max_size=60).map(b"".join)
NOTHING = re.compile(f"({blank_pattern()})?", re.ASCII | re.IGNORECASE)
CELLS = st.text(
    st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]), min_size=0, max_size=8
)
CARDS = next(layout for layout in layouts() if layout.table == "pkd")
CARD_COLUMNS = [name.lower() for name in PKD_HEADER.split(";")]


def _desk(folder: str) -> Desk:
    """A desk for one example."""
    return Desk(Path(folder))


def _read(folder: str, content: bytes) -> tuple[LandedFile, list[dict], list[int]]:
    """Read the card list with this content: the verdict, its rows by column, lines set aside."""
    path, stage = Path(folder, PKD), Path(folder, "stage")
    path.write_bytes(content)
    (stage / "scratch").mkdir(parents=True)
    entry = list_entries(path.parent)[PKD]
    task = Task(path, entry, CARDS, "2025-10", date(2025, 10, 24), None, stage)
    file = land_file(task)
    connect.cache_clear()
    target = parquet_path(task)
    with duckdb.connect() as connection:
        found = rows(connection, f"from '{target}' order by line") if target.exists() else []
    aside = [
        json.loads(line)["line"]
        for path in stage.glob("scratch/*.jsonl")
        for line in path.read_text().splitlines()
    ]
    return file, found, aside


@QUIET
@given(BYTES)
@example(LINES[0] * 2)
def test_every_row_of_any_bytes_is_accepted_or_set_aside(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, landed, aside = _read(folder, PKD_HEADER.encode() + b"\n" + content)
        kept = [row["line"] for row in landed]
        assert (len(kept), len(aside)) == (file.rows_accepted, file.rows_quarantined)
        assert len({*kept, *aside}) == file.rows_read


@settings(QUIET, max_examples=15)
@given(BYTES)
def test_any_bytes_at_all_give_a_verdict(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(folder)
        for name in (PKD, "manifest.csv", "kjmu_tahap1_2025.xlsx", "panti_20251024.csv"):
            desk.put(name, content)
        assert {file.status for file in desk.land().files} <= {"accepted", "refused", "absent"}


@QUIET
@given(
    st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=12),
    st.sampled_from([0, 1]),
)
def test_a_clean_table_comes_back_as_it_was(table: list[list[str]], quoting: int) -> None:
    written = [[f"31710141015{n:05d}", *cells, "end"] for n, cells in enumerate(table)]
    with tempfile.TemporaryDirectory() as folder:
        text = as_csv([PKD_HEADER.split(";"), *written], ";", quoting)
        file, landed, aside = _read(folder, text.encode())
        assert (file.rows_accepted, aside) == (len(written), [])
        names = PKD_HEADER.lower().split(";")
        expected = [[None if NOTHING.fullmatch(cell) else cell for cell in row] for row in written]
        assert [[row[name] for name in names] for row in landed] == expected
        assert {row["reading_note"] for row in landed} <= {None}


@given(st.lists(CELLS, min_size=2, max_size=6), st.sampled_from([",", ";", "|"]))
def test_what_is_joined_can_be_split_again(fields: list[str], delimiter: str) -> None:
    assert split_strictly(join(fields, delimiter), delimiter) == fields
    assert parse(join(fields, delimiter), delimiter, len(fields)).fields == fields


WELL = [b"", b"a", b"31", b'"a"', b'""', b'" a b "']
ILL = [b'"', b'"a', b'a"', b'"a"b', b'"a;b"', b"a;b", b'"a""b"', b'"a\n"', b'";"']


@given(
    st.lists(
        st.lists(st.sampled_from(WELL * 3 + ILL), min_size=3, max_size=3).map(b";".join),
        min_size=1,
        max_size=3,
    )
)
def test_a_block_that_passes_at_once_holds_well_formed_lines_only(drawn: list[bytes]) -> None:
    lines = b"\n".join(drawn).split(b"\n")
    passes = sift._quoted_well(b"\n".join(lines), b";", 2)
    fits = sift._well_formed(";", 3).fullmatch
    assert not passes or all(map(fits, lines))
    cells = [cell for line in lines for cell in line.split(b";")]
    is_well = set(cells) <= set(WELL) and {line.count(b";") for line in lines} == {2}
    assert passes or not is_well


@QUIET
@given(
    st.lists(st.sampled_from([*LINES[:2], b"a;b;c;d;e;f;g;h;i;j", b'"a;";;;;;;;;;', b'"x', b""]))
)
@example([b""])
def test_lines_pass_in_a_block_as_each_does_alone(drawn: list[bytes]) -> None:
    drawn = [line.rstrip(b"\n") for line in drawn] or [b""]
    header = Header(tuple("abcdefghij"), (None,) * 10, (), (), ())
    sifter = sift.Sifter(header, ";", "utf-8", io.BytesIO(), None)
    plain = sifter._plain(b"\n".join(drawn))
    assert len(plain) == len(drawn)
    assert all(
        sifter._is_plain(line) for line, is_plain in zip(drawn, plain, strict=True) if is_plain
    )


def test_a_row_that_cannot_be_read_after_all_costs_that_row_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sift.Sifter, "_plain", lambda _, block: b"\1" * (block.count(b"\n") + 1))
    rows = [pkd_row(n) for n in range(4)]
    rows[2] += ";77;88"
    content = "\n".join([PKD_HEADER, *rows, ""])
    file, landed, aside = _read(str(tmp_path), content.encode())
    assert [row["line"] for row in landed] == [2, 3, 5]
    assert (aside, file.rows_read) == ([4], 4)
