"""How benefits go together, as a page and as the part of a programme's page."""

from selaras.rules.check.book import Book
from selaras.rules.grammar.overlaps import DataFinding, Overlap, OverlapExpectation
from selaras.rules.sql.sentences import of_overlap
from selaras.rules.write.pages.markdown import (
    BREAK,
    NOTICE,
    both,
    code,
    link,
    mark,
    plain,
    span,
    table,
)

KINDS = {
    "exclusive": "never both at one time",
    "same_purpose": "both serve one purpose; people decide",
    "complement": "go together",
    "conditional": "both only where a fact allows it",
    "segment": "one of them only",
    "sequential": "the first ends before the second begins",
    "cap": "no more than a limit",
    "info": "for information",
}
COLUMNS = ("rule", "between", "kind", "in words", "days", "status")
CITATION = "rests on, source"


def overlap_page(book: Book) -> str:
    """The text of docs/programmes/overlaps.md."""
    always = [
        (code(name), each.scope, both(each.says), mark(each.status), _citation(each))
        for name, each in book.overlaps.always.items()
    ]
    return "\n".join(
        [
            NOTICE.format(file="rules/overlaps.yml"),
            "# How programmes go together\n",
            "A finding is a proposal: people decide, and everybody can object.\n",
            overlap_rows(book),
            "## Examples\n\nEach one is a test.\n",
            table(("rule", "example", "on", "comes to"), _examples(book)),
            "## Looked for always\n",
            table(("finding", "of one", "in words", "status", CITATION), always),
            "More: [all programmes](README.md), [the grammar](../../rules/README.md).\n",
        ]
    )


def overlap_rows(book: Book, programme: str | None = None) -> str:
    """All overlap rules with their citations, or those of one programme; empty for none."""
    found = of_programme(book, programme) if programme else book.overlaps.overlaps.items()
    rows = [
        (
            *(code(name), _between(each), _kind(each), both(of_overlap(each))),
            *(span(each.valid_from, each.valid_to), mark(each.status)),
            *(() if programme else (_citation(each),)),
        )
        for name, each in found
    ]
    columns = COLUMNS if programme else (*COLUMNS, CITATION)
    return table(columns, rows) if rows else ""


def of_programme(book: Book, programme: str) -> list[tuple[str, Overlap]]:
    """The overlap rules of which a programme, or a component of it, is a side, by their names."""
    return [
        (name, each)
        for name, each in book.overlaps.overlaps.items()
        if programme in {side.partition(":")[0] for side in each.sides()}
    ]


def _examples(book: Book) -> list[tuple[object, ...]]:
    """The examples of every rule, with what each comes to."""
    return [
        (code(name), plain(example.name), example.date, _outcome(example.expect))
        for name, each in book.overlaps.overlaps.items()
        for example in each.examples
    ]


def _outcome(expect: OverlapExpectation) -> str:
    """What an example must come to."""
    if expect.gap:
        return f"a gap: {code(expect.gap)} is missing"
    if not expect.finding:
        return "no finding"
    amount = expect.monthly_amount
    return "a finding" if amount is None else f"a finding, Rp {amount:,} a month at stake"


def _between(overlap: Overlap) -> str:
    """The sides, those of one inner list together."""
    groups = [each if isinstance(each, list) else [each] for each in overlap.between]
    joint = ", " if overlap.at_most else " × "
    return joint.join(" or ".join(map(link, sides)) for sides in groups)


def _kind(overlap: Overlap) -> str:
    """The kind in words, with what its own keys say."""
    lines = [f"**{overlap.kind}**, one {overlap.scope}: {KINDS[overlap.kind]}"]
    if overlap.keep:
        lines.append(f"stays: {code(overlap.keep)}")
    if overlap.expects:
        lines.append(f"expected: {code(overlap.expects)}")
    if overlap.allowed_if:
        lines.append(f"allowed if {code(overlap.allowed_if)}")
    if overlap.at_most:
        limit = overlap.at_most
        lines.append(f"at most {limit.value:,} {limit.counts} ({mark(limit.status)})")
    return BREAK.join(lines)


def _citation(each: Overlap | DataFinding) -> str:
    """What a rule rests on and where it was found."""
    basis = plain(each.basis)
    return f"{basis}{BREAK}{plain(each.source)}" if each.source else basis
