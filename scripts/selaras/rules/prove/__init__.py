"""What a rule means: found by a solver that looks for someone to whom it would happen."""

from selaras.messages import say
from selaras.rules.check.book import CheckedRule
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.prove.clock import Clock
from selaras.rules.prove.contradictions import check_contradictions
from selaras.rules.prove.criteria import check_criteria
from selaras.rules.prove.epochs import epochs_of
from selaras.rules.prove.ladder import check_tiers
from selaras.rules.prove.repeats import check_repeats
from selaras.rules.prove.thresholds import check_thresholds
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import KEY

__all__ = ["Clock", "analyse", "check_contradictions"]
SHOWN = 5


def analyse(
    checked: CheckedRule,
    vocabulary: VocabularyBook,
    problems: Problems,
    clock: Clock | None = None,
) -> None:
    """Note what a rule cannot mean: conditions without effect, and people it forgets.

    What matters most comes first, for the time may run out; what was not proved is told.
    """
    epochs = epochs_of(checked.rule)
    world = World(checked, vocabulary, clock=clock)
    dead = check_criteria(world, epochs, problems)
    check_tiers(world, epochs, problems)
    check_thresholds(world, epochs, problems)
    check_repeats(world, epochs, dead, problems)
    for kind, names in world.unproved.items():
        more = f" (+{len(names) - SHOWN})" if len(names) > SHOWN else ""
        told = {"what": say(f"rules.proof_{kind}"), "shown": ", ".join(names[:SHOWN]) + more}
        place = checked.source.place("criteria", KEY)
        problems.warn(place, "not_proved", name=", ".join(names), **told)
