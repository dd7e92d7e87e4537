"""Nothing that an agency may not see is in its folder, whoever is entitled to what."""

import random
import re
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pytest
from sent import APART, texts

from selaras.dbt import run_dbt
from selaras.lists import Layout, layouts
from selaras.outbox import write_folders
from selaras.outbox.place import contents
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT, Workspace

# What tells people apart: these are never equal by chance for two people who are not one.
TELLING = ("nik", "no_kk", "family", "own_number", "name")
LONG = 6
FIELDS = {"no_kk": "no_kk", "family": "no_kk", "nik": "nik", "name": "full_name"}
# Numbers as they are read, and what stands in rows that were refused.
MENDED = """
    with named as (from listed.listed_name union all by name from listed.register_name)

    select agency_id, 'nik' as field, nik as text
    from named inner join reference.supplier using (source) where nik is not null
    union
    select agency_id, 'no_kk', no_kk
    from named inner join reference.supplier using (source) where no_kk is not null
    union
    select agency_id, 'raw', upper(raw)
    from ops.quarantine inner join reference.supplier using (source)
"""
# The agencies whose registers say who people are, and those registers made to say another thing.
REGISTERS = ("dukcapil_dki", "bps")
OTHERWISE = (
    """
    update conformed.dim_person set
        full_name = reverse(full_name), nik = reverse(nik), birth_date = birth_date + 400,
        region_code = '3101011001', life_status_on = life_status_on - 30,
        life_status = case life_status when 'deceased' then 'moved_out' else 'deceased' end
    """,
    """
    update conformed.dim_household set
        no_kk = reverse(no_kk), national_decile = 11 - national_decile,
        region_code = '3101011001'
    """,
    """
    update overlap.case_cause set
        monthly_amount_at_stake = 7 * monthly_amount_at_stake,
        starts_on = starts_on - 30, ends_on = ends_on + 30
    where other_programme_id is distinct from programme_id and other_programme_id is not null
    """,
)
REF = re.compile(r"ref\('(\w+)'\)")
KIND = """
    select case table_type when 'VIEW' then 'view' else 'table' end
    from information_schema.tables where table_schema = 'outbox' and table_name = ?
"""
Pair = tuple[str, str, str]


def columns(layout: Layout) -> Iterator[tuple[str, str]]:
    """The columns of a list that tell people apart, with what an entitlement calls them."""
    for column in layout.columns:
        if column.tells in TELLING:
            yield column.name, FIELDS.get(column.tells, column.name)


def cells(warehouse: duckdb.DuckDBPyConnection, table: str, column: str) -> set[str]:
    """The values of a landed column, in upper case; short ones say nothing."""
    found = warehouse.execute(
        f"select distinct upper(trim({column})) from landing.{table} where length({column}) >= ?",
        [LONG],
    ).fetchall()
    return {value for (value,) in found if value}


def leaks(workspace: Workspace) -> dict[str, set[str]]:
    """By agency, what its folder shows of what only others supplied and it may not see."""
    with duckdb.connect(str(workspace.database), read_only=True) as warehouse:
        agency_of = dict(warehouse.execute("from reference.supplier").fetchall())
        grants: set[Pair] = set(
            warehouse.execute(
                "select agency_id, supplied_by, field from reference.entitlement"
            ).fetchall()
        )
        mended = warehouse.execute(MENDED).fetchall()
        supplied = [
            (agency_of[layout.source], field, cells(warehouse, layout.identifier, name))
            for layout in layouts()
            if layout.source in agency_of
            for name, field in columns(layout)
        ]
    found = {}
    for folder in sorted((workspace.outbox / "2025-10-24").iterdir()):
        agency = folder.name
        known = {
            word
            for owner, field, text in mended
            if owner == agency or (agency, owner, field) in grants
            for word in APART.split(text)
        }
        for owner, field, values in supplied:
            if owner == agency or (agency, owner, field) in grants:
                known |= values
        hidden = {value for _, _, values in supplied for value in values} - known
        found[agency] = texts(folder) & hidden
    return found


def write_again(workspace: Workspace) -> dict[str, str | None]:
    """The digest of every file of an outbox that is built anew."""
    run_dbt(workspace, ["run", "--select", "entitled+,path:models/outbox"])
    return contents(write_folders(workspace).folder)


def reads_people(warehouse: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables of verdicts whose amounts rest on facts of people."""
    found = warehouse.execute(
        """
        select distinct concat('eligibility.elig_', programme_id)
        from reference.rule_reading
        where kind in ('person', 'household') and read_by like '%benefit%'
        order by all
        """
    ).fetchall()
    return [table for (table,) in found]


def test_nobody_sees_what_it_is_not_entitled_to(built: Workspace) -> None:
    assert {agency: found for agency, found in leaks(built).items() if found} == {}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_granted_nothing_else_is_seen(
    copied: Callable[[], Workspace], seed: int
) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as warehouse:
        take_grants_away(warehouse, random.Random(seed))
        ask_anew(warehouse)
        assert warehouse.execute("select count(*) > 100 from outbox.item").fetchone() == (True,)
    write_folders(workspace)
    found = leaks(workspace)
    assert {agency: values for agency, values in found.items() if values} == {}


def take_grants_away(warehouse: duckdb.DuckDBPyConnection, drawn: random.Random) -> None:
    """Half of what agencies may see of each other, pair by pair, is no longer granted."""
    pairs = warehouse.execute("select distinct agency_id, field from reference.entitlement")
    for agency, field in sorted(pairs.fetchall()):
        if drawn.random() < 0.5:
            warehouse.execute(
                "delete from reference.entitlement where agency_id = ? and field = ?",
                [agency, field],
            )


def ask_anew(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Make the models of the outbox anew from what the warehouse holds, without dbt."""
    renderer = Renderer(PROJECT)
    asked = {path.stem: path for path in (PROJECT / "models/outbox").glob("*.sql")}
    reads = {name: set(REF.findall(path.read_text("utf-8"))) for name, path in asked.items()}
    tables = warehouse.execute("select table_schema from information_schema.tables").fetchall()
    schemas = sorted({schema for (schema,) in tables} - {"past"})
    warehouse.execute(f"set search_path = '{','.join(schemas)}'")
    first = {"entitled"}  # what values pass on their way out reads it, in a macro
    inside = {name: (found | first) & asked.keys() - {name} for name, found in reads.items()}
    inside["entitled"] = set()
    for name in TopologicalSorter(inside).static_order():
        text = renderer.render(asked[name].read_text("utf-8"))
        (kind,) = warehouse.execute(KIND, [name]).fetchone()
        warehouse.execute(f"create or replace {kind} outbox.{name} as {text}")


def test_what_nobody_may_see_changes_nothing_in_what_they_are_sent(
    copied: Callable[[], Workspace],
) -> None:
    """Everything that others supplied is made another: no word, rank, count or sum may follow."""
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as warehouse:
        warehouse.execute("delete from reference.entitlement")
    before = write_again(workspace)
    with duckdb.connect(str(workspace.database)) as warehouse:
        for statement in OTHERWISE:
            warehouse.execute(statement)
        for table in reads_people(warehouse):
            warehouse.execute(f"update {table} set entitled_amount = 7 * entitled_amount")
    after = write_again(workspace)
    others = {file for file in before if file.partition("/")[0] not in REGISTERS}
    assert len(others) > 30
    assert {file for file in others if after.get(file) != before[file]} == set()
    assert before.keys() == after.keys()
    # whose registers they are sees the difference, so there was one
    assert any(after[file] != before[file] for file in before.keys() - others)


def test_the_check_sees_a_leak(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    folder = write_folders(workspace).folder / "bkn"
    with duckdb.connect(str(workspace.database), read_only=True) as warehouse:
        ((number,),) = warehouse.execute(
            "select no_kks from landing.kemensos__sembako where length(no_kks) = 16 limit 1"
        ).fetchall()
    Path(folder / "unknown.csv").write_text(f"x\n{number}\n", encoding="utf-8")
    assert leaks(workspace)["bkn"] == {number}
