"""How many records say too little to be attached even to an identical copy of themselves."""

from dataclasses import dataclass

import duckdb

from selaras.linkage.compile.files import STAGES
from selaras.linkage.compile.queries import plain_self_score
from selaras.linkage.grammar.weights import Linkage
from selaras.warehouse import Row, rows

# A record without what is required reaches no threshold at all.
CURVE = """
    with weighed as (
        select case when has_required then match_weight end as weight from ({scored})
    ),
    mark (weight) as (select unnest(range($least, $most, 1)))
    select
        mark.weight as weight,
        count(*) filter (where weighed.weight is null or weighed.weight < mark.weight) as records,
        count(*) as total
    from mark cross join weighed
    group by mark.weight order by mark.weight
"""
LEAST, MOST = -10, 61  # powers of two; nothing of interest happens outside


@dataclass(frozen=True)
class Unlinkable:
    """One stage: how many of its records stay under the match threshold, and under every other."""

    stage: str
    records: int
    total: int
    curve: tuple[Row, ...]


def unlinkables(connection: duckdb.DuckDBPyConnection, linkage: Linkage) -> tuple[Unlinkable, ...]:
    """Score every record against itself with the compiled SQL, stage by stage."""
    found = []
    for stage, names in STAGES.items():
        scored = plain_self_score(linkage, *(f"identity.{name}" for name in names))
        connection.execute(f"create or replace temp table self_score as {scored}")
        counted = rows(
            connection,
            "select count(*) filter (where not (has_required and score >= $match)) as records,"
            " count(*) as total from self_score",
            {"match": linkage.book.thresholds.match.value},
        )[0]
        curve = rows(
            connection, CURVE.format(scored="from self_score"), {"least": LEAST, "most": MOST}
        )
        found.append(
            Unlinkable(
                stage, int(str(counted["records"])), int(str(counted["total"])), tuple(curve)
            )
        )
    return tuple(sorted(found, key=lambda each: list(STAGES)[::-1].index(each.stage)))
