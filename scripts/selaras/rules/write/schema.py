"""JSON Schema of the rule files, so that editors complete, check and explain them.

The models of the grammar give the keys, types and hover texts; the rule book itself gives the
words to offer: facts, agencies, programmes and components.
"""

import json
from collections.abc import Callable

from selaras.linkage.grammar.linkage_book import LinkageBook
from selaras.rules.check.book import Book
from selaras.rules.grammar.allocation import Allocation
from selaras.rules.grammar.entitlements import EntitlementBook
from selaras.rules.grammar.overlaps import STANDINGS, OverlapBook
from selaras.rules.grammar.reform import Reform
from selaras.rules.grammar.register import FactEntry, Register, VocabularyBook
from selaras.rules.grammar.rule import Rule

SCHEMAS = {
    "programme": Rule,
    "overlaps": OverlapBook,
    "programmes": Register,
    "vocabulary": VocabularyBook,
    "linkage": LinkageBook,
    "entitlements": EntitlementBook,
    "reform": Reform,
    "allocation": Allocation,
}
# YAML 1.2, which editors speak, reads 300_000 as a text; the rule book reads it as a number.
WHOLE = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9][0-9_]*$"}]}
DECIMAL = {"type": "string", "pattern": "^[0-9]+[.][0-9]+$"}
DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
TYPES: dict[str, dict] = {"boolean": {"type": "boolean"}, "integer": WHOLE, "date": DAY}
Node = dict[str, object]


def schema_files(book: Book) -> dict[str, str]:
    """The text of every schema by its name."""
    offers = _offers(book)
    return {
        name: json.dumps(
            _made_plain(kind.model_json_schema(), offers), indent=2, ensure_ascii=False
        )
        + "\n"
        for name, kind in SCHEMAS.items()
    }


def _made_plain(node: object, offers: dict[str, Callable[[Node], Node]]) -> object:
    """A schema as editors want it: offers filled in, names strict, numbers as people write them."""
    if isinstance(node, list):
        return [_made_plain(each, offers) for each in node]
    if not isinstance(node, dict):
        return node
    plain = {name: _made_plain(each, offers) for name, each in node.items()}
    offer = plain.pop("offer", None)
    if isinstance(offer, str):
        plain = offers[offer](plain)
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    if plain.get("format") == "date":
        plain = {**plain, "pattern": DAY["pattern"]}
    if plain.get("type") == "integer":
        limits = {name: plain.pop(name) for name in ("type", "minimum") if name in plain}
        plain |= {"anyOf": [limits, WHOLE["anyOf"][1]]}
    if plain.get("type") == "number":
        bounds = ("type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
        limits = {name: plain.pop(name) for name in bounds if name in plain}
        plain |= {"anyOf": [limits, DECIMAL]}
    return plain


def _offers(book: Book) -> dict[str, Callable[[Node], Node]]:
    """What to do with a field marked by `offered()` in the grammar."""
    words = book.vocabulary
    programmes = sorted(
        {*(each.programme for each in book.rules), *book.register.programmes, *STANDINGS}
    )
    components = [
        f"{each.programme}:{name}"
        for each in book.rules
        for name in getattr(each.rule.benefit, "components", {})
    ]
    agencies = sorted(book.register.agencies)
    side: Node = {"enum": [*programmes, *components]}
    sides = {"anyOf": [side, {"type": "array", "items": side}]}
    of_household = {f"household.{name}": each for name, each in words.household.items()}
    given = _object({**words.person, **words.household, **of_household})
    told = (
        f"Facts of a person rule: {', '.join([*words.person, *of_household])}."
        f" Facts of a household rule: {', '.join(words.household)}."
    )
    return {
        "agency": lambda node: _one_of(node, agencies),
        "programme": lambda node: _one_of(node, programmes),
        "side": lambda node: _one_of(node, [*programmes, *components]),
        "sides": lambda node: node | {"items": sides},
        "given": lambda node: node | given,
        "members": lambda node: node | {"items": _object(words.person)},
        "facts": lambda node: node | {"description": f"{node['description']} {told}"},
    }


def _one_of(node: Node, words: list[str]) -> Node:
    """A field that holds one of some words, or null where it may be left out."""
    kept = {name: each for name, each in node.items() if name not in ("anyOf", "type", "pattern")}
    return kept | {"enum": [*words, None] if "anyOf" in node else words}


def _object(facts: dict[str, FactEntry]) -> Node:
    """A mapping of facts to values that they can have; null says that one is unknown."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {"description": _about(each), "anyOf": [_values_of(each), {"type": "null"}]}
            for name, each in facts.items()
        },
    }


def _values_of(entry: FactEntry) -> Node:
    """The values that a fact can have."""
    return (
        {"enum": list(entry.values)} if entry.values else TYPES.get(entry.type, {"type": "string"})
    )


def _about(entry: FactEntry) -> str:
    """A fact in words."""
    return f"{entry.description} ({entry.unit})" if entry.unit else entry.description
