"""How much memory a run may take follows from the machine, unless somebody says it."""

from pathlib import Path

import pytest

from selaras.errors import ExitCode, Refusal
from selaras.memory import memory_bytes, memory_limit, memory_there

GIB = 1 << 30


def _machine(root: Path, groups: str, limits: dict[str, str]) -> Path:
    """A machine of 16 GiB with control groups."""
    for name, text in {
        "proc/meminfo": "MemTotal:       16777216 kB\nMemFree:        1 kB\n",
        "proc/self/cgroup": groups,
        **{f"sys/fs/cgroup/{name}": text for name, text in limits.items()},
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.mark.parametrize(
    ("groups", "limits", "there"),
    [
        ("", {}, 16),
        ("0::/\n", {"memory.max": "max\n"}, 16),
        ("0::/a/b\n", {"a/b/memory.max": f"{3 * GIB}\n", "a/memory.max": "max\n"}, 3),
        ("0::/a/b\n", {"a/b/memory.max": "max\n", "a/memory.max": f"{2 * GIB}\n"}, 2),
        ("0::/\n", {"memory.max": f"{64 * GIB}\n"}, 16),
        ("4:memory:/j\n0::/\n", {"memory/j/memory.limit_in_bytes": f"{5 * GIB}\n"}, 5),
        ("4:cpu:/j\n", {"memory/j/memory.limit_in_bytes": f"{5 * GIB}\n"}, 16),
        ("4:memory:/away\n", {"memory/memory.limit_in_bytes": f"{6 * GIB}\n"}, 6),
    ],
)
def test_a_group_may_have_less_than_the_machine(
    tmp_path: Path, groups: str, limits: dict[str, str], there: int
) -> None:
    assert memory_there(_machine(tmp_path, groups, limits)) == there * GIB


def test_by_default_it_is_half_of_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELARAS_MEMORY", raising=False)
    assert memory_bytes() == pytest.approx(memory_there() / 2, abs=1 << 20)


@pytest.mark.parametrize(
    ("given", "size"), [("4GB", 4 * 10**9), ("1.5 GiB", 3 * GIB // 2), ("800mb", 8 * 10**8)]
)
def test_what_somebody_says_counts(monkeypatch: pytest.MonkeyPatch, given: str, size: int) -> None:
    monkeypatch.setenv("SELARAS_MEMORY", given)
    assert (memory_limit(), memory_bytes()) == (given, size)


@pytest.mark.parametrize("given", ["much", "4", "-1GB", "50%", "١GB", "0GB", "1KB"])
def test_what_is_no_amount_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SELARAS_MEMORY", given)
    with pytest.raises(Refusal, match="SELARAS_MEMORY") as refused:
        memory_limit()
    assert refused.value.exit_code is ExitCode.USAGE
