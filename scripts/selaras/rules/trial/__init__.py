"""The rule book put to the test by its own examples: what they come to, show and tell apart."""

from selaras.rules.trial.coverage import Shown
from selaras.rules.trial.mutants import Mutant
from selaras.rules.trial.run_examples import Failure, Trial
from selaras.rules.trial.survivors import Hunt, hunt
from selaras.rules.trial.try_book import Tried, try_book

__all__ = ["Failure", "Hunt", "Mutant", "Shown", "Trial", "Tried", "hunt", "try_book"]
