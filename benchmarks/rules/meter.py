"""What a process used: each engine runs in one of its own and prints this as its last line."""

import json
import resource
import sys
import time
from pathlib import Path

# Linux counts the peak of memory in KiB, macOS in bytes.
SCALE = 2**20 if sys.platform == "darwin" else 2**10
STATUS = Path("/proc/self/status")


class Meter:
    """Counts from its making to `stop`; what went before (starting, imports) stands apart."""

    def __init__(self) -> None:
        self._before = _processor()
        self._started = time.perf_counter()

    def stop(self) -> None:
        """Processor and wall seconds, and the peak memory of this process in MiB."""
        self.used = {
            "startup": self._before,
            "processor": _processor() - self._before,
            "seconds": time.perf_counter() - self._started,
            "memory": _peak(),
        }

    def report(self, **more: object) -> None:
        """Print what was used until `stop`, and `more`, as one line of JSON."""
        print(json.dumps(self.used | more))


def _processor() -> float:
    """User and system seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    """The peak memory of this process in MiB."""
    if STATUS.exists():
        # What getrusage tells on Linux is never less than what the parent used before.
        lines = STATUS.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / SCALE
