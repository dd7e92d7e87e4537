"""What is too large for one sort is written in pieces, to the same rows in the same order."""

from pathlib import Path

import duckdb
import pytest

from selaras.history.in_order import LARGE, write_in_order
from selaras.workspace import as_pattern

ROWS = """
    select
        case i % 4 when 0 then 'pkh' when 1 then 'klj' when 2 then 'o''neil' end as programme_id,
        case when i % 7 > 0 then 'p' || (i * 37 % 101) end as person_id,
        i % 3 as amount
    from range(500) as numbers (i)
"""


@pytest.mark.parametrize("columns", ["*", "person_id, programme_id, amount"])
def test_pieces_are_in_the_order_of_the_whole(columns: str, tmp_path: Path) -> None:
    folder = tmp_path / "the [home] of 'all' *"
    folder.mkdir()
    with duckdb.connect() as db:
        db.execute(f"create table verdict as select {columns} from ({ROWS})")
        for large, name in ((LARGE, "whole"), (10, "pieces")):
            write_in_order(db, "verdict", folder / f"{name}.parquet", large)
        whole, pieces = (
            db.read_parquet(as_pattern(folder / f"{name}.parquet")).fetchall()
            for name in ("whole", "pieces")
        )
        expected = db.execute("from verdict").fetchall()
    assert pieces == whole
    last = [[(value is None, value or 0) for value in row] for row in expected]
    assert [[(value is None, value or 0) for value in row] for row in pieces] == sorted(last)
    assert {file.name for file in folder.iterdir()} == {"whole.parquet", "pieces.parquet"}
