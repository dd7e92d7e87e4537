"""What Spark lacks is told in one sentence, before dbt or Java say it in many."""

from pathlib import Path

import pytest

from selaras.errors import ExitCode, Refusal
from selaras.spark.ready import refuse_unready
from selaras.workspace import Workspace


@pytest.fixture(autouse=True)
def spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Spark is said to be: of it only the file that tells where Java is."""
    for name in ("JAVA_HOME", "SPARK_CONF_DIR", "SPARK_ENV_LOADED"):
        monkeypatch.delenv(name, raising=False)
    told = tmp_path / "spark/bin/load-spark-env.sh"
    told.parent.mkdir(parents=True)
    told.write_text('if [ -n "$SPARK_CONF_DIR" ]; then . "$SPARK_CONF_DIR/spark-env.sh"; fi\n')
    return told.parent.parent


def java(folder: Path, version: str) -> Path:
    """A folder of Java that tells that version, as Java does, on its second channel."""
    program = folder / "bin/java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2026-01-01' >&2\n")
    program.chmod(0o755)
    return folder


@pytest.mark.parametrize("version", ["17", "17.0.16", "21.0.4", "23.0.1"])
def test_a_java_that_spark_knows_will_do(
    version: str, spark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path / "jdk", version)))
    refuse_unready(Workspace(tmp_path / "a home's ä"), spark)


@pytest.mark.parametrize(("version", "found"), [("1.8.0_402", "8"), ("11.0.2", "11"), ("25", "25")])
def test_another_java_is_named(
    version: str, found: str, spark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java(tmp_path / "jdk", version)))
    with pytest.raises(Refusal, match=f"17 .* 23.* Java {found}:") as refused:
        refuse_unready(Workspace(tmp_path), spark)
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED


def test_no_java_is_told_before_spark_asks_for_it_again_and_again(
    spark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    with pytest.raises(Refusal, match="JAVA_HOME") as refused:
        refuse_unready(Workspace(tmp_path), spark)
    assert refused.value.key == "spark.no_java"


def test_java_may_be_told_by_the_settings_of_a_cluster(
    spark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = java(tmp_path / "jdk", "17.0.16")
    (tmp_path / "spark-env.sh").write_text(f"export JAVA_HOME='{there}'\n")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    refuse_unready(Workspace(tmp_path / "home"), spark)


def test_settings_that_are_not_there_are_not_passed_over(
    spark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path / "cluster"))
    with pytest.raises(Refusal, match="SPARK_CONF_DIR") as refused:
        refuse_unready(Workspace(tmp_path), spark)
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED


@pytest.mark.parametrize("sign", "[{*;")
def test_a_home_that_spark_would_take_for_a_pattern_is_refused(
    sign: str, spark: Path, tmp_path: Path
) -> None:
    with pytest.raises(Refusal) as refused:
        refuse_unready(Workspace(tmp_path / f"home{sign}"), spark)
    assert refused.value.values["sign"] == sign
