"""How long an officer waits: people at the desk at once, each looking up one family after another.

    .venv/bin/python benchmarks/desk.py --home build/benchmark/home-35000 --users 50 --looks 6

Serves a built home in a process of its own, signs everybody in, and prints the median and the 99th
percentile of a look-up (the form and the page behind it), what of a processor a look takes, and the
most memory that the desk took: once with a pause between looks, as at counters, and once with none,
which is more than people do.
"""

import argparse
import http.cookiejar
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

import duckdb

from selaras.desk.copied import renew_copy
from selaras.desk.users import keep_user
from selaras.workspace import Workspace

PORT = 8799
ADDRESS = f"http://127.0.0.1:{PORT}"
PASSWORD = "benar kuda baterai staples"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
NIKS = "select nik from conformed.dim_person where len(nik) = 16 order by hash(nik) limit 500"
PAUSES = (10.0, 0.0)  # seconds, at most, between two looks of one officer


class Officer:
    """Somebody who signed in."""

    def __init__(self, name: str) -> None:
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._open = urllib.request.build_opener(jar).open
        page = self._text("/sign-in")
        form = {"csrf_token": TOKEN.search(page)[1], "name": name, "password": PASSWORD}
        self._token = TOKEN.search(self._text("/sign-in", form))[1]

    def looks_up(self, nik: str) -> float:
        """The seconds until the family's page is there."""
        start = time.perf_counter()
        form = {"csrf_token": self._token, "who": nik, "why": "benchmark"}
        page = self._text("/look-up", form)
        took = time.perf_counter() - start
        assert nik in page
        return took

    def _text(self, path: str, form: dict[str, str] | None = None) -> str:
        """A page, asked for or sent to, and where it leads."""
        body = urllib.parse.urlencode(form).encode() if form else None
        with self._open(ADDRESS + path, body, timeout=120) as answer:
            return answer.read().decode()


def served(workspace: Workspace, inbox: Path) -> subprocess.Popen[bytes]:
    """The desk in a process of its own, once it answers."""
    command = [sys.executable, "-m", "selaras", "serve", "--inbox", str(inbox)]
    command += ["--home", str(workspace.home), "--port", str(PORT)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{ADDRESS}/sign-in", timeout=5).close()
            return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise SystemExit("the desk does not answer")


def measured(officers: list[Officer], niks: list[str], looks: int, pause: float) -> list[float]:
    """The seconds of every look, all officers at once."""
    took: list[float] = []

    def work(at: int) -> None:
        dice = random.Random(at)
        for _ in range(looks):
            time.sleep(dice.random() * pause)
            took.append(officers[at].looks_up(dice.choice(niks)))

    threads = [threading.Thread(target=work, args=(at,)) for at in range(len(officers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(took) == looks * len(officers)
    return sorted(took)


def told(took: list[float]) -> str:
    """The median and the 99th percentile of some looks."""
    last = took[min(len(took) - 1, int(0.99 * len(took)))]
    middle = statistics.median(took)
    return f"median {middle:.3f} s, 99th percentile {last:.3f} s, {len(took)} looks"


def processor(process: subprocess.Popen[bytes]) -> float:
    """The seconds of a processor that a process took so far."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mib(process: subprocess.Popen[bytes]) -> int:
    """The most memory that a process had."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) >> 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--looks", type=int, default=6)
    given = parser.parse_args()
    workspace = Workspace.at(given.home)
    for at in range(given.users):
        keep_user(workspace.desk, f"bench{at}", "officer", PASSWORD)
    start = time.perf_counter()
    renew_copy(workspace)
    size = (workspace.desk / "current" / workspace.database.name).stat().st_size / 1e6
    print(f"copy: {time.perf_counter() - start:.1f} s, {size:.0f} MB")
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        sql = (
            "select nik from conformed.dim_person where len(nik) = 16 order by hash(nik) limit 500"
        )
        niks = [nik for (nik,) in connection.execute(sql).fetchall()]
    with tempfile.TemporaryDirectory() as inbox:
        process = served(workspace, Path(inbox))
        try:
            officers = [Officer(f"bench{at}") for at in range(given.users)]
            print(f"one officer alone: {told(measured(officers[:1], niks, 20, 0))}")
            before = processor(process)
            for pause in PAUSES:
                took = told(measured(officers, niks, given.looks, pause))
                print(f"{given.users} officers, up to {pause:.0f} s between looks: {took}")
            looks = given.users * given.looks * len(PAUSES)
            print(f"of a processor, a look: {(processor(process) - before) / looks:.3f} s")
            print(f"most memory of the desk: {peak_mib(process)} MiB")
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
