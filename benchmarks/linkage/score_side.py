"""Score the pairs of one folder in one way and write them: the child of febrl.py.

python score_side.py ours|splink|splink_as_it_comes FOLDER LINK_TYPE
"""

import logging
import sys
from functools import partial
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker

sys.path.insert(0, str(Path(__file__).parents[1] / "rules"))
from meter import Meter

from selaras.linkage.compile.queries import plain_sql
from selaras.linkage.grammar.read_linkage import BOOK, MODEL, read_linkage
from selaras.linkage.grammar.weights import Linkage
from selaras.linkage.train.learn import KNOWN, LISTED, splink_sides
from selaras.linkage.train.settings import settings_of
from selaras.rules.read.problems import Problems


def read(folder: Path, needs_model: bool = True) -> Linkage:
    """linkage.yml and its model, by the reader of the project."""
    problems = Problems()
    digests = {name: "" for name in (BOOK, MODEL)}
    linkage = read_linkage(folder, digests, problems, needs_model)
    problems.refuse()
    assert linkage is not None
    return linkage


def load(db: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Both sides in memory; Splink writes beside what it reads."""
    db.execute(f"attach '{folder / 'records.duckdb'}' as kept (read_only)")
    for table in (LISTED, KNOWN):
        db.execute(f"create table {table} as from kept.{table}")


def ours(db: duckdb.DuckDBPyConnection, linkage: Linkage, link_type: str) -> Meter:
    """The compiled queries, into the tables pair and scored."""
    once = " where record_id < known_id" if link_type == "dedupe_only" else ""
    meter = Meter()
    pairs, scores = plain_sql(linkage, LISTED, KNOWN)
    db.execute(f"create temp table pair as select * from ({pairs}){once}")
    db.execute(f"create temp table scored as {scores}")
    meter.stop()
    return meter


def splink(
    db: duckdb.DuckDBPyConnection, linkage: Linkage, link_type: str, shared: bool = True
) -> Meter:
    """Splink's predict with the same probabilities and prior; `shared`: shares of values too."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    meter = Meter()
    api = DuckDBAPI(connection=db)
    sides = splink_sides(api, linkage.book, link_type)
    linker = Linker(sides, _settings(db, linkage, link_type), log_level=None)
    for field in linkage.rarities if shared else []:
        db.execute(
            f"create temp table {field}_share as select {field}, count(*)"
            f" / (select cast(count(*) as double) from {KNOWN}) as tf_{field}"
            f" from {KNOWN} where {field} is not null group by {field}"
        )
        linker.table_management.register_term_frequency_lookup(
            api.register(f"{field}_share"), field
        )
    predicted = linker.inference.predict()
    meter.stop()
    db.execute(
        "create temp table scored as select unique_id_l as record_id, unique_id_r as known_id,"
        f" match_weight, match_probability as score from {predicted.physical_name}"
    )
    return meter


def _settings(db: duckdb.DuckDBPyConnection, linkage: Linkage, link_type: str) -> dict[str, object]:
    """Settings with what is learnt; the prior is that of our SQL."""
    people = db.sql(f"select count(*) from {KNOWN}").fetchone()
    prior = linkage.learnt.counterpart_share / people[0]
    # Ours are odds, Splink's a probability.
    creator = settings_of(linkage.book, link_type, prior / (1 + prior))
    settings = creator.create_settings_dict("duckdb")
    for comparison in settings["comparisons"]:
        learnt = linkage.learnt.comparisons[comparison["output_column_name"]]
        for level in comparison["comparison_levels"]:
            if found := learnt.get(level["label_for_charts"]):
                level |= {"m_probability": found.m, "u_probability": found.u}
    return settings


WAYS = {"ours": ours, "splink": splink, "splink_as_it_comes": partial(splink, shared=False)}


def main() -> None:
    """Score, write the scores, report what that used."""
    side, folder, link_type = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    linkage = read(folder)
    with duckdb.connect() as db:
        load(db, folder)
        meter = WAYS[side](db, linkage, link_type)
        db.execute(
            "copy (select record_id, known_id, match_weight, score from scored)"
            f" to '{folder / side}.parquet'"
        )
        rows = db.sql("select count(*) from scored").fetchone()
    meter.report(rows=rows[0])


if __name__ == "__main__":
    main()
