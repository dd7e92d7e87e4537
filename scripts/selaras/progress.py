"""Progress of long work: a bar where a person watches, nothing where a machine reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Task as Bar
from rich.text import Text

from selaras.messages import say
from selaras.runs import Step as Measured
from selaras.runs import expected_seconds, metered


class Step:
    """One piece of work whose end may be known."""

    def __init__(self, progress: Progress, title: str, measured: Measured) -> None:
        self._progress = progress
        self._measured = measured
        self._task = progress.add_task(title, total=None, expected=expected_seconds(measured.step))

    def expect(self, total: int) -> None:
        """Say how many parts there are."""
        self._progress.update(self._task, total=total)

    def advance(self, parts: int = 1) -> None:
        """Say that parts are done."""
        self._progress.advance(self._task, parts)

    def wrote(self, rows: int) -> None:
        """Say how many rows came of it."""
        self._measured.rows = (self._measured.rows or 0) + rows


class TimeLeftColumn(ProgressColumn):
    """How long a step will still take if it takes as long as the last time."""

    def render(self, task: Bar) -> Text:
        """The sentence of one bar."""
        return Text(time_left(task.fields.get("expected"), task.elapsed or 0.0))


def time_left(expected: float | None, elapsed: float) -> str:
    """How long is left of what last took `expected` seconds; empty where nothing is known."""
    if expected is None:
        return ""
    left = round(expected - elapsed)
    if left <= 0:
        return say("run.longer_than_last", seconds=round(expected))
    minutes, seconds = divmod(left, 60)
    text = f"{minutes}:{seconds:02d}"
    return say("run.time_left", time=text)


@contextmanager
def step(key: str, **values: object) -> Iterator[Step]:
    """A step on the error stream, so that results can be piped on; its title is a message."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with (
        metered(key) as measured,
        Progress(
            *columns,
            TimeElapsedColumn(),
            TimeLeftColumn(),
            console=console,
            disable=not console.is_terminal,
        ) as progress,
    ):
        yield Step(progress, say(key, **values), measured)
