"""Reading what the page shows from the warehouse."""

from collections.abc import Iterator

import duckdb

from selaras.linkage.compile.files import STAGES
from selaras.linkage.grammar.linkage_book import Words
from selaras.linkage.grammar.weights import Linkage
from selaras.linkage.report.evaluation import SQL
from selaras.linkage.report.facts import METHODS, Example, Facts, Level, Step
from selaras.linkage.report.page_words import words
from selaras.linkage.report.unlinkable import unlinkables
from selaras.messages import language
from selaras.warehouse import Row, rows

WIDTH = 2  # of a bar of weights, in powers of two
QUERIES = {
    "built": "select max(linkage_digest) as digest, max(batch_date) as as_of from identity.match",
    "records": "select "
    + " + ".join(f"(select count(*) from identity.{each}_record)" for each in STAGES),
    "queued": "select count(distinct (stage, record_id)) as records from pair"
    " where outcome = 'queued'",
    "attached": "select stage, count(distinct record_id) as records from pair"
    " where outcome = 'attached' group by all order by all",
    "weights": f"select outcome, cast(floor(match_weight / {WIDTH}) * {WIDTH} as integer)"
    " as weight, count(*) as pairs from pair group by all order by all",
    "blocks": "from ("
    + " union all ".join(f"from identity.{each}_block" for each in STAGES)
    + ") order by list_position(['list', 'member', 'family'], linkage_stage),"
    " pairs desc, blocking_rule",
    "methods": "select source || '.' || table_name as name, count(*) as rows, "
    + ", ".join(f"count(*) filter (where match_method = '{each}') as {each}" for each in METHODS)
    + " from identity.match group by all order by all",
}


def gather(connection: duckdb.DuckDBPyConnection, linkage: Linkage) -> Facts:
    """Read all of it."""
    pair = (SQL / "pair.sql").read_text(encoding="utf-8")
    connection.execute(f"create or replace temp table pair as {pair}")
    figures, model = linkage.book.thresholds, linkage.learnt
    built = _read(connection, "built")[0]
    return Facts(
        digest=linkage.digest,
        built_with=str(built["digest"]),
        as_of=str(built["as_of"]),
        splink=model.splink,
        learnt_from=(model.records, model.people),
        match=figures.match.value,
        review=figures.review.value,
        lead=figures.lead.value,
        largest_block=linkage.book.largest_block,
        levels=tuple(_levels(connection, linkage)),
        examples=tuple(_examples(connection, linkage)),
        unlinkables=unlinkables(connection, linkage),
        weights=tuple(_read(connection, "weights")),
        blocks=tuple(_read(connection, "blocks")),
        methods=tuple(_read(connection, "methods")),
        records=_count(connection, "records"),
        attached_records={
            str(row["stage"]): int(str(row["records"])) for row in _read(connection, "attached")
        },
        queued_records=_count(connection, "queued"),
    )


def _read(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    """The rows of one of the queries above."""
    return rows(connection, QUERIES[name])


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """The only figure of one of the queries above."""
    return int(str(next(iter(_read(connection, name)[0].values()))))


def _levels(connection: duckdb.DuckDBPyConnection, linkage: Linkage) -> Iterator[Level]:
    """Every level as it was learnt, and how heavy it was in the pairs that were scored."""
    for name, comparison in linkage.book.comparisons.items():
        met = {
            str(row["level"]): row
            for row in rows(
                connection,
                f"select {name}_level as level, count(*) as pairs, "
                f" cast(min({name}_weight) as double) as lightest,"
                f" cast(max({name}_weight) as double) as heaviest from pair group by all",
            )
        }
        for level, each in comparison.levels.items():
            learnt, seen = linkage.learnt.comparisons[name][level], met.get(level, {})
            yield Level(
                comparison=name,
                comparison_words=_in_words(comparison.says),
                level=level,
                words=_in_words(each.says),
                m=learnt.m,
                u=learnt.u,
                is_of_rarity=each.rarity_of is not None,
                lightest=seen.get("lightest"),  # type: ignore[arg-type]
                heaviest=seen.get("heaviest"),  # type: ignore[arg-type]
                pairs=int(str(seen.get("pairs", 0))),
            )


def _examples(connection: duckdb.DuckDBPyConnection, linkage: Linkage) -> Iterator[Example]:
    """Three pairs to learn from, as far as there are such."""
    sql = (SQL / "example.sql").read_text(encoding="utf-8")
    for row in rows(connection, sql, {"match": linkage.book.thresholds.match.value}):
        steps = [Step(words("prior"), "", float(str(row["prior_weight"])))]
        for name, comparison in linkage.book.comparisons.items():
            level = comparison.levels.get(str(row[f"{name}_level"]))
            told = _in_words(level.says) if level else words("missing")
            steps.append(Step(_in_words(comparison.says), told, float(str(row[f"{name}_weight"]))))
        yield Example(
            kind=str(row["example"]),
            candidate_id=str(row["candidate_id"]),
            has_required=bool(row["has_required"]),
            weight=float(str(row["match_weight"])),
            score=float(str(row["score"])),
            steps=tuple(steps),
        )


def _in_words(text: Words) -> str:
    """Words of the rule book in the language in use."""
    return text.id if language() == "id" else text.en
