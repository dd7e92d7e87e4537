"""The rooms of the warehouse stand in one order: what a run reads flows through them forwards."""

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from selaras.dbt import run_dbt
from selaras.errors import Refusal
from selaras.history.store import KEPT
from selaras.workspace import PROJECT, Workspace

MODELS = PROJECT / "models"
# Written by landing (ledger, quarantine, key) by earlier weeks and by visits, not by an agency.
BOOKKEEPING = ("selaras", "past", "audit")
READS_FILES = ("staging", "listed", "identity/1_number")
HEADLINE = "model.selaras.mart_headline.v2"
Edge = tuple[str, str]


@cache
def rooms() -> list[str]:
    """Every room, which is a folder with a group, as dbt_project.yml lists them in their order."""

    def inside(folder: Path, keys: dict) -> Iterator[str]:
        for key, below in keys.items():
            if (folder / key).is_dir():
                yield from inside(folder / key, below)
        if "+group" in keys:
            yield folder.relative_to(MODELS).as_posix()

    project = yaml.safe_load((PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))
    return list(inside(MODELS, project["models"]["selaras"]))


def room_of(path: str) -> str:
    """The room that a file stands in: the innermost folder that is one."""
    place = Path(path).relative_to("models").parent
    return next(each.as_posix() for each in (place, *place.parents) if each.as_posix() in rooms())


def parents(manifest: dict, kind: str) -> Iterator[tuple[str, str]]:
    """Every model with each of the models, or sources, that it reads."""
    for name, parent_names in manifest["parent_map"].items():
        if name.startswith("model."):
            yield from ((name, each) for each in parent_names if each.startswith(f"{kind}."))


def edges_back(manifest: dict) -> list[Edge]:
    """Models that read a model of a later room."""
    order = {room: at for at, room in enumerate(rooms())}
    at = {
        name: order[room_of(node["original_file_path"])]
        for name, node in manifest["nodes"].items()
        if name.startswith("model.")
    }
    return [(name, parent) for name, parent in parents(manifest, "model") if at[name] < at[parent]]


def reads_of_files(manifest: dict) -> list[Edge]:
    """Models behind staging that read what an agency sent, as landed."""
    return [
        (name, parent)
        for name, parent in parents(manifest, "source")
        if manifest["sources"][parent]["source_name"] not in BOOKKEEPING
        and room_of(manifest["nodes"][name]["original_file_path"]) not in READS_FILES
    ]


def left_out(manifest: dict) -> list[Edge]:
    """Lists with a part of the waist that does not read them: as staged, and as landed."""
    shapes = {"listed_row": "model.selaras.stg_{0}__{1}", "landed_digest": "source.selaras.{0}.{1}"}
    return [
        (f"model.selaras.{shape}", wanted.format(each["source_name"], each["name"]))
        for each in manifest["sources"].values()
        if each["source_name"] not in BOOKKEEPING
        for shape, wanted in shapes.items()
        if wanted.format(each["source_name"], each["name"])
        not in manifest["parent_map"][f"model.selaras.{shape}"]
    ]


def facts_on_facts(manifest: dict) -> set[Edge]:
    """Facts of the week that rest, directly or not, on what weeks before say of another fact."""
    facts = [name for name in manifest["parent_map"] if is_fact(manifest, name)]
    return {
        (fact, past)
        for fact in facts
        for past in all_parents(manifest, fact)
        if past.startswith("source.selaras.past.") and past.split(".")[-1] != fact.split(".")[-1]
    }


def all_parents(manifest: dict, name: str) -> set[str]:
    """Everything that a model rests on, directly or not."""
    found, next_ones = set(), {name}
    while next_ones:
        next_ones = {each for at in next_ones for each in manifest["parent_map"].get(at, ())}
        next_ones -= found
        found |= next_ones
    return found


def is_fact(manifest: dict, name: str) -> bool:
    """Whether a node is a model of the room of the weekly facts."""
    path = manifest["nodes"].get(name, {}).get("original_file_path", "")
    return name.startswith("model.") and path.startswith("models/history/")


def untold(manifest: dict) -> set[str]:
    """What is published on lists and does not tell that one of them is carried forward."""
    return {
        name
        for name, node in manifest["nodes"].items()
        if name.startswith("model.") and node["schema"] in ("marts", "open_data")
        if any(is_list(manifest, each) for each in all_parents(manifest, name))
        if not {"stale_days", "is_stale"} & set(columns(manifest, name))
    }


def is_list(manifest: dict, name: str) -> bool:
    """Whether a node is what an agency sends."""
    found = manifest["sources"].get(name)
    return found is not None and found["source_name"] not in BOOKKEEPING


def columns(manifest: dict, name: str) -> dict:
    """The declared columns of a model."""
    return manifest["nodes"][name]["columns"]


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory, with_json: None) -> dict:
    """The project as dbt reads it."""
    home = tmp_path_factory.mktemp("home")
    run_dbt(Workspace.at(home), ["parse"])
    return json.loads((home / "target" / "manifest.json").read_text(encoding="utf-8"))


def with_edge(manifest: dict, name: str, parent: str) -> dict:
    """The project, were a model to read one thing more."""
    read = manifest["parent_map"]
    return {**manifest, "parent_map": {**read, name: [*read[name], parent]}}


def test_every_model_stands_in_a_room(manifest: dict) -> None:
    paths = [path.relative_to(PROJECT).as_posix() for path in MODELS.rglob("*.sql")]
    assert {room_of(path) for path in paths} == set(rooms())


def test_no_model_reads_a_later_room(manifest: dict) -> None:
    assert edges_back(manifest) == []


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("as_of", "stg_dinsos__pkd"),
        ("listed_name", "match"),
        ("member_person", "household"),
        ("match", "fct_finding"),
        ("dim_person", "fct_finding"),
        ("fct_finding", "decision_outcome"),
        ("finding_two_numbers", "candidate"),
        ("match", "member_block"),
    ],
)
def test_a_model_that_would_read_a_later_room_is_told(
    manifest: dict, name: str, parent: str
) -> None:
    edge = (f"model.selaras.{name}", f"model.selaras.{parent}")
    assert edges_back(with_edge(manifest, *edge)) == [edge]


def test_files_are_read_by_staging_and_past_weeks_by_two_rooms(manifest: dict) -> None:
    assert reads_of_files(manifest) == []


def test_a_model_that_would_read_files_behind_them_is_told(manifest: dict) -> None:
    edge = ("model.selaras.fct_finding", "source.selaras.dukcapil.resident")
    assert reads_of_files(with_edge(manifest, *edge)) == [edge]
    key = "source.selaras.selaras.pseudonym_key"
    assert reads_of_files(with_edge(manifest, edge[0], key)) == []


def test_what_is_kept_of_a_week_rests_on_no_week_before_but_its_own(manifest: dict) -> None:
    assert facts_on_facts(manifest) == set()
    fact, past = "model.selaras.week_finding", "source.selaras.past.week_finding"
    wrong = facts_on_facts(with_edge(manifest, "model.selaras.fct_finding", past))
    assert ("model.selaras.week_finding_count", past) in wrong
    assert (fact, past) not in wrong


def test_a_fact_of_past_weeks_is_a_model_that_a_week_leaves_behind(manifest: dict) -> None:
    folders = {folder.as_posix() for folder in KEPT.values()}
    facts = {
        node["name"]
        for node in manifest["nodes"].values()
        if Path(node["original_file_path"]).parent.as_posix() in folders
    }
    past = {each["name"] for each in manifest["sources"].values() if each["source_name"] == "past"}
    assert past <= facts
    assert "week_verdict" in past


def test_every_mart_that_rests_on_a_list_tells_how_old_it_is(manifest: dict) -> None:
    assert untold(manifest) == set()
    fewer = {
        name: column for name, column in columns(manifest, HEADLINE).items() if "stale" not in name
    }
    nodes = {**manifest["nodes"], HEADLINE: {**manifest["nodes"][HEADLINE], "columns": fewer}}
    assert untold({**manifest, "nodes": nodes}) == {HEADLINE}


def test_every_room_says_in_two_sentences_what_enters_and_what_leaves() -> None:
    for room in rooms():
        heads = {
            path.name: path.read_text(encoding="utf-8").splitlines()[:2]
            for path in (MODELS / room).glob("_*.yml")
            if "unit_tests" not in path.name
        }
        assert [all(line.startswith("# ") for line in head) for head in heads.values()] == [True]


def test_every_list_is_in_the_waist(manifest: dict) -> None:
    assert left_out(manifest) == []
    shape, parent = "model.selaras.listed_row", "model.selaras.stg_disdik__kjmu"
    read = manifest["parent_map"]
    fewer = [each for each in read[shape] if each != parent]
    assert left_out({**manifest, "parent_map": {**read, shape: fewer}}) == [(shape, parent)]


def test_a_room_has_a_group_and_only_what_is_read_outside_it_is_a_door(manifest: dict) -> None:
    models = {name: node for name, node in manifest["nodes"].items() if name.startswith("model.")}
    room = {name: room_of(node["original_file_path"]) for name, node in models.items()}
    groups = {room[name]: models[name]["config"]["group"] for name in models}
    assert len(set(groups.values())) == len(rooms())
    assert all(models[name]["config"]["group"] == groups[room[name]] for name in models)
    closed = {room[name] for name, node in models.items() if node["access"] == "private"}
    read = {parent for name, parent in parents(manifest, "model") if room[name] != room[parent]}
    read |= {each for name in manifest["exposures"] for each in manifest["parent_map"][name]}
    doors = {name for name, node in models.items() if node["access"] == "protected"}
    assert {name for name in doors - read if room[name] in closed - {"staging"}} == set()
    assert {"identity/2_person", "conformed", "overlap", "ops/review"} <= closed


def test_dbt_refuses_to_parse_a_model_that_reads_past_the_doors_of_a_room(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    for folder in ("models", "macros", "seeds", "rules", "tests/data"):
        shutil.copytree(PROJECT / folder, copy / folder)
    for file in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(PROJECT / file, copy / file)
    wrong = copy / "models" / "overlap" / "wrong.sql"
    wrong.write_text("select * from {{ ref('member_score') }}\n", encoding="utf-8")
    with pytest.raises(Refusal, match="member_score, which is not allowed"):
        run_dbt(Workspace(tmp_path / "home", copy), ["parse"])
