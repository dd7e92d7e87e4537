"""The seeds: what the rule book says, as tables."""

import csv
import io

from selaras.linkage.compile.rows import level_rows
from selaras.lists.seeds import list_rows
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.check.entitlements import fact_suppliers, suppliers, visited_by
from selaras.rules.expression.rendering import one_line
from selaras.rules.sql.again import readings
from selaras.rules.sql.parameters import value_on
from selaras.rules.sql.reasons import IN_FORCE, seen_by
from selaras.rules.sql.sentences import of_overlap, over_time
from selaras.rules.write.code_labels import code_labels
from selaras.rules.write.requirements import (
    SAYS_IN_FORCE,
    branch_rows,
    fact_rows,
    requirement_rows,
)
from selaras.rules.write.seed_columns import COLUMNS


def seed_files(book: Book) -> dict[str, str]:
    """The text of every seed by its name."""
    rows = {
        "agency": [
            (name, each.title.id, each.title.en, each.level)
            for name, each in sorted(book.register.agencies.items())
        ],
        "programme": _programmes(book),
        "criterion": [row for each in book.rules for row in _criteria(each)],
        "criterion_branch": [row for each in book.rules for row in branch_rows(each)],
        "fact": fact_rows(book),
        "code_label": code_labels(book),
        "component": [row for each in book.rules for row in _components(each)],
        "requirement": [row for each in book.rules for row in requirement_rows(each)],
        "parameter": [row for each in book.rules for row in _parameters(each)],
        "rule_reading": readings(book),
        "overlap_rule": _overlaps(book),
        "headline_programme": [
            (metric, each.programme) for each in book.rules for metric in each.rule.headline
        ],
        **list_rows(book.contracts, {each.programme: each.rule.stages for each in book.rules}),
        "linkage_level": level_rows(book.linkage) if book.linkage else [],
        "supplier": list(suppliers(book.contracts, book.register).items()),
        "fact_supplier": fact_suppliers(
            book.entitlements, book.vocabulary, visited_by(book.contracts, book.register)
        ),
        "entitlement": [
            (to, of, name, grant.basis, grant.status, grant.source)
            for to, grants in sorted(book.entitlements.entitlements.items())
            for of, grant in sorted(grants.items())
            for name in grant.fields
        ],
    }
    return {name: _csv(COLUMNS[name], found) for name, found in rows.items()}


def _csv(columns: tuple[str, ...], rows: list[tuple]) -> str:
    """Rows as CSV with a header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """A value as a cell."""
    return str(value).lower() if isinstance(value, bool) else value


def _programmes(book: Book) -> list[tuple]:
    """All programmes, with a rule or without."""
    ruled = [(each.programme, each.rule, each.digest[:12]) for each in book.rules]
    listed = [(name, each, None) for name, each in book.register.programmes.items()]
    return [
        (
            *(name, each.title.id, each.title.en, each.owner, each.level, each.unit),
            *(", ".join(each.purpose), each.basis, getattr(each, "valid_from", None)),
            *(getattr(each, "valid_to", None), digest is not None, digest),
        )
        for name, each, digest in sorted(ruled + listed, key=lambda row: row[0])
    ]


def _criteria(checked: CheckedRule) -> list[tuple]:
    """The criteria of a rule, with the one that every rule has."""
    rule = checked.rule
    words = (SAYS_IN_FORCE.id, SAYS_IN_FORCE.en)
    rows: list[tuple] = [
        (
            *(rule.programme, IN_FORCE, 0, *words, None, rule.basis),
            *("assumed", None, False, _facts(checked, IN_FORCE), None, None),
        )
    ]
    for at, (name, each) in enumerate(rule.criteria.items(), start=1):
        condition = one_line(checked.judgements[name].condition, str)
        citation = (each.basis, each.status, each.source, each.contestable)
        says = over_time(each.says, rule)
        shown = (at, says.id, says.en, condition, *citation, _facts(checked, name))
        rows.append((rule.programme, name, *shown, each.valid_from, each.valid_to))
    return rows


def _facts(checked: CheckedRule, name: str) -> str:
    """The facts that a criterion reads, as one text."""
    return ", ".join(map(str, seen_by(checked, name)))


def _components(checked: CheckedRule) -> list[tuple]:
    """The components of a rule."""
    found = getattr(checked.rule.benefit, "components", {})
    says = {name: over_time(each.says, checked.rule) for name, each in found.items()}
    return [
        (
            *(checked.programme, name, says[name].id, says[name].en),
            *(one_line(checked.amounts[f"{name}.when"], str), each.basis, each.status, each.source),
        )
        for name, each in found.items()
    ]


def _parameters(checked: CheckedRule) -> list[tuple]:
    """The values of a rule's parameters, each with the day on which the next begins."""
    rows: list[tuple] = []
    for name, parameter in checked.rule.parameters.items():
        days = sorted(parameter.values)
        for day, end in zip(days, [*days[1:], None], strict=True):
            value = parameter.values[day]
            if value is None or value_on(parameter, day) is None:
                continue
            citation = (value.status, value.source, value.basis, value.review_by)
            shown = str(value.value).lower() if isinstance(value.value, bool) else value.value
            rows.append((checked.programme, name, parameter.unit, day, end, shown, *citation))
    return rows


def overlap_rows(book: Book) -> list[dict[str, object]]:
    """The rows of the seed overlap_rule by the names of its columns."""
    return [dict(zip(COLUMNS["overlap_rule"], row, strict=True)) for row in _overlaps(book)]


def _overlaps(book: Book) -> list[tuple]:
    """The overlap rules, and after them the findings that are always looked for."""
    rows: list[tuple] = []
    for name, each in book.overlaps.overlaps.items():
        says = of_overlap(each)
        limit = (each.at_most.value, each.at_most.counts) if each.at_most else (None, None)
        for pair in each.pairs():
            (one, _, part), (other, _, other_part) = ((side or "").partition(":") for side in pair)
            rows.append(
                (
                    *(name, each.kind, each.scope, one, part or None),
                    *(other or None, other_part or None),
                    *(each.valid_from, each.valid_to, each.stays(), says.id, says.en),
                    *(each.basis, each.status, each.source, each.review_agency),
                    *(each.expects, each.allowed_if, *limit),
                )
            )
    for name, each in book.overlaps.always.items():
        rows.append(
            (
                *(name, "data", each.scope, *[None] * 7, each.says.id, each.says.en),
                *(each.basis, each.status, each.source, each.review_agency, *[None] * 4),
            )
        )
    return rows
