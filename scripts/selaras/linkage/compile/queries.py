"""The compiled queries of linkage as plain DuckDB SQL, without dbt."""

from selaras.linkage.compile.files import linkage_macros
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT


def plain_sql(linkage: Linkage, listed: str, known: str, pair: str = "pair") -> tuple[str, str]:
    """The query of the pairs of two tables, and the query that scores them from table `pair`."""
    renderer = Renderer(PROJECT, linkage_macros(linkage).values())
    return (
        renderer.render(f"{{{{ pairs_of('{listed}', '{known}') }}}}"),
        renderer.render(f"{{{{ scores_of('{pair}', '{listed}', '{known}', '{known}') }}}}"),
    )


def plain_self_score(linkage: Linkage, records: str, people: str, everybody: str) -> str:
    """The query that scores every record against an identical copy of itself."""
    itself = f"(select record_id, record_id as known_id from {records})"
    copies = f"(select *, record_id as known_id from {records})"
    call = f"scores_of('{itself}', '{records}', '{people}', '{everybody}', '{copies}')"
    return Renderer(PROJECT, linkage_macros(linkage).values()).render(f"{{{{ {call} }}}}")
