"""The compiled models of linkage as plain DuckDB queries, without dbt."""

from selaras.linkage.compile.block_sql import pair_model
from selaras.linkage.compile.score_sql import score_model
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT


def plain_sql(linkage: Linkage, listed: str, known: str, pair: str = "pair") -> tuple[str, str]:
    """The query of the pairs of two tables, and the query that scores them from table `pair`."""
    renderer = Renderer(PROJECT)
    return (
        renderer.render(pair_model(linkage, listed, known)),
        renderer.render(score_model(linkage, pair, listed, known, known)),
    )


def plain_self_score(linkage: Linkage, records: str, people: str, everybody: str) -> str:
    """The query that scores every record against an identical copy of itself."""
    itself = f"(select record_id, record_id as known_id from {records})"
    copies = f"(select *, record_id as known_id from {records})"
    return Renderer(PROJECT).render(
        score_model(linkage, itself, records, people, everybody, copies)
    )
