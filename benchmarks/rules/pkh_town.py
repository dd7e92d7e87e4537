"""What the engines beside DuckDB share: reading the town, and writing and comparing verdicts."""

import sys
from collections.abc import Callable

import duckdb
from meter import Meter

# Whom the rule looks at. DuckDB picks them for every engine: it is the fastest way they have.
LOOKED_AT = """
    create temp table looked_at as
    select household_id, national_decile, has_public_servant_member
    from town.dim_household
    where
        (national_decile <= 4) is not false
        or household_id in (
            select household_id
            from town.fct_enrolment
            where programme_id = 'pkh' and status is distinct from 'cancelled'
        )
    order by household_id
"""
# `family` is the row of the family in `families`; people come in the order of the families.
MEMBERS = """
    select
        looked_at.rowid as family,
        is_alive,
        is_member,
        is_pregnant,
        age_years,
        is_in_school,
        school_level,
        has_severe_disability
    from town.dim_person
    inner join looked_at using (household_id)
    order by family
"""
COLUMNS = ["is_in_decile", "has_component", "has_no_public_servant", "verdict", "entitled_amount"]
# A frame of pandas, or of polars.
Frame = object


def run(
    prepare: Callable[[Frame, Frame], object],
    judge: Callable[[object], Frame],
    name: str,
    read: str = "df",
) -> None:
    """Read the town, judge it and write a table; compare it with ours and report.

    `read` is how DuckDB calls the frames that it gives: `df` of pandas, `pl` of polars.

    Arguments of the process: the file of the town, the file of our tables, the file to write,
    and perhaps how many families are enough.
    """
    town, ours, file, *most = sys.argv[1:]
    db = duckdb.connect(file)
    db.execute(f"attach '{town}' as town (read_only)")
    whole = Meter()
    db.execute(LOOKED_AT + (f" limit {most[0]}" if most else ""))
    told = (db.sql(query) for query in ("from looked_at order by rowid", MEMBERS))
    families, members = (getattr(each, read)() for each in told)
    facts = prepare(families, members)
    alone = Meter()
    judged = judge(facts)
    alone.stop()
    db.register("families", families)
    db.register("judged", judged)
    beside = "select household_id, judged.* from families positional join judged"
    db.execute(f"create table {name} as {beside}")
    db.execute("checkpoint")
    whole.stop()
    more = {"alone": alone.used["processor"], "families": len(families)}
    whole.report(differing=differing(db, ours, name, whole=not most), **more)


def differing(db: duckdb.DuckDBPyConnection, ours: str, name: str, whole: bool) -> int:
    """In how many families the two tables differ; on one side only is a difference too."""
    db.execute(f"attach '{ours}' as ours (read_only)")
    theirs, mine = (", ".join(f"{side}.{each}" for each in COLUMNS) for side in ("t", "o"))
    join = "full" if whole else "left"
    found = db.sql(f"""
        select count(*)
        from {name} as t
        {join} join ours.elig_pkh as o using (household_id)
        where row({theirs}) is distinct from row({mine})
    """).fetchone()
    return int(found[0])
