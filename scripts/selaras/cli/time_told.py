"""What reforms would do from day to day, in sentences and for machines."""

from collections.abc import Iterator
from itertools import groupby

from selaras import spelling
from selaras.cli.reform_told import MONTHS, rupiah_in_words
from selaras.messages import language, say
from selaras.warehouse import Row
from selaras.what_if.over_time import LEAST_DAYS, OverTime

MONEY = {
    "cost": "certain_after",
    "low": "certain_after_low",
    "high": "certain_after_high",
    "change": "certain_change",
    "change_low": "certain_change_low",
    "change_high": "certain_change_high",
}
SIGNED = "change"


def lines(found: OverTime | None) -> Iterator[str]:
    """Each programme of each scenario day by day, and what the days to come rest on."""
    if not found:
        return
    told = [row for row in found.days if row["programme_id"] != "all"]
    for (scenario, programme), days in groupby(
        told, key=lambda row: (row["scenario"], row["programme_id"])
    ):
        yield say("what_if.over_time", scenario=scenario, programme=programme)
        yield from (f"- {_day(row)}" for row in days)
    if any(row["seeds"] for row in told):
        yield _rates(found)
    yield say("what_if.kept_over_time", database=found.database)


def fields(found: OverTime | None) -> Row:
    """The same as plain values; nothing where no days were asked for."""
    if not found:
        return {}
    return {
        "days": found.days,
        "rates": found.rates,
        "observed_days": found.observed_days,
        "over_time": str(found.database),
    }


def _day(row: Row) -> str:
    """One programme on one day."""
    key = "on_day_to_come" if row["seeds"] else "on_day"
    counts = {name: spelling.number(row[name], language()) for name in ("gains", "loses", "seeds")}
    money = {
        name: _a_year(int(str(row[column])), is_signed=name.startswith(SIGNED))
        for name, column in MONEY.items()
    }
    return say(f"what_if.{key}", day=spelling.day(row["day"], language()), **counts, **money)


def _a_year(amount: int, is_signed: bool) -> str:
    """A monthly amount as people say it of a year."""
    told = rupiah_in_words(MONTHS * amount)
    return told if is_signed else told.removeprefix("+")


def _rates(found: OverTime) -> str:
    """How often people die, are born and move, or that nobody knows yet."""
    days = spelling.number(found.observed_days, language())
    if not found.rates:
        return say("what_if.no_rates", days=days, least=LEAST_DAYS)
    events = {
        event: sum(int(str(row["events"])) for row in found.rates if row["event"] == event)
        for event in ("died", "born", "left", "came")
    }
    spelt = {name: spelling.number(count, language()) for name, count in events.items()}
    return say("what_if.rates", days=days, **spelt)
