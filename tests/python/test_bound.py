"""Processes that landing, the sample and the workbench start end with whoever started them."""

import subprocess
import sys
from pathlib import Path

PARENT = """
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from selaras.bound import end_with_parent

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context("spawn"), end_with_parent)
    pool.submit(int).result()
    pool.submit(time.sleep, 600)
    print("works", flush=True)
    time.sleep(600)
"""


def test_what_a_killed_process_started_ends_with_it(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout.readline() == b"works\n"
        parent.kill()
        parent.communicate(timeout=30)  # who still works holds the other end of the pipe
