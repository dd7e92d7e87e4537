"""A session of Spark as the profile sets it up, on two cores of this machine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pyspark.sql import SparkSession

from selaras.spark.session import open_session
from selaras.workspace import PROJECT

SMALL = Path(__file__).parent / "small"
os.environ["SPARK_CONF_DIR"] = str(SMALL)  # also for the builds that tests start


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """The session that dbt would open, with its tables in a folder of the tests."""
    profile = yaml.safe_load((PROJECT / "profiles.yml").read_text("utf-8"))
    settings = dict(profile["selaras"]["outputs"]["spark"]["server_side_parameters"])
    home = tmp_path_factory.mktemp('rumah o\'brien "ä" #2 %41 ')  # as people call folders
    settings["spark.sql.warehouse.dir"] = str(home / "spark")
    settings["spark.sql.catalogImplementation"] = "in-memory"
    session = open_session(settings)
    yield session
    session.stop()
