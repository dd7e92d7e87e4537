"""Kill the weekly run at random points and see that nothing is lost.

python benchmarks/killed.py --points 20 --families 300 --seed 1 --out build/killed

A first week is published. Then the second week is run and killed, with all that it started, after
a random time; what is published has to be whole, and the next run has to end in the same landing,
history, publication and outbox as a run that nobody disturbed. The moments are spread over the
whole run: landing, building, checking, publishing and what follows.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from selaras.landing.batches import landing_digest
from selaras.outbox.place import contents
from selaras.publish import damaged_files
from selaras.workspace import Workspace

SELARAS = str(Path(sys.executable).parent / "selaras")
FIRST, SECOND = "2025-10-17", "2025-10-24"


def sync(inbox: Path, home: Path, *options: str) -> subprocess.Popen[bytes]:
    """Begin a run in a session of its own."""
    return subprocess.Popen(
        [SELARAS, "sync", "--inbox", str(inbox), "--home", str(home), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def content(home: Path) -> dict[str, object]:
    """What a home holds, told by digests; an answer that must not depend on what befell it."""
    workspace = Workspace.at(home)
    manifest = json.loads((workspace.publish / "current" / "manifest.json").read_text("utf-8"))
    weeks = sorted(workspace.history.glob("as_of_date=*/week.json"))
    return {
        "publication": manifest["content"],
        "landing": landing_digest(workspace.landing),
        "history": [json.loads(path.read_text("utf-8"))["files"] for path in weeks],
        "outbox": contents(workspace.outbox),
    }


def published_whole(home: Path) -> bool:
    """Whether every file of the current publication is as it was written."""
    return damaged_files((Workspace.at(home).publish / "current").resolve()) == []


def kill_at(inbox: Path, home: Path, after: float, begun: str = "") -> str:
    """Run the second week and kill it after some seconds; where it was by its own folders.

    The seconds count from when the folder `begun` of the home is there.
    """
    run = sync(inbox, home)
    while not (home / begun).exists() and run.poll() is None:
        time.sleep(0.005)
    try:
        run.wait(after)
        return "done"
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)  # its own session, and no other process
        run.wait()
    workspace = Workspace.at(home)
    if any(workspace.outbox.glob(".[!.]*")):
        return "outbox"
    if any(workspace.publish.glob(".[!.]*")):
        return "publishing"
    if (workspace.publish / "current").readlink().name.startswith(SECOND):
        return "after publishing"
    landed = (workspace.landing / "ledger" / f"batch_date={SECOND}").is_dir()
    return "building or checking" if landed else "landing"


def main() -> None:
    """Kill, look, run again, compare; the exit code tells whether all held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=20)
    parser.add_argument("--families", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/killed"))
    asked = parser.parse_args()
    shutil.rmtree(asked.out, ignore_errors=True)
    asked.out.mkdir(parents=True)
    inbox, start = asked.out / "inbox", asked.out / "start"
    wanted = ["--families", str(asked.families), "--weeks", "2", "--seed", "5"]
    subprocess.run([SELARAS, "sample", *wanted, "--out", str(inbox)], check=True)
    first = asked.out / "first"
    shutil.copytree(inbox / FIRST, first / FIRST)
    if sync(first, start).wait():
        sys.exit("the first week was not published")
    undisturbed = asked.out / "undisturbed"
    shutil.copytree(start, undisturbed, symlinks=True)
    began = time.monotonic()
    if sync(inbox, undisturbed).wait():
        sys.exit("the second week was not published")
    length, told = time.monotonic() - began, content(undisturbed)
    chance, broken = random.Random(asked.seed), 0
    for point in range(asked.points):
        home = asked.out / "killed"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(start, home, symlinks=True)
        # one moment in each of as many stretches of the run; of five the last two fall into what
        # is short, publishing and the outbox
        begun = ("", "", "", "publish/.building", "outbox/.building")[point % 5]
        after = length * (chance.random() + (0 if begun else point)) / asked.points
        where = kill_at(inbox, home, after, begun)
        whole = published_whole(home)
        code = sync(inbox, home).wait()
        same = code == 0 and content(home) == told
        broken += not (whole and same)
        seen = "whole" if whole else "BROKEN", "the same" if same else "OTHERWISE"
        print(
            f"killed after {after:5.1f} of {length:.1f} s ({where}):"
            f" published {seen[0]}, next run {seen[1]}",
            flush=True,
        )
    print(f"{asked.points - broken} of {asked.points} points held")
    sys.exit(broken > 0)


if __name__ == "__main__":
    main()
