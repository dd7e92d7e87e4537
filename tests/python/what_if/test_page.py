"""`selaras what-if --report`: a page for officials that tells no small count."""

import re
from collections import Counter
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from selaras.errors import Refusal
from selaras.plain_yaml import project_vars
from selaras.warehouse import rows
from selaras.what_if import sql, what_if
from selaras.what_if.page import write_page
from selaras.workspace import PROJECT, Workspace

LOWER = "senior_card_decile_four"
SMALLEST = int(project_vars(PROJECT)["smallest_open_cell"])
MOVED = """
    select {dimension} as grouping, certain_after > certain_before as is_more
    from changed
    where certain_after <> certain_before and {dimension} is not null
"""


def test_the_page_tells_no_small_count_and_none_that_follows(
    own: Workspace, tmp_path: Path
) -> None:
    (own.project / "reforms").rmdir()
    (own.project / "reforms").symlink_to(PROJECT / "reforms")
    result = what_if(own, [LOWER])
    with closing(duckdb.connect(str(result.database), read_only=True)) as connection:
        told = rows(connection, sql("told_group"), {"smallest": SMALLEST})
        steps = rows(connection, sql("told_step"), {"smallest": SMALLEST})
        hidden = shown = 0
        for dimension in {row["dimension"] for row in told}:
            found = connection.execute(MOVED.format(dimension=dimension)).fetchall()
            for direction, is_more in (("more", True), ("less", False)):
                counted = Counter(str(group) for group, more in found if more == is_more)
                mine = {
                    row["grouping"]: row["units"]
                    for row in told
                    if (row["dimension"], row["direction"]) == (dimension, direction)
                }
                assert set(mine) == set(counted)
                assert all(count in (None, counted[group]) for group, count in mine.items())
                secret = sum(counted[group] for group, count in mine.items() if count is None)
                assert secret == 0 or secret >= SMALLEST or secret == sum(counted.values())
                assert all(count is None or count >= SMALLEST for count in mine.values())
                hidden, shown = hidden + (secret > 0), shown + (secret < sum(counted.values()))
    assert min(hidden, shown) > 0
    assert all(int(str(row["units"])) >= SMALLEST for row in steps)
    place = write_page(own, result, tmp_path / "page")
    pages = [(place / name).read_text(encoding="utf-8") for name in ("index.html", "en/index.html")]
    assert all(text.count("<rect") == len(steps) + 1 for text in pages)
    assert not any(re.search(r"<script|https?://|\b[ph][0-9a-f]{24}\b", text) for text in pages)
    with pytest.raises(Refusal) as refused:
        write_page(own, result, tmp_path / "page")
    assert refused.value.key == "what_if.folder_there"
