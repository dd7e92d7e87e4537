"""Progress of long work: a bar where a person watches, nothing where a machine reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Step:
    """One piece of work whose end may be known."""

    def __init__(self, progress: Progress, title: str) -> None:
        self._progress = progress
        self._task = progress.add_task(title, total=None)

    def expect(self, total: int) -> None:
        """Say how many parts there are."""
        self._progress.update(self._task, total=total)

    def advance(self, parts: int = 1) -> None:
        """Say that parts are done."""
        self._progress.advance(self._task, parts)


@contextmanager
def step(title: str) -> Iterator[Step]:
    """A step on the error stream, so that results can be piped on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal
    ) as progress:
        made = Step(progress, title)
        yield made
