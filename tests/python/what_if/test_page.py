"""`selaras what-if --report`: a page for officials that tells no small count."""

import re
from collections import Counter
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from selaras.disclosure.read import Limits
from selaras.errors import Refusal
from selaras.plain_yaml import project_vars
from selaras.what_if import what_if
from selaras.what_if.page import write_page
from selaras.what_if.told import lay_told
from selaras.workspace import PROJECT, Workspace

LOWER = "senior_card_decile_four"
SMALLEST = project_vars(PROJECT)["smallest_open_cell"]
WIDTH = project_vars(PROJECT)["open_cell_doubt"]
DIMENSIONS = ("decile", "city", "family_size", "sex", "age_group", "disability")
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
        told = lay_told(connection, Limits(SMALLEST, WIDTH))
        steps = told["told_step"]
        hidden = shown = 0
        for dimension in DIMENSIONS:
            found = connection.execute(MOVED.format(dimension=dimension)).fetchall()
            for direction, is_more in (("more", True), ("less", False)):
                counted = Counter(str(group) for group, more in found if more == is_more)
                mine = {
                    row["grouping"]: row["units"]
                    for row in told["told_group"]
                    if (row["dimension"], row["direction"]) == (dimension, direction)
                }
                assert all(SMALLEST <= count == counted[group] for group, count in mine.items())
                secret = sum(counted.values()) - sum(mine.values())
                assert secret == 0 or secret >= SMALLEST or not mine
                hidden, shown = hidden + (secret > 0), shown + len(mine)
    assert min(hidden, shown) > 0
    assert steps and all(row["is_whole"] and row["units"] >= SMALLEST for row in steps)
    place = write_page(own, result, tmp_path / "page")
    pages = [(place / name).read_text(encoding="utf-8") for name in ("index.html", "en/index.html")]
    assert all(text.count("<rect") == len(steps) + 1 for text in pages)
    assert not any(re.search(r"<script|https?://|\b[ph][0-9a-f]{24}\b", text) for text in pages)
    with pytest.raises(Refusal) as refused:
        write_page(own, result, tmp_path / "page")
    assert refused.value.key == "what_if.folder_there"
