"""Week by week or all at once: what is said is the same, whatever became of files, rules and code.

Eight weeks of a town are drawn from a printed seed: births, deaths and corrections, a drop that
comes late, one that comes again, one that is taken back, a file that is sent twice, and from the
fifth week on changed rules, contracts, models and readers. One home goes through them week by week.

What must be identical to the last row: everything that lies in a home that had nothing before and
builds all at once with `--full`, from the drops as they lie in the inbox in the end.

- Before any rule or code has changed, after four weeks or more, that is everything: what is landed,
  every table of the warehouse, the facts and causes of every kept week, what is published, and what
  is sent to agencies.
- After the eighth, a week says what was said then (ADR 0017): a changed rule makes none stale. So
  two empty homes are compared with. One is given the weeks before, as this home kept them: there
  everything must be identical again. The other has to build all weeks under the rules as they now
  stand: there all must be identical but what rests on weeks before, as dbt's own graph knows it,
  and in each week that was built under the last rules and code every fact that does not.

Never compared: what people said is meant, and when (`mart_acceptance`); the digest of landed files.
"""

import os
import random
import secrets
import shutil
from datetime import date
from pathlib import Path

import pytest
from clone import Clone
from plan import corrected, drawn_weeks, write_drops
from same import differing, history, of_weeks_before, outbox, published, tables

SEED = int(os.environ.get("WEEKS_SEED") or secrets.randbelow(10**6))


class Town:
    """The drops of a town, the inbox that they come to, and the homes that are made of it."""

    def __init__(self, folder: Path, drawn: random.Random) -> None:
        self.folder, self._drawn = folder, drawn
        self.clone = Clone(folder / "clone")
        self._drops, self.inbox, self.home = (folder / each for each in ("drops", "inbox", "home"))
        self.inbox.mkdir()
        write_drops(drawn, self._drops)
        days = [date.fromisoformat(drop.name) for drop in sorted(self._drops.glob("20*"))]
        self.weeks = drawn_weeks(drawn, days)
        self.lived = 0
        self.since: dict[date, int] = {}  # the run that said a week last, counted from the first

    def live(self) -> None:
        """Go through the next week, with one run of `sync` at its end."""
        at, week, before = self.lived, self.weeks[self.lived], history(self.home)
        print(f"run {at + 1}: {week}", flush=True)
        for day in week.drops:
            shutil.copytree(self._drops / f"{day}", self.inbox / f"{day}")
        if week.again:
            told = corrected(self._drawn, self.inbox / f"{week.again}").told
            print(f"  {week.again} with {told}", flush=True)
        if week.taken_back:
            self.clone.run("withdraw", week.taken_back, "--why", "drawn", "--home", self.home)
        for change in week.changes:
            self.clone.change(change)
        self.sync(self.home)
        if week.taken_back:
            shutil.rmtree(self.inbox / f"{week.taken_back}")
        now = history(self.home)
        self.since |= {day: at for day in now if now[day] != before.get(day)}
        self.lived += 1

    def sync(self, home: Path, *options: str) -> None:
        """Run `sync` on the inbox as it lies there; whatever moved is meant."""
        self.clone.run("sync", "--inbox", self.inbox, "--home", home, "--accept", "drawn", *options)

    def at_once(self, name: str, is_given_weeks: bool = False) -> Path:
        """An empty home that builds everything at once, or was given the weeks before the last."""
        home = self.folder / name
        if is_given_weeks:
            shutil.copytree(self.home / "history", home / "history")
            shutil.rmtree(home / "history" / f"as_of_date={max(history(self.home))}")
        self.sync(home, "--full")
        return home

    @property
    def last_change(self) -> int:
        """The last run before which the project has changed."""
        return max(at for at, week in enumerate(self.weeks) if week.changes)


@pytest.fixture(scope="module", params=[SEED], ids=lambda seed: f"seed-{seed}")
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A town of which no week was seen."""
    print(f"WEEKS_SEED={request.param}")
    return Town(tmp_path_factory.mktemp("town"), random.Random(request.param))


def unlike(one: Path, other: Path) -> list[str]:
    """What is not the same in two homes: landed, worked out, published, or sent."""
    day = max(history(one))
    assert max(history(other)) == day
    found = differing(tables(one), tables(other))
    found += differing(published(one), published(other))
    return found + differing(outbox(one, day), outbox(other, day))


def test_whatever_files_do_all_at_once_says_the_same(town: Town) -> None:
    while not town.weeks[town.lived].changes:
        town.live()
    once = town.at_once("after-calm-weeks")
    assert unlike(town.home, once) == []
    weeks = history(once)
    assert {day: differing(week, weeks[day]) for day, week in history(town.home).items()} == {
        day: [] for day in weeks
    }


def test_whatever_else_changes_all_at_once_says_the_same(town: Town) -> None:
    while town.lived < len(town.weeks):
        town.live()
    given = town.at_once("given-its-weeks", is_given_weeks=True)
    assert unlike(town.home, given) == []
    assert history(given) == history(town.home)

    once = town.at_once("at-once")
    telling = of_weeks_before(once)
    found = [name for name in unlike(town.home, once) if name not in telling]
    assert found == []
    kept = {f"{name.partition('.')[2]}.parquet" for name in telling}
    weeks = history(once)
    for day, run in town.since.items():
        if run >= town.last_change and day in weeks:
            mine = differing(history(town.home)[day], weeks[day])
            assert [name for name in mine if name not in kept] == []
