"""The data dictionary as pages: what `dictionary.csv` says, a page for each published table."""

from selaras.publish.tables import published_words
from selaras.publish.words import ColumnWords, TableWords
from selaras.rules.write.pages.markdown import code, plain, table
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace


def dictionary_pages(workspace: Workspace) -> dict[str, str]:
    """The text of every page by its path in the English tree; the warehouse has to be built."""
    with open_warehouse(workspace) as connection:
        words = published_words(connection)
    pages = {f"dictionary/{name}.md": _page(each) for name, each in words.items()}
    return pages | {"dictionary/index.md": _index(words)}


def _index(words: dict[str, TableWords]) -> str:
    """All tables, each with its sentence."""
    rows = [(f"[{code(name)}]({name}.md)", plain(each.says)) for name, each in words.items()]
    intro = (
        "# Data dictionary\n\nEvery published table and column, as `publish/current/dictionary.csv`"
        " and the comments in the published database say. Who may read which table stands in"
        " [data protection](../data-protection.md); what to ask of them, in"
        " [questions](../questions.md).\n\nFrom lists to marts, with SQL, tests and lineage:"
        ' <a href="../dbt/index.html">the documentation of dbt</a> (one file of 11 MB).\n'
    )
    return f"{intro}\n{table(('table', 'holds'), rows)}"


def _page(words: TableWords) -> str:
    """One table."""
    rows = [_column(each) for each in words.columns]
    columns = ("column", "type", "key", "says", "codes")
    return f"# {words.name}\n\n{plain(words.says)}\n\n{table(columns, rows)}"


def _column(column: ColumnWords) -> tuple[str, ...]:
    """One column; a fact of the rule book is called as people call it."""
    titles = " / ".join(each for each in (column.title_indonesian, column.title_english) if each)
    says = plain(column.says) + (f" *{plain(titles)}*" if titles else "")
    key = "key" if column.is_key else ""
    return code(column.name), column.data_type, key, says, column.code_list
