"""Every model has the same rows on both engines, where it reads the same rows before it.

What DuckDB has built of the committed sample is given to Spark table by table; each model is worked
out there from what DuckDB has in the models before it, and compared row by row with DuckDB's. So
the first model that differs is told by its name, and what none differs in is the same from the
files to what is published, whatever is built by which of the two.
"""

import json
from collections.abc import Iterator

import duckdb
import pytest
import yaml
from pyspark.sql import SparkSession
from same_rows import columns_of, differences, give

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
        give(sql, warehouse, spark, given)
        said = query(spark, sql).toArrow()
        columns = columns_of(warehouse, model["schema"], model["alias"])
        assert said.column_names == list(columns), model["name"]
        theirs = f'"{model["schema"]}"."{model["alias"]}"'
        warehouse.register("said_by_spark", said)
        if model["contract"]["enforced"]:
            assert _types(warehouse, "said_by_spark") == columns, model["name"]
        if told := differences(warehouse, columns, "said_by_spark", theirs):
            differing[model["name"]] = told
    assert models[room]
    assert differing == {}


def _types(warehouse: duckdb.DuckDBPyConnection, relation: str) -> dict[str, str]:
    """The columns of a relation with their types."""
    return {name: kind for name, kind, *_ in warehouse.execute(f"describe {relation}").fetchall()}
