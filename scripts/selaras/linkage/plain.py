"""The compiled models of linkage as plain DuckDB queries, without dbt."""

from selaras.rules.linkage.block_sql import pair_model
from selaras.rules.linkage.book import Linkage
from selaras.rules.linkage.score_sql import score_model
from selaras.rules.trial.rendering import Renderer
from selaras.workspace import PROJECT


def plain_sql(linkage: Linkage, listed: str, known: str, pair: str = "pair") -> tuple[str, str]:
    """The query of the pairs of two tables, and the query that scores them from table `pair`."""
    renderer = Renderer(PROJECT)
    return (
        renderer.render(pair_model(linkage, listed, known)),
        renderer.render(score_model(linkage, pair, listed, known, known)),
    )
