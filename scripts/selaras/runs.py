"""What each run took, kept in the home, so that runs can be compared and the next one foretold.

A run writes one line when it begins and one when it ends: one that was killed has no end.
"""

import json
import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

FILE = "runs.jsonl"
ENDLESS = "not_ended"
DONE = "done"
_PROCESS = Path("/proc/self")


@dataclass
class Cost:
    """What a run or a step took: wall and processor seconds, peak memory in MiB, rows written."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_mib: int = 0
    rows: int | None = None


@dataclass
class Step(Cost):
    """One step of a run; `step` is the key of its title in the catalogue."""

    step: str = ""


@dataclass
class Run(Cost):
    """One run of a verb; `outcome` is `done`, the key of a refusal, or what else ended it."""

    run_id: str = ""
    command: str = ""
    started_at: str = ""
    outcome: str = ENDLESS
    exit_code: int | None = None
    steps: list[Step] = field(default_factory=list)
    expected: dict[str, float] = field(default_factory=dict, repr=False)


_current: ContextVar[Run | None] = ContextVar("run", default=None)


@contextmanager
def recorded(workspace: Workspace, command: str) -> Iterator[Run]:
    """Write down what is done meanwhile as one run of this home, however it ends."""
    now = datetime.now(UTC)
    run = Run(
        run_id=f"{now:%Y%m%dT%H%M%S.%f}-{os.getpid()}",
        command=command,
        started_at=now.isoformat(timespec="seconds"),
        expected=_expected(past_runs(workspace)),
    )
    path = workspace.home / FILE
    _append(path, run)
    mark = _current.set(run)
    try:
        with _metered(run):
            yield run
        run.outcome, run.exit_code = DONE, run.exit_code or int(ExitCode.DONE)
    except Refusal as refusal:
        run.outcome, run.exit_code = refusal.key, int(refusal.exit_code)
        raise
    except BaseException as error:
        run.outcome = type(error).__name__
        raise
    finally:
        _current.reset(mark)
        run.peak_mib = max([run.peak_mib, *(each.peak_mib for each in run.steps)])
        _append(path, run)


@contextmanager
def metered(name: str) -> Iterator[Step]:
    """One step of the run at hand, if there is one."""
    made, run = Step(step=name), _current.get()
    with _metered(made):
        try:
            yield made
        finally:
            if run:
                run.steps.append(made)


def expected_seconds(name: str) -> float | None:
    """How long a step took when it last was done in this home, or None."""
    run = _current.get()
    return run.expected.get(name) if run else None


def past_runs(workspace: Workspace) -> list[Run]:
    """All runs of a home, oldest first; lines that cannot be read are left out."""
    found: dict[str, Run] = {}
    try:
        lines = (workspace.home / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    for line in lines:
        with suppress(ValueError, TypeError, KeyError):
            told = json.loads(line)
            told["steps"] = [Step(**each) for each in told["steps"]]
            found[told["run_id"]] = Run(**told)
    return list(found.values())


def as_fields(run: Run) -> dict[str, object]:
    """A run as plain values."""
    fields = asdict(run)
    del fields["expected"]
    return fields


def _expected(runs: list[Run]) -> dict[str, float]:
    """The seconds of each step of runs that were done, the last ones counting."""
    done = (run for run in runs if run.outcome == DONE)
    return {each.step: each.seconds for run in done for each in run.steps}


def _append(path: Path, run: Run) -> None:
    """Write a run down; where that is impossible the run itself goes on."""
    with suppress(OSError), open(path, "a", encoding="utf-8", opener=_for_owner) as file:
        file.write(json.dumps(as_fields(run)) + "\n")


def _for_owner(path: str, flags: int) -> int:
    """Open a file that only its owner may read."""
    return os.open(path, flags, 0o600)


@contextmanager
def _metered(cost: Cost) -> Iterator[None]:
    """Measure what is done meanwhile, also by processes that it starts and waits for."""
    _forget_peak()
    started, before = time.perf_counter(), _processor()
    try:
        yield
    finally:
        cost.seconds = round(time.perf_counter() - started, 2)
        cost.cpu_seconds = round(_processor() - before, 2)
        cost.peak_mib = _peak()


def _processor() -> float:
    """User and system seconds of this process and of those that it waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))


def _forget_peak() -> None:
    """Let the peak of memory begin anew, where the system can do that."""
    with suppress(OSError):
        (_PROCESS / "clear_refs").write_text("5")


def _peak() -> int:
    """The peak memory in MiB, of this process or of the largest one that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    with suppress(OSError, StopIteration):
        lines = (_PROCESS / "status").read_text(encoding="ascii").splitlines()
        mine = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
        return max(mine >> 10, children)
    return max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10, children)
