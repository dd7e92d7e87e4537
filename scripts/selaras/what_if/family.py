"""What a reform would change for one person and family."""

from contextlib import closing
from dataclasses import replace

import duckdb

from selaras.explain import Explanation
from selaras.warehouse import rows
from selaras.what_if import fresh_result
from selaras.workspace import Workspace

CHANGED = """
    select * from changed
    where
        scenario = $scenario
        and household_id = $household_id
        and (person_id is null or $person_id is null or person_id = $person_id)
        and ($programme is null or programme_id = $programme)
    order by programme_id, person_id
"""


def with_reform(
    workspace: Workspace, found: Explanation, reform: str, programme: str | None
) -> Explanation:
    """An explanation with what a reform would change, as it was computed before; else a Refusal."""
    place = fresh_result(workspace, [reform])
    if not found.household:
        return found
    asked = {
        "scenario": reform,
        "household_id": found.household["household_id"],
        "person_id": found.person and found.person["person_id"],
        "programme": programme,
    }
    with closing(duckdb.connect(str(place), read_only=True)) as connection:
        return replace(found, what_if=rows(connection, CHANGED, asked))
