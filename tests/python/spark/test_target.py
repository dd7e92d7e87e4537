"""A build on Spark is refused in one sentence where Spark is not installed, and only there."""

import sys

import pytest

from selaras.errors import ExitCode, Refusal
from selaras.spark.target import prepare


@pytest.mark.parametrize("named", [["--target", "spark"], ["--target=spark"]])
def test_a_build_on_spark_is_refused_without_spark(
    named: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "selaras.spark.seam", raising=False)
    monkeypatch.setitem(sys.modules, "dbt.adapters.spark", None)
    with pytest.raises(Refusal) as refused:
        prepare(["--select", "as_of", *named])
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED
    assert "requirements-spark.txt" in str(refused.value)


def test_a_whole_build_on_spark_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        prepare(["--target", "spark", "--full-refresh"])
    assert refused.value.exit_code == ExitCode.USAGE
    assert "--select" in str(refused.value)


def test_any_other_build_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selaras.spark.seam", None)
    prepare(["--select", "spark"])
    prepare(["--target", "dev"])
