"""What a publication says about itself: enough to rebuild it and to trace any figure."""

import hashlib
from dataclasses import asdict
from pathlib import Path

import duckdb

from selaras import __version__
from selaras.landing.key import SAMPLE_KEY
from selaras.publish.tables import Table
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


def describe(connection: duckdb.DuckDBPyConnection, tables: list[Table]) -> dict[str, object]:
    """The manifest; it holds no time of day, so that the same run gives the same text."""
    (as_of,) = connection.execute("select as_of_date from ops.as_of").fetchone()
    (is_sample_key,) = connection.execute(
        "select pseudonym_key = ? from landing.pseudonym_key", [SAMPLE_KEY]
    ).fetchone()
    inputs: list[Row] = rows(connection, INPUTS)
    return {
        "as_of_date": as_of.isoformat(),
        "content": _digest([table.sha256 for table in tables]),
        "rule_digest": rule_digest(PROJECT),
        "code_version": __version__,
        "code_commit": commit(PROJECT),
        "pseudonym_key": "the public sample key" if is_sample_key else "kept secret",
        "drops": sorted({each["batch_date"] for each in inputs}),
        "tables": [asdict(table) for table in tables],
        "inputs": inputs,
    }


def rule_digest(project: Path) -> str:
    """One digest of the whole rule book as it is on disk."""
    return _digest(
        [path.name + path.read_text("utf-8") for path in sorted(project.glob("rules/*.yml"))]
    )


def commit(project: Path) -> str | None:
    """The commit that is checked out, or None outside of a clone."""
    git = project / ".git"
    head = git / "HEAD"
    if not head.exists():
        return None
    reference = head.read_text().strip()
    if not reference.startswith("ref: "):
        return reference
    name = reference.removeprefix("ref: ")
    if (git / name).exists():
        return (git / name).read_text().strip()
    packed = git / "packed-refs"
    lines = packed.read_text().splitlines() if packed.exists() else []
    return next((line.split()[0] for line in lines if line.endswith(f" {name}")), None)


def _digest(texts: list[str]) -> str:
    """The sha256 of texts in order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
