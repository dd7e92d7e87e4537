"""The rule book put to the test by its own examples: what they come to, show and tell apart."""

from selaras.rules.trial.verdicts import Failure, Trial, try_rules

__all__ = ["Failure", "Trial", "try_rules"]
