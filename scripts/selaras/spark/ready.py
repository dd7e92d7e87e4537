"""What Spark needs before it starts: Java, its own settings where they were said to be, a home."""

import os
import re
import subprocess
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

SETTINGS = "SPARK_CONF_DIR"
FIRST, BEYOND = 17, 24  # Spark 4 asks for 17; 24 took away what Hadoop asks of Java
# Jokers of Hadoop, which it looks for in every path, and what ends a path for its catalogue.
ODD = "[{*;"
# As Spark itself finds Java: `spark-env.sh`, if there is one, may say where it is.
JAVA = '. "$0/bin/load-spark-env.sh"; exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version'
VERSION = re.compile(r'version "(?:1\.)?(\d+)')


def refuse_unready(workspace: Workspace, spark: Path) -> None:
    """Refuse what would end in Java's words, or in none; `spark` is where Spark is installed."""
    if odd := next((sign for sign in ODD if sign in str(workspace.home)), None):
        values = {"home": workspace.home, "sign": odd}
        raise Refusal(ExitCode.INPUT_REFUSED, "spark.odd_home", **values)
    settings = os.environ.get(SETTINGS)
    if settings and not Path(settings).is_dir():
        values = {"variable": SETTINGS, "folder": settings}
        raise Refusal(ExitCode.INPUT_REFUSED, "spark.no_settings", **values)
    found = _java(spark)
    if found is None or not FIRST <= found < BEYOND:
        key = "spark.no_java" if found is None else "spark.other_java"
        values = {"found": found, "first": FIRST, "last": BEYOND - 1}
        raise Refusal(ExitCode.INPUT_REFUSED, key, **values)


def _java(spark: Path) -> int | None:
    """The version of the Java that Spark would start; None where it finds none that runs."""
    told = subprocess.run(
        ["bash", "-c", JAVA, str(spark)],
        env=os.environ | {"SPARK_HOME": str(spark)},
        capture_output=True,
        text=True,
        check=False,
    )
    version = VERSION.search(told.stderr)
    return int(version[1]) if told.returncode == 0 and version else None
