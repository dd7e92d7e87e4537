"""What a publication says about itself: enough to rebuild it and to trace any figure."""

from dataclasses import asdict
from pathlib import Path

import duckdb

from selaras import __version__
from selaras.landing.key import SAMPLE_KEY
from selaras.publish.tables import Table
from selaras.versions import commit, digest, rule_digest
from selaras.warehouse import Row, rows
from selaras.workspace import PROJECT

INPUTS = """
    select
        cast(snapshot_file.batch_date as varchar) as batch_date,
        snapshot_file.source || '.' || snapshot_file.table_name as source,
        ledger.file,
        ledger.rows_accepted,
        ledger.sha256

    from ops.snapshot_file as snapshot_file
    inner join landing.ledger as ledger
        on snapshot_file.file_id = ledger.file_id
    where snapshot_file.is_in_force
    order by all
"""
ACCEPTED = """
    select * exclude (as_of_date) replace (cast(batch_date as varchar) as batch_date)
    from marts.mart_acceptance
    order by all
"""


def describe(
    connection: duckdb.DuckDBPyConnection, tables: list[Table], spelt: str, project: Path
) -> dict[str, object]:
    """The manifest; it holds no time of day, so that the same run gives the same text.

    `spelt` is the digest of the dictionary, which belongs to the content as every table does.
    """
    (as_of,) = connection.execute("select as_of_date from ops.as_of").fetchone()
    (is_sample_key,) = connection.execute(
        "select pseudonym_key = ? from landing.pseudonym_key", [SAMPLE_KEY]
    ).fetchone()
    inputs: list[Row] = rows(connection, INPUTS)
    return {
        "as_of_date": as_of.isoformat(),
        "content": digest([*(table.sha256 for table in tables), spelt]),
        "rule_digest": rule_digest(project),
        "code_version": __version__,
        "code_commit": commit(PROJECT),
        "pseudonym_key": "the public sample key" if is_sample_key else "kept secret",
        "drops": sorted({each["batch_date"] for each in inputs}),
        "acceptances": rows(connection, ACCEPTED),
        "tables": [asdict(table) for table in tables],
        "inputs": inputs,
    }
