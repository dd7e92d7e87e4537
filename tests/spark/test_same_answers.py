"""Every model has the same rows on both engines, where it reads the same rows before it.

What DuckDB has built of the committed sample is given to Spark table by table; each model is worked
out there from what DuckDB has in the models before it, and compared row by row with DuckDB's. So
the first model that differs is told by its name, and what none differs in is the same from the
files to what is published, whatever is built by which of the two.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import yaml
from pyspark.sql import SparkSession
from same_rows import columns_of, differences

from selaras.spark.seam import query
from selaras.workspace import PROJECT, Workspace

HOME = Workspace(PROJECT / "build" / "test")
ROOMS = list(yaml.safe_load((PROJECT / "dbt_project.yml").read_text("utf-8"))["models"]["selaras"])
# Written in Python; what it chooses is compared after a whole build.
IN_PYTHON = {"open_hidden"}


@pytest.fixture(scope="module")
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """What DuckDB built."""
    with duckdb.connect(str(HOME.database), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def models() -> dict[str, list[dict]]:
    """The models of each room that have a table or a view."""
    nodes = json.loads((HOME.target / "manifest.json").read_text("utf-8"))["nodes"].values()
    held = [
        node
        for node in nodes
        if node["resource_type"] == "model"
        if node["config"]["materialized"] != "ephemeral" and node["name"] not in IN_PYTHON
    ]
    return {room: [node for node in held if node["fqn"][1] == room] for room in ROOMS}


@pytest.mark.parametrize("room", [room for room in ROOMS if not room.startswith("+")])
def test_every_model_of_a_room_has_the_same_rows(
    room: str,
    spark: SparkSession,
    warehouse: duckdb.DuckDBPyConnection,
    models: dict[str, list[dict]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    given = tmp_path_factory.getbasetemp() / "given"
    differing = {}
    for model in models[room]:
        sql = (HOME.target / "compiled/selaras" / model["original_file_path"]).read_text("utf-8")
        _give(sql, warehouse, spark, given)
        said = query(spark, sql).toArrow()
        columns = columns_of(warehouse, model["schema"], model["alias"])
        assert said.column_names == list(columns), model["name"]
        theirs = f'"{model["schema"]}"."{model["alias"]}"'
        warehouse.register("said_by_spark", said)
        if told := differences(warehouse, columns, "said_by_spark", theirs):
            differing[model["name"]] = told
    assert models[room]
    assert differing == {}


def _give(sql: str, warehouse: duckdb.DuckDBPyConnection, spark: SparkSession, given: Path) -> None:
    """Let Spark have the tables that a query of DuckDB names."""
    for schema, table in set(re.findall(r'"(\w+)"\."(\w+)"', sql.replace('"selaras".', ""))):
        file = given / schema / f"{table}.parquet"
        if file.exists():
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = ", ".join(
            f'cast("{name}" as {kind}) as "{name}"'
            for name, kind in columns_of(warehouse, schema, table).items()
        )
        warehouse.execute(f'copy (select {kept} from "{schema}"."{table}") to \'{file}\'')
        spark.sql(f"create database if not exists `{schema}`")
        spark.sql(f"create view `{schema}`.`{table}` as select * from parquet.`{file}`")
