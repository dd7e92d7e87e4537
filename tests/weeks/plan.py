"""Eight weeks as they are drawn: what is sent when, what is taken back, and what changes."""

import random
import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clone import Change, drawn_changes
from happening import HOMES, Happening, birth, correction, death, leaving, rename_heading

from selaras.sample import write_sample

WEEKS = 8
FAMILIES = 100
CALM = 4  # in so many weeks nothing but files changes


@dataclass
class Week:
    """What comes before a run of `sync`: drops that arrive, one taken back, changes of the project.

    `again` is the day of a drop that comes once more with corrections.
    """

    drops: list[date]
    again: date | None = None
    taken_back: date | None = None
    changes: list[Change] = field(default_factory=list)

    def __str__(self) -> str:
        told = [f"{day} arrives" for day in self.drops]
        told += [f"{self.again} comes again"] if self.again else []
        told += [f"{self.taken_back} is taken back"] if self.taken_back else []
        return ", ".join(told + [change.told for change in self.changes])


def drawn_weeks(drawn: random.Random, days: list[date]) -> list[Week]:
    """One run a drop, or fewer: a drop that is late comes with a later one."""
    weeks = {day: Week([day]) for day in days}
    late = drawn.choice([1, 4, 5])
    last = late + 2
    weeks[days[last]].drops.insert(0, days[late])
    again, later = sorted(drawn.sample([at for at in range(WEEKS) if at != late], 2))
    weeks[days[later]].again = days[again]
    first, then = sorted(drawn.sample([at for at in range(WEEKS) if at not in (late, again)], 2))
    weeks[days[then]].taken_back = days[first]
    for change in drawn_changes(drawn):
        at = drawn.choice([at for at in range(CALM, WEEKS) if at != late])
        weeks[days[at]].changes.append(change)
    del weeks[days[late]]
    return list(weeks.values())


def write_drops(drawn: random.Random, folder: Path) -> None:
    """Draw the drops of a town, and what happens in it; one file comes in two of them.

    One list calls a column as no contract knows it yet, so that the file is refused.
    """
    write_sample(families=FAMILIES, weeks=WEEKS, seed=drawn.randrange(10**6), out=folder)
    happened: list[Happening] = []
    drops = sorted(folder.glob("20*"))
    for number, drop in enumerate(drops):
        for each in happened:
            each.change(drop)
        for each in _drawn_happenings(drawn, drop, number):
            each.change(drop)
            happened.append(each)
        (drop / "manifest.csv").unlink()
    twice = drawn.randrange(1, WEEKS)
    for file in drops[twice - 1].glob("pip_*.csv"):
        shutil.copy(file, drops[twice])
    rename_heading(drops[drawn.randrange(1, WEEKS)], HOMES, b"NAMA_PANTI", b"PANTI")


def corrected(drawn: random.Random, drop: Path) -> Happening:
    """Let a drop that has arrived say something else in one cell."""
    found = correction(drop, date.fromisoformat(drop.name), drawn)
    found.change(drop)
    return found


def _drawn_happenings(drawn: random.Random, drop: Path, number: int) -> list[Happening]:
    """What happens before a drop is sent."""
    day = date.fromisoformat(drop.name)
    found = [birth(drop, day, drawn, number), death(drop, day, drawn)]
    found += [correction(drop, day, drawn) for _ in range(drawn.randrange(1, 6))]
    found += [leaving(drop, day, drawn) for _ in range(drawn.randrange(3))]
    return found
