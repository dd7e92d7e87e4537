"""What each week leaves behind: a folder of narrow facts a week, which later weeks compare with.

A week is a day on which a drop landed. Its facts are the models of the room `history`; they rest
on what was landed up to that day and on the rule book, never on the weeks before. Its causes,
the models of `cause/kept`, tell why it is not what the week before it was.
"""

from selaras.history.build import build, build_again
from selaras.history.catch_up import behind, catch_up
from selaras.history.store import Week, keep_week, weeks

__all__ = ["Week", "behind", "build", "build_again", "catch_up", "keep_week", "weeks"]
