"""One step in a process of its own: what it took."""

import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Measure:
    """One step: rows, wall and processor seconds, peak memory in MiB, seconds inside queries."""

    step: str
    rows: int
    seconds: float
    processor: float
    memory: float
    in_queries: float = 0.0
    needed: float = 0.0  # of it in models that the programmes of by_hand.sql read
    read: float = 0.0  # MB of files that it reads
    floors: dict[str, float] = field(default_factory=dict)  # processor seconds by what is done once

    @property
    def floor(self) -> float:
        """Processor seconds of what cannot be left out."""
        return sum(self.floors.values())


def measure(command: list[str], **environment: str) -> tuple[float, float, float]:
    """Run a command; its wall seconds, processor seconds and peak memory in MiB.

    Ends everything, saying so, where the command fails.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ | environment)
    told = " ".join(f"{name}={value}" for name, value in environment.items())
    return _waited(process.pid, f"{told} {' '.join(command)}", started)


def measure_copy(name: str, work: Callable[[], object]) -> tuple[float, float, float]:
    """The same of work in a copy of this process, which need not start and read all over again.

    Its memory is that of the copy, with what this process holds.
    """
    started = time.perf_counter()
    sys.stdout.flush()
    process = os.fork()
    if not process:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return _waited(process, name, started)


def _waited(process: int, name: str, started: float) -> tuple[float, float, float]:
    """What a process took until its end; everything ends where it fails."""
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"FAILED: {name} ended with status {os.waitstatus_to_exitcode(status)}")
    return (
        time.perf_counter() - started,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
    )
