"""Run SQL scripts in one DuckDB file, with another one attached to read: the child of rules.py.

python run_sql.py FILE TOWN SETTINGS SCRIPT...   (TOWN may be - for none)
"""

import json
import sys
from pathlib import Path

import duckdb
from meter import Meter


def main() -> None:
    """Open the file, run each script, write everything to disk; report what that used."""
    file, town, settings, *scripts = sys.argv[1:]
    texts = [Path(script).read_text(encoding="utf-8") for script in scripts]
    db = duckdb.connect(file, config=json.loads(settings))
    if town != "-":
        db.execute(f"attach '{town}' as town (read_only)")
        # New tables go to the first place, names are looked for in both.
        db.execute(f"set search_path = '{db.sql('select current_catalog()').fetchone()[0]},town'")
    meter = Meter()
    last = None
    for text in texts:
        last = db.execute(text)
    found = last.fetchall()
    db.execute("checkpoint")
    meter.stop()
    meter.report(found=[list(row) for row in found])


if __name__ == "__main__":
    main()
