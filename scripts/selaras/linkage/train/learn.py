"""Learning m and u probabilities with Splink, the same from the same data and seed."""

from collections.abc import Callable
from importlib.metadata import version

import duckdb
from splink import DuckDBAPI, Linker
from splink.internals.splink_dataframe import SplinkDataFrame

from selaras.linkage.compile.queries import plain_sql
from selaras.linkage.grammar.linkage_book import LinkageBook, LinkageModel
from selaras.linkage.grammar.weights import Linkage
from selaras.linkage.train.settings import Probabilities, learnt_from, settings_of, training_blocks

SHARE = 0.95  # to begin with; how many have a counterpart is learnt last
# Splink puts the table whose name comes first on the left.
LISTED, KNOWN = "a_listed", "b_known"


def learn(
    connection: duckdb.DuckDBPyConnection,
    book: LinkageBook,
    told: Callable[[str], None] = lambda _: None,
    link_type: str = "link_only",
) -> Probabilities:
    """Learn from tables `a_listed` (record_id and the fields) and `b_known` (known_id and they).

    First what strangers have in common (u), from random pairs; then what errors people make
    (m), by expectation maximisation over the pairs that the book names. A level that no stranger
    had gets half a case.
    """
    connection.execute("set threads = 1")
    records, people = (_count(connection, table) for table in (LISTED, KNOWN))
    pairs = min(book.training.random_pairs, max(records * people, 2))
    least_m, least_u = book.training.least_m, 0.5 / pairs
    linker = _linker(connection, book, link_type, people, None)
    linker.training.estimate_u_using_random_sampling(
        max_pairs=pairs, seed=book.training.seed, min_count_per_level=None, num_chunks=1
    )
    learnt = learnt_from(book, _model(linker), least_m, least_u)
    told("u")
    linker = _linker(connection, book, link_type, people, learnt)
    for block in training_blocks(book):
        linker.training.estimate_parameters_using_expectation_maximisation(
            block, estimate_without_term_frequencies=True
        )
        told(block)
    return learnt_from(book, _model(linker), least_m, least_u)


def splink_sides(api: DuckDBAPI, book: LinkageBook, link_type: str) -> list[SplinkDataFrame]:
    """The two tables as Splink takes them; the second alone where duplicates are looked for."""
    names = {LISTED: "record_id", KNOWN: "known_id"}
    if link_type == "dedupe_only":
        del names[LISTED]
    sides = []
    for table, key in names.items():
        api.duckdb_con.execute(
            f"create or replace view {table}_in as"
            f" select {key} as unique_id, {', '.join(book.fields)} from {table}"
        )
        sides.append(api.register(f"{table}_in", dataset_display_name=f"{table}_side"))
    return sides


def _linker(
    connection: duckdb.DuckDBPyConnection,
    book: LinkageBook,
    link_type: str,
    people: int,
    learnt: Probabilities | None,
) -> Linker:
    """A linker that knows what is learnt so far."""
    settings = settings_of(book, link_type, SHARE / people, learnt)
    sides = splink_sides(DuckDBAPI(connection=connection), book, link_type)
    return Linker(sides, settings, log_level=None)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table has."""
    found = connection.execute(f"select count(*) from {table}").fetchone()
    return int(found[0]) if found else 0


def _model(linker: Linker) -> dict[str, object]:
    """What a linker knows, as plain data."""
    return linker.misc.save_model_to_json()


def learn_model(
    connection: duckdb.DuckDBPyConnection,
    book: LinkageBook,
    told: Callable[[str], None] = lambda _: None,
) -> LinkageModel:
    """The model to be kept; which share of list rows has a counterpart its own scores tell.

    `a_listed` has a column `stage` too: many members of the national register are rightly
    nobody of the civil registry, and only rows of lists tell the share.
    """
    learnt = learn(connection, book, told)
    model = _kept(connection, book, learnt, SHARE)
    scored = found_share(connection, Linkage(book, model, ()))
    share = min(max(scored, 0.01), 0.99)
    return _kept(connection, book, learnt, round(share, 4))


def found_share(connection: duckdb.DuckDBPyConnection, linkage: Linkage) -> float:
    """The mean of the best score of every list record: how many are likely to be found."""
    pairs, scores = plain_sql(linkage, LISTED, KNOWN)
    connection.execute(f"create or replace temp table pair as {pairs}")
    found = connection.execute(
        f"select avg(coalesce(best, 0)) from {LISTED} left join"
        f" (select record_id, max(score) as best from ({scores}) group by record_id)"
        f" using (record_id) where stage = 'list'"
    ).fetchone()
    return float(found[0] or 0) if found else 0.0


def _kept(
    connection: duckdb.DuckDBPyConnection, book: LinkageBook, learnt: Probabilities, share: float
) -> LinkageModel:
    """What was learnt, with what it was learnt from."""
    return LinkageModel(
        splink=version("splink"),
        seed=book.training.seed,
        records=_count(connection, LISTED),
        people=_count(connection, KNOWN),
        counterpart_share=share,
        comparisons=learnt,
    )
