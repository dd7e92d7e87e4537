"""The rule book put to the test by its own examples: what they come to, show and tell apart."""

from selaras.rules.trial.book import Tried, try_book
from selaras.rules.trial.coverage import Shown
from selaras.rules.trial.mutants import Mutant
from selaras.rules.trial.survivors import Hunt, hunt
from selaras.rules.trial.verdicts import Failure, Trial

__all__ = ["Failure", "Hunt", "Mutant", "Shown", "Trial", "Tried", "hunt", "try_book"]
