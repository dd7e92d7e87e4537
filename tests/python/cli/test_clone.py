"""A fresh clone builds by itself, because the committed sample is there as landed."""

import subprocess
import sys
from pathlib import Path

import duckdb

from selaras.landing import land
from selaras.workspace import PROJECT, Workspace

SAMPLE = PROJECT / "data" / "sample"
LEDGER = "from read_parquet('{}/ledger/*/*.parquet', hive_partitioning = false) order by all"


def test_the_landed_sample_is_the_sample(tmp_path: Path) -> None:
    landing = Workspace.at(tmp_path).landing
    land(SAMPLE, Workspace.at(tmp_path))
    ledgers = [duckdb.sql(LEDGER.format(path)).fetchall() for path in (SAMPLE / "landing", landing)]
    assert ledgers[0] == ledgers[1], "run `make landed-sample`"


def test_dbt_alone_builds_from_another_folder(tmp_path: Path) -> None:
    dbt = Path(sys.executable).parent / "dbt"
    where = ["--project-dir", PROJECT, "--profiles-dir", PROJECT]
    aside = ["--target-path", tmp_path / "target", "--log-path", tmp_path / "logs"]
    quick = ["--resource-type", "seed", "--resource-type", "model"]
    found = subprocess.run(
        [dbt, "build", *where, *aside, *quick],
        cwd=tmp_path,
        env={"SELARAS_HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout[-2000:]
    assert "ERROR=0" in found.stdout
