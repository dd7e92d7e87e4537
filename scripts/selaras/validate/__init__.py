"""Checks of what was built that share nothing with what built it.

Each check is a query over the warehouse and the landed files that returns one row per
violation: subject, observed, expected. No row means that the check holds.
"""

from selaras.errors import ExitCode, Refusal
from selaras.validate import bounds
from selaras.validate.check import Check, Violation
from selaras.validate.run import validate
from selaras.validate.words import refuse_unknown_words

__all__ = [
    "Check",
    "Violation",
    "bounds",
    "refuse_failed",
    "refuse_unfit",
    "refuse_unknown_words",
    "validate",
]


def refuse_failed(checks: list[Check]) -> None:
    """Stop when a check failed, naming the failed ones."""
    failed = [check.name for check in checks if not check.passed]
    if failed:
        raise Refusal(ExitCode.VALIDATION_FAILED, "validate.failed", checks=", ".join(failed))


def refuse_unfit(checks: list[Check]) -> None:
    """The same, but for jumps of row counts, which a person may say are meant."""
    refuse_failed([check for check in checks if check.name != bounds.NAME])
