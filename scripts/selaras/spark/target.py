"""Whether a build is asked for on Spark, and what has to be there for it."""

from itertools import pairwise

from selaras.errors import ExitCode, Refusal

TARGET = "spark"


def prepare(arguments: list[str]) -> None:
    """Let dbt hand statements to Spark where its arguments name that target.

    Refused where Spark is not installed.
    """
    named = f"--target={TARGET}" in arguments
    if not named and ("--target", TARGET) not in pairwise(arguments):
        return
    try:
        from selaras.spark.seam import install
    except ImportError as error:
        raise Refusal(ExitCode.INPUT_REFUSED, "spark.missing", package=error.name) from error
    install()
