"""A rule book as flat entries that can be compared one by one.

An entry is named by the file it stands in and a path such as ("criterion", "is_alive") or
("parameter", "max_decile", "value", "2018-01-01"); it holds plain fields. How the YAML is laid
out and in which order things stand is lost on purpose, but for the order of tiers.
"""

from collections.abc import Iterator

from selaras.linkage.compile.rows import linkage_entries
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Expression
from selaras.rules.grammar.rule import Parameter, Strict, Words

Path = tuple[str, ...]
Fields = dict[str, object]
Entries = dict[tuple[str, Path], Fields]
CITED = ("basis", "status", "source")


def entries_of(book: Book) -> Entries:
    """Everything that a rule book says, by file and path."""
    found: Entries = {}
    for checked in book.rules:
        for path, fields in _rule(checked):
            found[(checked.source.file, path)] = fields
    for path, fields in linkage_entries(book.linkage) if book.linkage else ():
        found[("rules/linkage.yml", path)] = fields
    for path, fields in (*_shared(book), *_entitlements(book)):
        found[(f"rules/{_FILES[path[0]]}.yml", path)] = fields
    return found


_FILES = {
    **{"overlap": "overlaps", "finding": "overlaps", "example": "overlaps"},
    **{"agency": "programmes", "listed": "programmes"},
    **{"fact": "vocabulary", "code": "vocabulary"},
    **{"entitlement": "entitlements", "supplied_by": "entitlements"},
}


def _shared(book: Book) -> Iterator[tuple[Path, Fields]]:
    """What stands in the files that all programmes share."""
    named: dict[str, dict[str, Strict]] = {
        "overlap": dict(book.overlaps.overlaps),
        "finding": dict(book.overlaps.always),
        "agency": dict(book.register.agencies),
        "listed": dict(book.register.programmes),
    }
    for kind, members in named.items():
        for name, each in members.items():
            told = [field for field in type(each).model_fields if field != "examples"]
            yield (kind, name), _plain(each, tuple(told))
    for name, overlap in book.overlaps.overlaps.items():
        for example in overlap.examples:
            case = {"case": example.model_dump(mode="json")}
            yield ("example", f"{name}: {example.name}"), case
    for name, each in book.vocabulary.person.items():
        yield ("fact", name), _plain(each)
    for name, each in book.vocabulary.household.items():
        yield ("fact", f"household.{name}"), _plain(each)
    for domain, labels in book.vocabulary.codes.items():
        for code, each in labels.items():
            yield ("code", f"{domain}.{code}"), {"title_id": each.id, "title_en": each.en}


def _entitlements(book: Book) -> Iterator[tuple[Path, Fields]]:
    """Who may see which field of whom, field by field, and of whom facts come."""
    for to, grants in book.entitlements.entitlements.items():
        for of, grant in grants.items():
            for name in grant.fields:
                yield ("entitlement", to, "sees", f"{of}.{name}"), _plain(grant, CITED)
    for name, agencies in book.entitlements.supplied_by.items():
        yield ("supplied_by", name), {"agencies": ", ".join(agencies)}


def _rule(checked: CheckedRule) -> Iterator[tuple[Path, Fields]]:
    """What stands in the file of one programme."""
    rule = checked.rule
    head = ("title", "owner", "level", "unit", "purpose", "basis", "valid_from", "valid_to")
    head = (*head, "headline")
    applies = {"applies_to": _text(checked.applies_to)}
    yield ("programme", rule.programme), _plain(rule, head) | applies
    if rule.stages:
        for name, stage in rule.stages.periods.items():
            yield ("stage", name), _plain(stage) | _plain(rule.stages, ("status", "source"))
    for name, parameter in rule.parameters.items():
        yield from _parameter(name, parameter)
    for name, criterion in rule.criteria.items():
        judgement = checked.judgements[name]
        when = None if judgement.branches else _text(judgement.condition)
        fields = _plain(criterion, ("says", *CITED, "contestable", "valid_from", "valid_to"))
        yield ("criterion", name), fields | {"when": when}
        for branch, each in (criterion.any_of or {}).items():
            when = _text(judgement.branches[branch])
            yield ("criterion", name, "branch", branch), _plain(each, ("says",)) | {"when": when}
    yield from _benefit(checked)
    for example in rule.examples:
        yield ("example", example.name), {"case": example.model_dump(mode="json")}


def _parameter(name: str, parameter: Parameter) -> Iterator[tuple[Path, Fields]]:
    """A parameter and each of its values."""
    yield ("parameter", name), {"unit": _words(parameter.unit)}
    for day, value in parameter.values.items():
        ended: Fields = {"value": None}
        yield ("parameter", name, "value", day.isoformat()), _plain(value) if value else ended


def _benefit(checked: CheckedRule) -> Iterator[tuple[Path, Fields]]:
    """What a programme pays: the benefit and each of its tiers or components."""
    benefit = checked.rule.benefit
    parts = {**getattr(benefit, "tiers", {}), **getattr(benefit, "components", {})}
    kind = "tier" if benefit.kind == "tiered" else "component"
    amounts = {name: _text(tree) for name, tree in checked.amounts.items()}
    whole = {name: amounts.get(name) for name in ("amount", "people", "max_people")}
    order = ", ".join(parts) if kind == "tier" else None
    yield ("benefit",), {"kind": benefit.kind, "per": benefit.per, "order": order, **whole}
    for name, each in parts.items():
        told = [name for name in ("title", "says", *CITED) if name in type(each).model_fields]
        fields = _plain(each, tuple(told))
        figures = {"when": amounts[f"{name}.when"], "amount": amounts[f"{name}.amount"]}
        yield (kind, name), fields | figures


def _text(tree: Expression | None) -> str | None:
    """An expression in one way of writing, however it was laid out."""
    return None if tree is None else one_line(tree, str)


def _plain(model: Strict, names: tuple[str, ...] | None = None) -> Fields:
    """The fields of a part of the grammar as plain values; both languages by themselves."""
    fields: Fields = {}
    for name in names or tuple(type(model).model_fields):
        value = getattr(model, name)
        if name in ("says", "title"):
            both: Words | None = value
            fields[f"{name}_id"] = _words(both.id) if both else None
            fields[f"{name}_en"] = _words(both.en) if both else None
        else:
            fields[name] = _value(value)
    return fields


def _value(value: object) -> object:
    """Numbers and booleans as they are, everything else as text."""
    if isinstance(value, Strict):
        parts = {name: _value(each) for name, each in value if each is not None}
        return ", ".join(f"{name} {each}" for name, each in parts.items())
    if isinstance(value, dict):
        return "; ".join(
            f"{name}: {_value(each)}" if each else name for name, each in sorted(value.items())
        )
    if isinstance(value, list):
        return ", ".join(f"[{_value(each)}]" if isinstance(each, list) else each for each in value)
    return value if value is None or isinstance(value, bool | int | float) else _words(str(value))


def _words(text: str) -> str:
    """A text with single spaces, wherever its lines were broken."""
    return " ".join(text.split())
