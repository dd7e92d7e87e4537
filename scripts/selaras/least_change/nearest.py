"""The fewest facts that grant what is refused, and the single ones that a grant hangs on."""

from collections.abc import Iterator
from datetime import date

import z3

from selaras.least_change.someone import Someone
from selaras.rules.grammar.register import Act
from selaras.rules.prove.terms import Truth
from selaras.rules.prove.world import Key

MOST = 20  # ways of the same size that are looked for
FARTHEST = 2**64
Change = tuple[Key, object]  # a fact and its nearest value; None where it only has to be known


def nearest(who: Someone, verdict: Truth) -> list[list[Change]]:
    """Every smallest set of facts under which all criteria hold, known ones by honest ways only.

    A fact that is known moves where and whereto the vocabulary says that somebody can act on it;
    one that is not known has to become known. Empty where there is no such way.
    """
    may = {key: _towards(who, key) for key in sorted(who.known)}
    moved = {key: z3.Bool(f"{'.'.join(key)} moves") for key in may}
    solver = who.world.solver
    solver.push()
    try:
        solver.add(verdict.yes)
        for key, mark in moved.items():
            solver.add(z3.If(mark, may[key], who.is_so(key)))
        return _smallest(who, moved)
    finally:
        solver.pop()


def hangs_on(who: Someone, verdict: Truth) -> list[Change]:
    """Each known fact that alone undoes a grant if it is wrong, with the nearest such value."""
    solver, found = who.world.solver, []
    for key in sorted(who.known):
        if who.known[key] is None:
            continue
        solver.push()
        solver.add(verdict.no, who.world.facts[key].known, z3.Not(who.is_so(key)))
        solver.add(*(who.is_so(other) for other in who.known if other != key))
        if solver.check() == z3.sat:
            found.append((key, _nearest_value(who, key)))
        solver.pop()
    return found


def act_on(who: Someone, key: Key) -> Act | None:
    """What the vocabulary says of acting on a fact."""
    return who.world.entry(key).act


def _towards(who: Someone, key: Key) -> z3.BoolRef:
    """What a fact may become."""
    value, act, term = who.known[key], act_on(who, key), who.world.facts[key]
    if value is None:
        return term.known
    if act is None or act.to is None:
        return z3.BoolVal(False)
    if act.to == "less":
        return z3.And(term.known, term.value < who.number(value))
    return z3.And(who.has(key, act.to), z3.BoolVal(value != act.to))


def _smallest(who: Someone, moved: dict[Key, z3.BoolRef]) -> list[list[Change]]:
    """Every way to move as few facts as can be, in order."""
    solver, marks = who.world.solver, list(moved.values())
    for size in range(1, len(marks) + 1):
        solver.push()
        solver.add(z3.PbLe([(each, 1) for each in marks], size))
        sets = list(_sets(solver, moved))
        solver.pop()
        if sets:
            return [_with_values(who, moved, keys) for keys in sorted(sets)]
    return []


def _sets(solver: z3.Solver, moved: dict[Key, z3.BoolRef]) -> Iterator[list[Key]]:
    """The sets of facts that can move, each once."""
    for _ in range(MOST):
        if solver.check() != z3.sat:
            return
        model = solver.model()
        keys = [key for key, mark in moved.items() if z3.is_true(model.eval(mark, True))]
        yield keys
        solver.add(z3.Not(z3.And([moved[key] for key in keys])))


def _with_values(who: Someone, moved: dict[Key, z3.BoolRef], keys: list[Key]) -> list[Change]:
    """Some facts with their nearest values, the first ones first."""
    solver = who.world.solver
    solver.push()
    solver.add(*(mark if key in keys else z3.Not(mark) for key, mark in moved.items()))
    found: list[Change] = []
    for key in keys:
        value = None if who.known[key] is None else _nearest_value(who, key)
        if value is not None:
            solver.add(who.has(key, value))
        found.append((key, value))
    solver.pop()
    return found


def _nearest_value(who: Someone, key: Key) -> object:
    """The value nearest to the one that is known of all that go with what the solver holds.

    A text has the first of its words that goes; None where its words are not listed.
    """
    entry, known, term = who.world.entry(key), who.known[key], who.world.facts[key]
    if isinstance(term, Truth):
        return not known
    if entry.type == "text":
        return next((each for each in entry.values or () if _goes(who, who.has(key, each))), None)
    distance = z3.Abs(term.value - who.number(known))
    low, high = 1, FARTHEST
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _goes(who, distance <= middle) else (middle + 1, high)
    both = (who.number(known) - low, who.number(known) + low)
    number = next((each for each in both if _goes(who, term.value == each)), None)
    return date.fromordinal(number) if number and entry.type == "date" else number


def _goes(who: Someone, condition: z3.BoolRef) -> bool:
    """Whether something goes with what the solver holds."""
    return who.world.solver.check(condition) == z3.sat
