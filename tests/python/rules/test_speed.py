"""Compile and check of the whole rule book stay under two seconds of processor time."""

import resource
import subprocess
from collections.abc import Callable

import pytest


@pytest.mark.parametrize("verb", [("compile", "--check"), ("rules", "check")])
def test_the_whole_rule_book_in_under_two_seconds(
    selaras: Callable[..., subprocess.CompletedProcess[str]], verb: tuple[str, ...]
) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert selaras(*verb).returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2
