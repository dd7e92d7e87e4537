"""A page on every list that agencies send, from its contract and the committed sample."""

import duckdb

from selaras.lists.contracts import Contract
from selaras.lists.grammar import Column, Payments, Register
from selaras.rules.check.book import Book
from selaras.rules.check.entitlements import suppliers
from selaras.rules.write.pages.markdown import code, plain, table
from selaras.workspace import PROJECT, as_pattern

FORMS = {"csv": "text with `{delimiter}` between columns, {encoding}", "workbook": "Excel workbook"}
KINDS = {
    "payments": "who is on the list of a programme, and what is paid",
    "register": "who people and families are",
    "facts": "something that is known of people",
    "decisions": "what people decided about results",
}
EXAMPLES = 3


def list_pages(book: Book) -> dict[str, str]:
    """The text of every page by its path in the English tree."""
    return {f"files/{each.identifier}.md": _page(each, book) for each in book.contracts}


def list_table(book: Book) -> str:
    """A table of all lists: what each is called, from whom, and how its files are named."""
    rows = [
        (
            f"[{code(f'{each.source}.{each.table}')}]({each.identifier}.md)",
            _sender(each, book),
            code(each.meta.pattern),
            KINDS[each.meta.kind],
        )
        for each in book.contracts
    ]
    return table(("list", "from", "file", "tells"), rows)


def _page(contract: Contract, book: Book) -> str:
    """One list."""
    meta, freshness = contract.meta, contract.freshness
    form = FORMS[meta.form].format(delimiter=meta.delimiter, encoding=meta.encoding.upper())
    facts = [
        ("From", _sender(contract, book)),
        ("Tells", KINDS[meta.kind]),
        ("Named", code(meta.pattern)),
        ("Form", form),
        ("Replaces", _replaced(contract)),
        ("Stale after", f"{freshness.warn_after.count} days"),
        ("Too old after", f"{freshness.error_after.count} days: nothing is published then"),
    ]
    if isinstance(meta, Payments | Register) and contract.programmes:
        facts.append(("Programmes", ", ".join(code(each) for each in contract.programmes)))
    parts = [
        f"# {contract.source}.{contract.table}\n",
        f"{plain(contract.description)}\n",
        table(("", ""), facts),
        "## Columns\n",
        "The usual heading first, then other headings that are understood. Capital letters, blanks"
        " and order do not matter. A file without a *needed* column is refused.\n",
        table(("heading", "needed", "tells"), [_column(each) for each in contract.columns]),
        _example(contract),
        f"In the warehouse: `{contract.model}`. The contract: {code(contract.text.file)}.\n",
    ]
    return "\n".join(parts)


def _sender(contract: Contract, book: Book) -> str:
    """The agency that sends it; answers come from every agency."""
    agency = suppliers(book.contracts, book.register).get(contract.source)
    return plain(book.register.agencies[agency].title.en) if agency else "every agency"


def _replaced(contract: Contract) -> str:
    """Which file of before a new one takes the place of."""
    key = contract.meta.snapshot_key
    if not key or key == ["yyyymmdd"]:
        return "the file before it"
    return f"the file before it with the same {', '.join(code(each) for each in key)}"


def _column(column: Column) -> tuple[str, str, str]:
    """One column of the file."""
    meta = column.config.meta
    headings = ", ".join(code(each) for each in meta.headers)
    says = [plain(column.description)]
    if meta.rupiah:
        says.append(f"Rp {meta.rupiah.from_:,} to Rp {meta.rupiah.to:,}; anything else is unknown.")
    return headings, "needed" if meta.required else "", " ".join(says)


def _example(contract: Contract) -> str:
    """The first rows of the list in the committed sample, column by column; nothing without one."""
    found = _sampled(contract)
    if not found:
        return ""
    headings = [each.config.meta.headers[0] for each in contract.columns]
    columns = ("heading", *(f"row {at}" for at in range(1, len(found) + 1)))
    rows = [
        (code(heading), *(code(row[at]) if row[at] else "" for row in found))
        for at, heading in enumerate(headings)
        if any(row[at] for row in found)
    ]
    intro = (
        "## Example\n\nInvented rows, turned on their side; columns that are empty in all of them"
        " are left out.\n"
    )
    return f"{intro}\n{table(columns, rows)}"


def _sampled(contract: Contract) -> list[tuple[str | None, ...]]:
    """The first rows of the committed sample as they were landed; none where it has none."""
    folder = PROJECT / "data/sample/landing" / contract.source / contract.table
    if not list(folder.glob("*/*.parquet")):
        return []
    wanted = ", ".join(f'"{each.name}"' for each in contract.columns)
    with duckdb.connect() as connection:
        return connection.execute(
            f"select {wanted} from read_parquet(?) order by file, line limit {EXAMPLES}",
            [f"{as_pattern(folder)}/*/*.parquet"],
        ).fetchall()
