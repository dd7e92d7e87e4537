"""Let Spark work out some models of a home from what DuckDB has before them, and compare.

python on_spark.py HOME FOLDER MODEL...
"""

import json
import re
import sys
from pathlib import Path

import duckdb
import yaml

from selaras.spark.seam import query
from selaras.spark.session import open_session
from selaras.workspace import PROJECT, Workspace

sys.path.insert(0, str(PROJECT / "tests" / "spark"))
from same_rows import columns_of, differences


def main() -> None:
    """Work out the models in their order; an error where one differs."""
    workspace, folder = Workspace(Path(sys.argv[1])), Path(sys.argv[2])
    profile = yaml.safe_load((PROJECT / "profiles.yml").read_text("utf-8"))
    settings = dict(profile["selaras"]["outputs"]["spark"]["server_side_parameters"])
    settings |= {"spark.sql.catalogImplementation": "in-memory"}
    session = open_session(settings | {"spark.sql.warehouse.dir": str(folder)})
    nodes = json.loads((workspace.target / "manifest.json").read_text("utf-8"))["nodes"]
    with duckdb.connect(str(workspace.database), read_only=True) as warehouse:
        for model in sys.argv[3:]:
            node = nodes[f"model.selaras.{model}"]
            told = workspace.target / "compiled/selaras" / node["original_file_path"]
            sql = told.read_text("utf-8").replace('"selaras".', "")
            for schema, table in set(re.findall(r'"(\w+)"\."(\w+)"', sql)):
                columns = columns_of(warehouse, schema, table)
                kept = ", ".join(f'"{name}"::{kind} as "{name}"' for name, kind in columns.items())
                file = folder / f"{schema}.{table}.parquet"
                if not file.exists():
                    warehouse.execute(f"copy (select {kept} from {schema}.{table}) to '{file}'")
                session.sql(f"create database if not exists {schema}")
                rows = f"select * from parquet.`{file}`"
                session.sql(f"create or replace view {schema}.{table} as {rows}")
            session.sparkContext.setJobDescription(model)
            said, name = folder / f"said.{model}", f"{node['schema']}.{node['alias']}"
            query(session, sql).write.parquet(str(said))
            columns = columns_of(warehouse, *name.split("."))
            if words := differences(warehouse, columns, f"'{said}/*.parquet'", name):
                sys.exit(f"FAILED: {model}: {words}")


if __name__ == "__main__":
    main()
