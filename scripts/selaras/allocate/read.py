"""Reading allocations: by the grammar, with every expression as a tree."""

from dataclasses import dataclass, field
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.rules.check.book import Book
from selaras.rules.check.types import Reader, Scope
from selaras.rules.expression.tree import Expression, Fact
from selaras.rules.grammar.allocation import Allocation
from selaras.rules.read.fit import read_model
from selaras.rules.read.problems import Problems, nearest
from selaras.rules.read.source import Source, read_source

FOLDER = "allocations"
WAYS = {"first": "boolean", "lowest": "integer", "highest": "integer"}
WAITED = "waited"
MONTHS_WAITED = Fact("months_waited")


@dataclass(frozen=True)
class Read:
    """An allocation with its keys as way and tree, and its quotas as trees.

    `each` has the text by whose values a quota is meant, until they are known.
    """

    allocation: Allocation
    unit: str
    keys: list[tuple[str, Expression]]
    groups: dict[str, Expression]
    each: dict[str, Expression] = field(default_factory=dict)


def names(project: Path) -> list[str]:
    """The allocations that are written down."""
    return sorted(path.stem for path in (project / FOLDER).glob("*.yml"))


def sound_allocation(project: Path, name: str, book: Book) -> Read:
    """An allocation by its name; Refusal with all that is wrong in it."""
    if name not in names(project):
        known = ", ".join(names(project)) or "-"
        raise Refusal(ExitCode.USAGE, "allocate.unknown", name=name, known=known)
    problems = Problems()
    read = read_allocation(project, name, book, problems)
    problems.refuse()
    assert read is not None
    return read


def read_allocation(project: Path, name: str, book: Book, problems: Problems) -> Read | None:
    """An allocation, or None with the reasons in `problems`."""
    file = f"{FOLDER}/{name}.yml"
    source = read_source(project / file, file, problems)
    found = read_model(Allocation, source, problems).model if source else None
    if source is None or found is None or problems.errors:
        return None
    if found.allocation != name:
        problems.add(source.place("allocation"), "allocation_name", name=found.allocation)
    units = _units(found, book, source, problems)
    if len(units) != 1:
        return None
    unit, words = units.pop(), book.vocabulary
    scope = Scope(
        words.person if unit == "person" else words.household,
        words.household if unit == "person" else {},
        {},
    )
    reader = Reader(scope, problems, source.words)
    keys, groups, each = [], {}, {}
    for at, key in enumerate(found.order):
        if key.waited:
            keys.append((WAITED, MONTHS_WAITED))
            continue
        way = next(each for each in WAYS if getattr(key, each) is not None)
        tree = reader.read(getattr(key, way), WAYS[way], "order", at, way)
        keys += [(way, tree)] if tree else []
    for group, quota in found.quotas.items():
        if quota.each is not None:
            each[group] = reader.read(quota.each, "text", "quotas", group, "each")
            continue
        tree = reader.read(quota.when, "boolean", "quotas", group, "when")
        groups |= {group: tree} if tree else {}
    return None if problems.errors else Read(found, unit, keys, groups, each)


def _units(found: Allocation, book: Book, source: Source, problems: Problems) -> set[str]:
    """Who receives the programmes that share the pot; they must be of one unit, and exist."""
    rules = {each.programme: each.rule.unit for each in book.rules}
    for part in ("programmes", "behind"):
        for at, programme in enumerate(getattr(found, part)):
            if programme not in {*rules, *(book.register.programmes if part == "behind" else ())}:
                hint = nearest(programme, rules)
                place = source.place(part, at)
                problems.add(place, "unknown_programme", words=programme, hint=hint)
    units = {rules[each] for each in found.programmes if each in rules}
    if len(units) > 1:
        problems.add(source.place("programmes"), "allocation_units", name=found.allocation)
    return units
