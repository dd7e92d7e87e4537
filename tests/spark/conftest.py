"""A session of Spark as the profile sets it up, on two cores of this machine."""

from collections.abc import Iterator

import pytest
import yaml
from pyspark.sql import SparkSession

from selaras.spark.session import open_session
from selaras.workspace import PROJECT

# Small tables: what costs is how many tasks there are and what Spark prepares for large ones.
SMALL = {
    "spark.master": "local[2]",
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.driver.memory": "3g",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """The session that dbt would open, with its tables in a folder of the tests."""
    profile = yaml.safe_load((PROJECT / "profiles.yml").read_text("utf-8"))
    settings = profile["selaras"]["outputs"]["spark"]["server_side_parameters"] | SMALL
    settings["spark.sql.warehouse.dir"] = str(tmp_path_factory.mktemp("warehouse"))
    settings["spark.sql.catalogImplementation"] = "in-memory"
    session = open_session(settings)
    yield session
    session.stop()
