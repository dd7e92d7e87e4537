"""Who gains and loses by group, of each programme and in all."""

from contextlib import closing

import duckdb
import pyarrow

from selaras.warehouse import rows
from selaras.what_if import sql

# Programme, person, family, effect, certain before and after, decile, sex.
CHANGED = [
    ("card", "p1", "h1", "gains", 0, 300, "1", "female"),
    ("card", "p2", "h1", "loses", 300, 0, "1", "male"),
    ("card", "p3", "h2", "loses", 300, 0, "unknown", "female"),
    ("card", "p4", None, "gains", 0, 300, "unknown", "male"),
    ("food", "p1", "h1", "loses", 200, 0, "1", "female"),
    ("food", None, "h2", "gains", 0, 900, "unknown", None),
]
COUNTS = ("gains", "loses", "families", "certain_change")


def test_in_all_whoever_is_met_by_two_programmes_is_one() -> None:
    names = ("programme_id", "person_id", "household_id", "effect")
    names += ("certain_before", "certain_after", "decile", "sex")
    rest = {"possible_before": 0, "possible_after": 0, "city": "31", "district": "3101"}
    rest |= {"family_size": "2", "age_group": None, "disability": "unknown"}
    table = [dict(zip(names, each, strict=True)) | rest for each in CHANGED]
    table[0]["age_group"] = "60+"
    with closing(duckdb.connect()) as db:
        db.register("changed", pyarrow.Table.from_pylist(table))
        found = rows(db, sql("by_group"))
    told = {
        (row["programme_id"], row["dimension"], row["grouping"]): tuple(
            row[name] for name in COUNTS
        )
        for row in found
    }
    assert told["card", "decile", "1"] == (1, 1, 1, 0)
    assert told["card", "decile", "unknown"] == (1, 1, 1, 0)
    assert told["food", "decile", "1"] == (0, 1, 1, -200)
    # Whoever gains by one programme and loses by another does both, and counts once for each.
    assert told["all", "decile", "1"] == (1, 2, 1, -200)
    assert told["all", "decile", "unknown"] == (2, 1, 1, 900)
    assert told["all", "sex", "female"] == (1, 2, 2, -200)
    assert told["all", "sex", "male"] == (1, 1, 1, 0)
    assert told["all", "city", "31"] == (3, 3, 2, 700)
    assert ("food", "sex", "unknown") not in told
