"""The JSON Schemas: every key explained, unknown ones refused, every committed file accepted."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from selaras.rules.compiler import compile_rules
from selaras.workspace import PROJECT

SCHEMAS = {path.stem: path for path in (PROJECT / "rules/schema").glob("*.json")}
FILES = sorted(path.stem for path in (PROJECT / "rules").glob("*.yml"))


class Editor(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, in which 300_000 and 2025-10-24 are texts."""


Editor.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
Editor.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789")
)


def schema(name: str) -> dict:
    return json.loads(SCHEMAS[name].read_text(encoding="utf-8"))


def schema_of(file: str) -> dict:
    """The schema that the first line of a rule file points at."""
    text = (PROJECT / f"rules/{file}.yml").read_text(encoding="utf-8")
    pointed = re.fullmatch(
        r"# yaml-language-server: \$schema=(schema/\w+\.json)", text.split("\n")[0]
    )
    return json.loads((PROJECT / "rules" / pointed[1]).read_text(encoding="utf-8"))


def as_editor(file: str) -> dict:
    return yaml.load((PROJECT / f"rules/{file}.yml").read_bytes(), Editor)


def as_python(file: str) -> dict:
    """A file as YAML 1.1 reads it, with days as texts, which JSON has none of."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {str(name): plain(each) for name, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(yaml.safe_load((PROJECT / f"rules/{file}.yml").read_bytes()))


def nodes(node: object, path: str = "") -> Iterator[tuple[str, dict]]:
    """Every mapping inside a schema, with where it stands."""
    if isinstance(node, dict):
        yield path, node
        for name, each in node.items():
            yield from nodes(each, f"{path}/{name}")
    elif isinstance(node, list):
        for at, each in enumerate(node):
            yield from nodes(each, f"{path}/{at}")


def properties(name: str) -> Iterator[tuple[str, dict]]:
    """Every key that a schema knows."""
    for path, node in nodes(schema(name)):
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            yield from ((f"{path}/{key}", each) for key, each in node["properties"].items())


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("read", [as_editor, as_python])
def test_every_committed_file_fits_its_schema(file: str, read: object) -> None:
    errors = list(Draft202012Validator(schema_of(file)).iter_errors(read(file)))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_has_a_text_to_show_on_hovering(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    found = dict(properties(name))
    assert len(found) > 5
    assert [path for path, each in found.items() if not each.get("description")] == []


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_free_text_has_an_example(name: str) -> None:
    def is_free(each: dict) -> bool:
        kinds = [each, *each.get("anyOf", [])]
        return any(
            kind.get("type") == "string" and not {"enum", "const", "pattern"} & set(kind)
            for kind in kinds
        )

    bare = [path for path, each in properties(name) if is_free(each) and "examples" not in each]
    assert [path for path in bare if "/given/" not in path and "/members/" not in path] == []


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_no_object_takes_keys_that_nobody_knows(name: str) -> None:
    named = ("properties", "patternProperties")
    for path, node in nodes(schema(name)):
        if node.get("type") == "object" and "propertyNames" not in node:
            assert any(key in node for key in named), path
            assert node.get("additionalProperties") is False, path


def broken(name: str, *path: object, value: object) -> list[str]:
    """What the schema says of a rule in which one thing was set."""
    content = deepcopy(as_editor(name))
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    validator = Draft202012Validator(schema_of(name))
    return [error.message for error in validator.iter_errors(content)]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("headline",), "x"),
        (("owner",), "dinsos"),
        (("unit",), "cat"),
        (("criteria", "Is_Alive"), {}),
        (("criteria", "is_alive", "wen"), "is_alive"),
        (("parameters", "max_decile", "values", "soon"), None),
        (("parameters", "max_decile", "values", "2018-01-01", "status"), "sure"),
        (("examples", 0, "given", "age_year"), 60),
        (("examples", 0, "given", "is_alive"), "perhaps"),
        (("examples", 0, "given", "household.national_decile"), "five"),
        (("examples", 0, "expect", "monthly_amount"), "much"),
        (("examples", 0, "expect", "verdict"), "yes"),
        (("benefit", "kind"), "lump"),
        (("valid_from",), "2022"),
    ],
)
def test_what_a_rule_cannot_say_is_marked_in_the_editor(path: tuple, value: object) -> None:
    assert broken("kpdj", *path, value=value)


def test_what_a_rule_can_say_is_not_marked() -> None:
    assert broken("kpdj", "examples", 0, "given", "household.owns_car", value=None) == []
    assert broken("kpdj", "examples", 0, "expect", "monthly_amount", value="1_000") == []
    assert broken("kpdj", "parameters", "max_decile", "values", "2026-01-01", value=None) == []


def test_overlaps_offer_programmes_components_and_agencies() -> None:
    assert broken("overlaps", "overlaps", "pkh_sembako", "between", value=["pkh", "sembakoo"])
    assert broken("overlaps", "overlaps", "pkh_sembako", "between", value=["pkh:old", "klj"])
    assert broken("overlaps", "overlaps", "pkh_elderly_klj", "keep", value="pkhh")
    assert not broken("overlaps", "overlaps", "pkh_elderly_klj", "keep", value="pkh:elderly")
    assert broken("overlaps", "overlaps", "pkh_elderly_klj", "review_agency", value="nobody")
    side = ["pkh:elderly", ["formal_employment", "kaj"]]
    assert broken("overlaps", "overlaps", "pkh_sembako", "between", value=side) == []


def test_a_new_fact_and_a_new_agency_are_offered_after_a_compile(
    project: Path, edit: object
) -> None:
    edit(
        "vocabulary.yml",
        "person:\n",
        "person:\n  is_left_handed: {type: boolean, description: L.}\n",
    )
    edit(
        "programmes.yml",
        "  bps:\n",
        "  bulog:\n    title: {id: B, en: B}\n    level: central\n  bps:\n",
    )
    files = compile_rules(project)
    told = json.loads(files[Path("rules/schema/programme.json")])
    given = told["$defs"]["Example"]["properties"]["given"]["properties"]
    assert given["is_left_handed"]["description"] == "L."
    assert "bulog" in told["properties"]["owner"]["enum"]
    assert "is_left_handed" in told["$defs"]["Criterion"]["properties"]["when"]["description"]
