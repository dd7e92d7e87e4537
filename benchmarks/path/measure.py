"""One step in a process of its own: what it took."""

import os
import subprocess
import sys
import time
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
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        told = " ".join(f"{name}={value}" for name, value in environment.items())
        code = os.waitstatus_to_exitcode(status)
        sys.exit(f"FAILED: {told} {' '.join(command)} ended with status {code}")
    return (
        time.perf_counter() - started,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
    )
