"""Whatever the bytes: nothing is lost, nothing breaks, and a clean table comes back as it was."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from landing_desk import PKD, PKD_HEADER, Desk, as_csv, pkd_row

from selaras.landing.mend import join, parse, split_strictly

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
CELLS = st.text(
    st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]), min_size=0, max_size=8
)


def _desk(folder: str) -> Desk:
    """A desk for one example."""
    return Desk(Path(folder))


@QUIET
@given(BYTES)
def test_every_row_of_any_bytes_is_accepted_or_set_aside(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(folder)
        desk.put(PKD, PKD_HEADER.encode() + b"\n" + content)
        file = desk.land_one()
        if file.status == "accepted":
            kept = [row[0] for row in desk.rows("dinsos/pkd", "line")]
            aside = [row[0] for row in desk.quarantine()]
            assert len(kept) == file.rows_accepted
            assert len(aside) == file.rows_quarantined
            assert len({*kept, *aside}) == file.rows_read


@QUIET
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
    rows = [[f"31710141015{n:05d}", *cells, "end"] for n, cells in enumerate(table)]
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(folder)
        desk.put(PKD, as_csv([PKD_HEADER.split(";"), *rows], ";", quoting))
        file = desk.land_one()
        assert file.rows_accepted == len(rows)
        columns = PKD_HEADER.lower().replace(";", ", ")
        landed = desk.rows("dinsos/pkd", columns)
        assert landed == [tuple(cell or None for cell in row) for row in rows]
        assert set(desk.rows("dinsos/pkd", "reading_note")) <= {(None,)}


@given(st.lists(CELLS, min_size=2, max_size=6), st.sampled_from([",", ";", "|"]))
def test_what_is_joined_can_be_split_again(fields: list[str], delimiter: str) -> None:
    assert split_strictly(join(fields, delimiter), delimiter) == fields
    assert parse(join(fields, delimiter), delimiter, len(fields)).fields == fields
