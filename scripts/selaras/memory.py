"""How much memory DuckDB may take: what SELARAS_MEMORY says, else a share of what there is."""

import os
import re
from pathlib import Path

from selaras.errors import ExitCode, Refusal

VARIABLE = "SELARAS_MEMORY"
# The rest is for what DuckDB does not count, for Python, and for whoever works beside.
SHARE = 0.5
LEAST = 512 << 20
TOO_LITTLE = 10 << 20  # DuckDB cannot even open a warehouse with it
_UNITS = {
    unit + end: base**power
    for power, unit in enumerate("KMGT", 1)
    for base, end in ((1000, "B"), (1024, "iB"))
}
_AMOUNT = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([KMGT]i?B)\s*", re.IGNORECASE | re.ASCII)
_BY_CASE = {unit.lower(): size for unit, size in _UNITS.items()}


def memory_limit() -> str:
    """The limit as DuckDB takes it, such as `4GB`; a Refusal where SELARAS_MEMORY is no amount."""
    if given := os.environ.get(VARIABLE, "").strip():
        _bytes_of(given)
        return given
    return f"{max(LEAST, int(SHARE * memory_there())) >> 20}MiB"


def memory_bytes() -> int:
    """The limit in bytes."""
    return _bytes_of(memory_limit())


def memory_there(root: Path = Path("/")) -> int:
    """Bytes of memory that this process can have: the machine's, or less where a cgroup says so."""
    limits = [_limit(file) for file in _limit_files(root)]
    return min([_of_machine(root), *(limit for limit in limits if limit)])


def _bytes_of(text: str) -> int:
    """The bytes of an amount such as `4GB` or `1.5 GiB`; a Refusal where it is none."""
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise Refusal(ExitCode.USAGE, "run.bad_memory", variable=VARIABLE, given=text)
    size = int(float(found[1]) * _BY_CASE[found[2].lower()])
    if size < TOO_LITTLE:
        raise Refusal(ExitCode.USAGE, "run.little_memory", variable=VARIABLE, given=text)
    return size


def _of_machine(root: Path) -> int:
    """Bytes of memory of the whole machine."""
    try:
        text = (root / "proc/meminfo").read_text(encoding="ascii")
        return int(re.search(r"^MemTotal:\s+(\d+) kB", text, re.MULTILINE)[1]) << 10
    except (OSError, TypeError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _limit_files(root: Path) -> list[Path]:
    """The files that limit the memory of this process's control groups, of either version."""
    try:
        lines = (root / "proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        _, kinds, path = line.split(":", 2)
        if kinds and "memory" not in kinds.split(","):
            continue
        top = root / "sys/fs/cgroup" / ("memory" if kinds else "")
        name = "memory.limit_in_bytes" if kinds else "memory.max"
        group = top / path.lstrip("/")
        # A group may have no more than any of those that it is in.
        found += [each / name for each in (group, *group.parents) if each.is_relative_to(top)]
    return found


def _limit(file: Path) -> int | None:
    """The bytes that a file allows; None where there is no such file or no limit."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
