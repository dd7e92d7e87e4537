"""The examples of a rule as a table: each beside the first, so that what matters stands out."""

from collections.abc import Mapping

from selaras.rules.grammar.rule import Example, Expectation, Rule
from selaras.rules.write.pages.markdown import BREAK, code, figure, table


def examples(rule: Rule) -> str:
    """Every example: its sentence, its day, what is given and what it comes to."""
    first = rule.examples[0].given
    rows = [
        (each.name, each.date, _given(each, first if at else None), _outcome(each.expect))
        for at, each in enumerate(rule.examples)
    ]
    return table(("example", "on", "given", "comes to"), rows)


def _given(example: Example, first: Mapping[str, object] | None) -> str:
    """The known facts, or what is other than in the first example where that is shorter."""
    shown = _facts(example.given)
    if first:
        changed = {name: each for name, each in example.given.items() if first.get(name) != each}
        unknown = [f"{code(name)} unknown" for name in first if name not in example.given]
        differs = [*_facts(changed), *unknown]
        if len(differs) < len(shown):
            shown = (
                ["as the first, but " + differs[0], *differs[1:]] if differs else ["as the first"]
            )
    lines = [", ".join(shown) or "nothing is known"]
    lines += [f"member: {', '.join(_facts(member)) or 'unknown'}" for member in example.members]
    lines += ["on its list"] if example.enrolled else []
    if example.objections:
        lines.append("objection accepted: " + ", ".join(map(code, example.objections)))
    return BREAK.join(lines)


def _facts(given: Mapping[str, object]) -> list[str]:
    """Facts with their values."""
    return [
        f"{code(name)} unknown" if each is None else f"{code(name)} {figure(each)}"
        for name, each in given.items()
    ]


def _outcome(expect: Expectation) -> str:
    """What an example must come to."""
    if not expect.judged:
        return "not looked at"
    lines = [f"**{expect.verdict}**"] if expect.verdict else []
    if expect.monthly_amount is not None:
        lines.append(f"Rp {expect.monthly_amount:,} a month")
    if expect.possible_amount is not None:
        lines.append(f"perhaps Rp {expect.possible_amount:,} a month")
    told = {"not met": expect.unmet, "open": expect.unknown, "missing": expect.missing}
    lines += [f"{word}: {', '.join(map(code, names))}" for word, names in told.items() if names]
    return BREAK.join(lines)
