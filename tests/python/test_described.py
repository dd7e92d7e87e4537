"""Whoever opens dbt's docs finds owners, keys, descriptions and arguments for everything."""

import ast
import json
import re
from pathlib import Path

import duckdb
import pytest

from selaras.publish.tables import keys_of_tables
from selaras.workspace import PROJECT, Workspace

GRAIN = re.compile(r"One row( per [^.]+)?\.$")
KEY_TESTS = {"unique": "column_name", "unique_combination_of_columns": "combination_of_columns"}
# Steps of one other model, written into it: they are no table that anybody could read.
STEP = "ephemeral"
# Rows that are equal in everything are rows of a file, which tells them apart by their line only.
WITHOUT_KEY = {"landed_digest", "resident_value", "unsteady_resident"}
BOOKKEEPING = {"selaras", "past", "audit"}
HELP = re.compile(r"\{#-?((?:(?!#\}).)*?)-?#\}\s*\{%-?\s*macro\s+(\w+)\s*\(", re.DOTALL)
Manifest = dict[str, dict]


@pytest.fixture(scope="module")
def manifest(built: Workspace) -> Manifest:
    """The project as dbt read it for the run."""
    return json.loads((built.target / "manifest.json").read_text(encoding="utf-8"))


def nodes(manifest: Manifest, kind: str) -> list[dict]:
    """The nodes of one kind."""
    return [each for each in manifest["nodes"].values() if each["resource_type"] == kind]


def key_tests(manifest: Manifest) -> dict[str, tuple[str, ...]]:
    """The key of every model, by its unique id, as a test that tools know by its name."""
    found = {}
    for test in nodes(manifest, "test"):
        kind = (test.get("test_metadata") or {}).get("name")
        if kind in KEY_TESTS:
            told = test["test_metadata"]["kwargs"][KEY_TESTS[kind]]
            found[test["attached_node"]] = (told,) if isinstance(told, str) else tuple(told)
    return found


def macros(manifest: Manifest) -> dict[str, dict]:
    """The macros that models call; what dispatch chooses between is described by who asks."""
    return {
        each["name"]: each
        for each in manifest["macros"].values()
        if each["package_name"] == "selaras"
        if not re.match(r"(default|duckdb|spark|test|materialization)_", each["name"])
    }


def test_every_model_has_an_owner_a_description_with_its_grain_and_stands_beside_it(
    manifest: Manifest,
) -> None:
    models = nodes(manifest, "model")
    assert len(models) > 350
    for model in models:
        assert model["config"]["group"], model["name"]
        assert GRAIN.search(" ".join(model["description"].split())), model["name"]
        folder = Path(model["patch_path"].split("://")[1]).parent
        assert folder == Path(model["original_file_path"]).parent, model["name"]
    assert all(each["owner"]["name"] for each in manifest["groups"].values())


def test_every_model_has_a_key_that_tools_see(manifest: Manifest) -> None:
    keys = key_tests(manifest)
    missing = {
        model["name"]
        for model in nodes(manifest, "model")
        if model["config"]["materialized"] != STEP and model["unique_id"] not in keys
    }
    assert missing == WITHOUT_KEY


def test_the_key_that_tools_see_is_the_one_that_a_run_looks_at(manifest: Manifest) -> None:
    looked_at = keys_of_tables(PROJECT)
    seen = {manifest["nodes"][name]["name"]: key for name, key in key_tests(manifest).items()}
    shared = looked_at.keys() & seen.keys()
    assert len(shared) > 200
    # a pair of rows has two keys, of which a run looks at both; two rooms have a dim_region
    differing = {name for name in shared if looked_at[name] != seen[name]}
    assert differing <= {"row_pair", "dim_region"}


def test_every_key_holds_in_a_built_city(built: Workspace, manifest: Manifest) -> None:
    looked = 0
    with duckdb.connect(str(built.database), read_only=True) as connection:
        for name, key in key_tests(manifest).items():
            model = manifest["nodes"][name]
            if model["config"]["materialized"] == STEP:
                continue
            columns = ", ".join(key)
            twice = connection.execute(
                f"select {columns} from {model['schema']}.{model['alias']}"
                f" group by {columns} having count(*) > 1 limit 1"
            ).fetchall()
            assert twice == [], name
            looked += 1
    assert looked > 330


def test_every_column_of_conformed_and_of_what_is_published_is_described(
    built: Workspace, manifest: Manifest
) -> None:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        columns = connection.execute(
            "select schema_name || '.' || table_name, column_name from duckdb_columns()"
        ).fetchall()
    described = 0
    for model in nodes(manifest, "model"):
        if model["config"]["group"] not in {"conformed", "marts", "open_data"}:
            continue
        table = f"{model['schema']}.{model['alias']}"
        there = {column for name, column in columns if name == table}
        told = {name for name, each in model["columns"].items() if each["description"]}
        assert there - told == set(), model["name"]
        described += len(there)
    assert described > 1000


def test_an_older_version_is_a_view_that_goes_on_a_day_and_says_so(manifest: Manifest) -> None:
    versioned = [model for model in nodes(manifest, "model") if model["version"]]
    older = [model for model in versioned if model["version"] != model["latest_version"]]
    assert len(older) == 7
    for model in older:
        assert model["config"]["materialized"] == "view", model["name"]
        assert model["alias"] == model["name"]
        day = model["deprecation_date"][:10]
        newest = f"{model['name']}_v{model['latest_version']}"
        assert model["description"].startswith(f"Goes on {day}: read {newest} instead.")
    newest = [model for model in versioned if model not in older]
    assert all(model["deprecation_date"] is None for model in newest)
    assert all(model["config"]["contract"]["enforced"] for model in versioned)


def test_no_model_rests_on_an_older_version(manifest: Manifest) -> None:
    older = {
        model["unique_id"]
        for model in nodes(manifest, "model")
        if model["version"] and model["version"] != model["latest_version"]
    }
    reading = {
        name
        for name, parents in manifest["parent_map"].items()
        if older & set(parents) and name.startswith("model.")
    }
    assert reading == set()


def test_every_source_says_who_loads_it_and_every_list_when_it_is_late(manifest: Manifest) -> None:
    sources = manifest["sources"].values()
    assert [each["name"] for each in sources if not each["loader"]] == []
    lists = [each for each in sources if each["source_name"] not in BOOKKEEPING]
    assert len(lists) > 15
    for each in lists:
        assert each["freshness"]["warn_after"]["count"], each["name"]
        assert each["freshness"]["error_after"]["count"], each["name"]


def test_every_macro_says_what_it_does_and_what_it_takes(manifest: Manifest) -> None:
    found = macros(manifest)
    assert len(found) > 270
    above = {
        name: " ".join(text.split())
        for path in sorted((PROJECT / "macros").rglob("*.sql"))
        for text, name in HELP.findall(path.read_text(encoding="utf-8"))
    }
    for name, macro in found.items():
        assert " ".join(macro["description"].split()) == above[name], name
        assert [each["name"] for each in macro["arguments"]] == taken_by(macro), name
        assert all(each["description"] and each["type"] for each in macro["arguments"]), name


def taken_by(macro: dict) -> list[str]:
    """The names of the arguments of a macro, as its first line has them."""
    head = re.search(r"macro\s+\w+\s*(\(.*?\))\s*-?%\}", macro["macro_sql"], re.DOTALL)
    assert head
    python = re.sub(r"\b(from|to)=", r"\1_=", " ".join(head[1].split()))
    function = ast.parse(f"def f{python.replace('=none', '=None')}: ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    return [each.arg.rstrip("_") for each in function.args.args]


def test_exposures_cover_what_leaves_and_rest_on_models_with_an_owner(manifest: Manifest) -> None:
    exposures = {each["name"]: each for each in manifest["exposures"].values()}
    assert {"publication", "outbox", "open_data", "headline_figures"} <= exposures.keys()
    resting = {name for each in exposures.values() for name in each["depends_on"]["nodes"]}
    published = {
        model["unique_id"]
        for model in nodes(manifest, "model")
        if model["schema"] in ("marts", "open_data")
        and model["version"] in (None, model["latest_version"])
    }
    # what people accepted is read by nobody but the manifest of the publication
    assert published - resting == {"model.selaras.mart_acceptance"}
    assert all(each["owner"]["name"] and each["description"] for each in exposures.values())


def test_the_docs_open_with_a_page_of_their_own(manifest: Manifest) -> None:
    assert "mart_headline_v2" in manifest["docs"]["doc.selaras.__overview__"]["block_contents"]
