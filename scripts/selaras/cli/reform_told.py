"""What a reform would do, in sentences and for machines."""

from selaras import spelling
from selaras.messages import language, say
from selaras.warehouse import Row
from selaras.what_if import Result

MONTHS = 12
SHORT = 12


def told(scenario: Row, result: Result) -> list[str]:
    """A scenario in sentences: what becomes of each programme, in all, and of overlaps."""
    day, effect = scenario["as_of_date"], scenario["takes_effect"]
    title = scenario[f"title_{language()}"]
    lines = [say("what_if.title", title=title, day=spelling.day(day, language()))]
    if effect and effect > day:
        lines.append(say("what_if.early", effect=spelling.day(effect, language())))
    name = scenario["scenario"]
    totals = [row for row in result.totals if row["scenario"] == name]
    findings = [row for row in result.findings if row["scenario"] == name]
    lines += [f"- {_total(row)}" for row in totals if len(totals) > 1]
    lines += [f"- {_finding(row)}" for row in findings]
    if len(totals) < 2 and not findings:
        lines.append(say("what_if.same"))
    columns = {"base": "base_rules", "rules": "rules", "landing": "landing"}
    digests = {name: str(scenario[column])[:SHORT] for name, column in columns.items()}
    return [*lines, say("what_if.digests", **digests), ""]


def _total(row: Row) -> str:
    """What becomes of one programme, or in all."""
    changes = [
        rupiah_in_words(MONTHS * (int(row[f"{kind}_after"]) - int(row[f"{kind}_before"])))
        for kind in ("certain", "possible")
    ]
    money = say("what_if.money", certain=changes[0], possible=changes[1])
    if row["programme_id"] == "all":
        counts = {"gains": row["families_gain"], "loses": row["families_lose"]}
        return say("what_if.sentence_all", money=money, **_spelt(counts))
    counts = {name: row[name] for name in ("gains", "loses", "opens")}
    counts |= {"enrolled": row["loses_enrolled"], "changed": int(row["rises"]) + int(row["falls"])}
    unit = say(f"what_if.unit_{row['unit']}")
    programme = row["programme_id"]
    return say("what_if.sentence", programme=programme, unit=unit, money=money, **_spelt(counts))


def _finding(row: Row) -> str:
    """How many overlaps of a rule appear or vanish."""
    counts = _spelt({"count": row["findings"], "families": row["families"]})
    effect = say(f"what_if.effect_{row['effect']}")
    return say("what_if.finding", rule=row["rule_id"], effect=effect, **counts)


def interaction(row: Row) -> str:
    """What two reforms do together and alone."""
    amounts = {
        "both": row["both_certain_change"],
        "first": row["first_certain_change"],
        "second": row["second_certain_change"],
        "rest": row["certain_interaction"],
    }
    spelt = {name: rupiah_in_words(MONTHS * int(value)) for name, value in amounts.items()}
    names = {"scenario": row["scenario"], "programme": row["programme_id"]}
    return say("what_if.interaction", **names, **spelt)


def _spelt(counts: dict[str, object]) -> dict[str, str]:
    """Numbers in the language in use."""
    return {name: spelling.number(value, language()) for name, value in counts.items()}


def rupiah_in_words(amount: int) -> str:
    """A signed amount as people say it: exact below a million, else with one decimal."""
    sign = "-" if amount < 0 else "+" if amount else ""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(amount) >= size:
            tenths = (abs(amount) * 10 + size // 2) // size
            text = f"{tenths // 10:,}.{tenths % 10}"
            if language() == "id":
                text = text.translate(str.maketrans(",.", ".,"))
            return f"{sign}Rp {say(f'what_if.{word}', amount=text)}"
    return f"{sign}Rp {spelling.number(abs(amount), language())}"


def fields(result: Result) -> Row:
    """A result as plain values."""
    return {
        "database": str(result.database),
        "scenarios": result.scenarios,
        "totals": result.totals,
        "findings": result.findings,
        "interactions": result.interactions,
    }
