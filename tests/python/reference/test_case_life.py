"""Whatever weeks show a case, it is open, closed and back as a plain reading of them says."""

from datetime import date, timedelta
from itertools import pairwise

import duckdb
from budget import tries
from compared import RENDER, fill
from hypothesis import given
from hypothesis import strategies as st

from selaras.workspace import PROJECT

FIRST, WEEK = date(2025, 1, 3), timedelta(days=7)
SEEN = {
    **dict.fromkeys(("case_key", "cause_id"), "varchar"),
    **dict.fromkeys(("first_seen_on", "as_of_date"), "date"),
}
Life = list[date | int | None]


def lives(shown: list[list[bool]]) -> dict[str, Life]:
    """What the models tell of cases by the weeks that show them; the last week is today."""
    days = [FIRST + at * WEEK for at in range(len(shown[0]))]
    rows = [
        {"case_key": f"c{at}", "cause_id": f"c{at}", "first_seen_on": day, "as_of_date": day}
        for at, weeks in enumerate(shown)
        for day, is_there in zip(days, weeks, strict=True)
        if is_there
    ]
    with duckdb.connect() as db:
        kept = [{"as_of_date": day} for day in days[:-1]]
        fill(db, "week_source", {"as_of_date": "date"}, kept)
        fill(db, "week_case", {"as_of_date": "date"}, [])
        fill(db, "as_of", {"as_of_date": "date"}, [{"as_of_date": days[-1]}])
        fill(db, "case_week", SEEN, rows)
        for name in ("case_calendar", "case_state"):
            text = (PROJECT / f"models/ops/case/{name}.sql").read_text(encoding="utf-8")
            db.execute(f"create view {name} as {RENDER(text)}")
        columns = "first_seen_on, last_seen_on, weeks_open, reopened_count, reopened_on, closed_on"
        found = db.execute(f"select case_id, {columns} from case_state").fetchall()
    return {case_id: life for case_id, *life in found}


def read(weeks: list[bool]) -> Life | None:
    """The same by reading the weeks one after the other; None where no week shows the case."""
    days = [FIRST + at * WEEK for at in range(len(weeks))]
    there = [day for day, is_there in zip(days, weeks, strict=True) if is_there]
    if not there:
        return None
    back = [later for earlier, later in pairwise(there) if later - earlier > WEEK]
    closed = None if weeks[-1] else there[-1] + WEEK
    return [there[0], there[-1], len(there), len(back), back[-1] if back else None, closed]


@tries(40)
@given(
    st.integers(1, 7).flatmap(
        lambda length: st.lists(
            st.lists(st.booleans(), min_size=length, max_size=length), min_size=1, max_size=8
        )
    )
)
def test_a_case_lives_as_the_weeks_that_show_it_say(shown: list[list[bool]]) -> None:
    right = {f"c{at}": life for at, weeks in enumerate(shown) if (life := read(weeks))}
    assert lives(shown) == right
