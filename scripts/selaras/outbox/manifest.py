"""What a folder of the outbox says about itself: counts, files, and what it was made from."""

import json
from datetime import date
from pathlib import Path

import duckdb

from selaras import __version__
from selaras.folders import write_sums
from selaras.landing.drop import sha256
from selaras.outbox.items import Share
from selaras.versions import commit, rule_digest
from selaras.warehouse import rows
from selaras.workspace import PROJECT

# Only the agency's own files: which ones others sent is not its business.
OWN_FILES = """
    select
        ledger.source || '.' || ledger.table_name as source,
        cast(ledger.batch_date as varchar) as batch_date,
        ledger.file,
        ledger.sha256

    from landing.ledger as ledger
    inner join ops.snapshot_file as snapshot_file
        on ledger.file_id = snapshot_file.file_id
    inner join reference.supplier as supplier
        on ledger.source = supplier.source
    where snapshot_file.is_in_force and supplier.agency_id = ?
    order by all
"""
MAY_SEE = """
    select supplied_by, list(field order by field) as fields
    from reference.entitlement
    where agency_id = ?
    group by supplied_by
    order by supplied_by
"""


def write_manifest(
    connection: duckdb.DuckDBPyConnection, folder: Path, share: Share, day: date
) -> None:
    """Write the manifest and the digests of all files, as `sha256sum --check` reads them."""
    agency_id = share.agency.agency_id
    files = [
        {"name": path.name, "bytes": path.stat().st_size, "sha256": sha256(path)}
        for path in sorted(folder.iterdir())
    ]
    manifest = {
        "as_of_date": day.isoformat(),
        "agency": agency_id,
        "rows": share.rows,
        "monthly_rupiah": share.monthly_amount,
        "kinds": [
            {"kind": each.kind, "rows": each.rows, "monthly_rupiah": each.monthly_amount}
            for each in share.counts
        ],
        "files": files,
        "own_files": rows(connection, OWN_FILES, [agency_id]),
        "may_see": rows(connection, MAY_SEE, [agency_id]),
        "rule_digest": rule_digest(PROJECT),
        "code_version": __version__,
        "code_commit": commit(PROJECT),
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    write_sums(folder, {path.name: sha256(path) for path in folder.iterdir()})
