"""Whether a build is asked for on Spark, and what has to be there for it."""

from itertools import pairwise

from selaras.errors import ExitCode, Refusal

TARGET = "spark"
SELECTS = {"--select", "-s", "--models", "-m"}


def prepare(arguments: list[str]) -> None:
    """Let dbt hand statements to Spark where its arguments name that target.

    Refused where Spark is not installed, and where no part is named: that a whole build comes
    through from end to end is not proven (docs/nation.md).
    """
    named = f"--target={TARGET}" in arguments
    if not named and ("--target", TARGET) not in pairwise(arguments):
        return
    if not SELECTS.intersection(each.partition("=")[0] for each in arguments):
        raise Refusal(ExitCode.USAGE, "spark.whole")
    try:
        from selaras.spark.seam import install
    except ImportError as error:
        raise Refusal(ExitCode.INPUT_REFUSED, "spark.missing", package=error.name) from error
    install()
