"""What a rule means: found by a solver that looks for someone to whom it would happen."""

from selaras.rules.check.book import CheckedRule
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.prove.contradictions import check_contradictions
from selaras.rules.prove.criteria import check_criteria
from selaras.rules.prove.epochs import epochs_of
from selaras.rules.prove.ladder import check_tiers
from selaras.rules.prove.thresholds import check_thresholds
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Problems

__all__ = ["analyse", "check_contradictions"]


def analyse(checked: CheckedRule, vocabulary: VocabularyBook, problems: Problems) -> None:
    """Note what a rule cannot mean: conditions without effect, and people it forgets."""
    epochs = epochs_of(checked.rule)
    world = World(checked, vocabulary)
    check_criteria(world, epochs, problems)
    check_tiers(world, epochs, problems)
    check_thresholds(world, epochs, problems)
