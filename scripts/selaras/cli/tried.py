"""What a trial of the rule book came to, as tables and sentences or as JSON."""

from collections import Counter
from dataclasses import asdict

from rich.table import Table

from selaras.cli.show import as_text, console, number
from selaras.messages import say
from selaras.rules.trial import Failure, Hunt, Mutant, Shown, Tried

OUTCOME = {True: "true", False: "false", None: "unknown"}


def examples(tried: Tried, in_detail: bool, as_json: bool) -> None:
    """The examples by file, or part by part; then what none of them shows, and those that fail."""
    if as_json:
        print(as_text(_tried_fields(tried)))
        return
    console.print(_parts(tried) if in_detail else _files(tried))
    for each in tried.shown:
        for outcome in each.missing:
            words = {"name": each.name, "outcome": say(f"rules.outcome_{OUTCOME[outcome]}")}
            print(f"{each.place}: {say('rules.not_shown', **words)}")
    for failure in tried.failures:
        _failed(failure)
    count = sum(tried.examples.values())
    print(say("rules.tried", count=number(count), failed=number(len(tried.failures))))


def _failed(failure: Failure) -> None:
    """An example that came out otherwise: where, and below it column by column what and how."""
    print(f"{failure.place}: {say('rules.example_otherwise', example=failure.example)}")
    heads = [say(f"cli.column_{name}") for name in ("column", "expected", "found")]
    rows = [heads, *([each.column, each.expected, each.found] for each in failure.differences)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"    {'  '.join(cells)}".rstrip())


def changes(found: Hunt, as_json: bool) -> None:
    """The changes that went unnoticed, then those that were proved to change nothing."""
    told = {"survivors": found.survivors, "equivalent": found.equivalent}
    if as_json:
        fields = {name: list(map(_mutant_fields, each)) for name, each in told.items()}
        print(as_text({"mutants": found.count} | fields))
        return
    for each in found.survivors:
        print(each)
    for each in found.equivalent:
        words = {"was": each.was, "became": each.became}
        print(f"{each.place}: {say('rules.mutant_equivalent', **words)}")
    counts = {"count": found.count, "survived": len(found.survivors)}
    counts |= {"equivalent": len(found.equivalent)}
    print(say("rules.hunted", **{key: number(each) for key, each in counts.items()}))


def _files(tried: Tried) -> Table:
    """One row per file: how many examples, parts, and parts that are not fully shown."""
    parts = Counter(each.programme for each in tried.shown)
    lacking = Counter(each.programme for each in tried.shown if each.missing)
    table = _table("file", "examples", "parts", "not_fully_shown")
    for name, count in tried.examples.items():
        mark = f"[red]{lacking[name]}[/]" if lacking[name] else "0"
        table.add_row(f"rules/{name}.yml", number(count), number(parts[name]), mark)
    return table


def _parts(tried: Tried) -> Table:
    """One row per part: how many examples show it true, false and unknown."""
    table = _table("kind", "part", *OUTCOME.values())
    for each in tried.shown:
        cells = [_cell(each, outcome) for outcome in OUTCOME]
        table.add_row(say(f"rules.kind_{each.kind}"), each.name, *cells)
    return table


def _cell(shown: Shown, outcome: bool | None) -> str:
    """How often an outcome was shown; a dash where it can never be."""
    if outcome in shown.impossible:
        return "-"
    count = shown.counts[outcome]
    return number(count) if count else "[red]0[/]"


def _table(*columns: str) -> Table:
    """A table of figures behind one or two columns of names."""
    table = Table(title=say("cli.title_examples"), title_justify="left", header_style="bold")
    for column in columns:
        names = ("file", "kind", "part")
        justify = "left" if column in names else "right"
        table.add_column(say(f"cli.column_{column}"), justify=justify, overflow="fold")
    return table


def _tried_fields(tried: Tried) -> dict:
    """What was tried as plain values."""
    failures = [
        {"place": str(each.place), "example": each.example}
        | {"expected": each.expected, "found": each.found}
        | {"difference": [asdict(column) for column in each.differences]}
        for each in tried.failures
    ]
    shown = [
        {"place": str(each.place), "programme": each.programme, "kind": each.kind}
        | {"name": each.name}
        | {OUTCOME[outcome]: each.counts[outcome] for outcome in OUTCOME}
        | {"missing": [OUTCOME[outcome] for outcome in each.missing]}
        | {"impossible": sorted(OUTCOME[outcome] for outcome in each.impossible)}
        for each in tried.shown
    ]
    return {"examples": tried.examples, "failures": failures, "coverage": shown}


def _mutant_fields(mutant: Mutant) -> dict:
    """A mutant as plain values."""
    return {"place": str(mutant.place), "was": mutant.was, "became": mutant.became}
