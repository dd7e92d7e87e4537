"""A killed process, a full disk and two runs at once leave what was published whole."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from selaras.dbt import run_dbt
from selaras.errors import ExitCode, Refusal
from selaras.folders import settle
from selaras.landing import land
from selaras.landing.batches import damaged, landing_digest
from selaras.lock import only_run
from selaras.outbox import write_folders, write_outbox
from selaras.outbox.place import contents
from selaras.publish import damaged_files, publish
from selaras.workspace import Workspace

POINTS = 3


def _begun(week: Path, home: Path) -> subprocess.Popen[bytes]:
    """A landing in a session of its own that has begun to write."""
    run = subprocess.Popen(
        [sys.executable, "-m", "selaras", "land", "--inbox", str(week), "--home", str(home)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (home / "landing").exists() and run.poll() is None:
        time.sleep(0.005)
    return run


def _whole(workspace: Workspace) -> dict:
    """What is published now, which has every file as it was written."""
    current = (workspace.publish / "current").resolve()
    assert damaged_files(current) == []
    with duckdb.connect(str(current / "selaras_marts.duckdb"), read_only=True) as connection:
        assert connection.execute("select count(*) from marts.mart_headline").fetchone() != (0,)
    return json.loads((current / "manifest.json").read_text("utf-8"))


def test_landing_killed_at_random_points_ends_as_an_undisturbed_one(
    inbox: Path, tmp_path: Path
) -> None:
    undisturbed = Workspace.at(tmp_path / "undisturbed")
    week = tmp_path / "inbox"
    shutil.copytree(inbox / "2025-10-24", week / "2025-10-24")
    run, started = _begun(week, undisturbed.home), time.monotonic()
    assert run.wait() == 0
    length = time.monotonic() - started
    chance, workspace = random.Random(12), Workspace.at(tmp_path / "killed")
    killed = 0
    for _ in range(POINTS):
        shutil.rmtree(workspace.home, ignore_errors=True)
        run = _begun(week, workspace.home)
        time.sleep(chance.uniform(0, 0.7) * length)
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)  # its own session, and no other process
        killed += run.wait() == -signal.SIGKILL
        land(week, workspace)
        assert landing_digest(workspace.landing) == landing_digest(undisturbed.landing)
        assert damaged(workspace.landing, in_full=True) == {}
    assert killed


def test_publishing_killed_at_random_points_leaves_the_old_or_the_new(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    before = _whole(workspace)
    old = (workspace.publish / "current").readlink()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("delete from marts.mart_finding_v2 where rowid % 10 = 0")
    started = time.monotonic()
    publish(workspace, [])
    length = time.monotonic() - started
    after = _whole(workspace)
    new = (workspace.publish / "current").readlink()
    assert before["content"] != after["content"]
    chance, killed = random.Random(12), 0
    for _ in range(POINTS):
        shutil.rmtree(workspace.publish / new)
        (workspace.publish / "current").unlink()
        (workspace.publish / "current").symlink_to(old)
        program = "from selaras.publish import publish; from selaras.workspace import Workspace;"
        program += f" publish(Workspace.at({str(workspace.home)!r}), [])"
        run = subprocess.Popen([sys.executable, "-c", program])
        time.sleep(chance.uniform(0.5, 1.2) * length + 0.5)
        run.kill()
        killed += run.wait() == -signal.SIGKILL
        assert _whole(workspace) in (before, after)
        publish(workspace, [])
        assert _whole(workspace) == after
        assert [path.name for path in workspace.publish.glob(".*")] == []
    assert killed


def test_writing_the_outbox_killed_at_random_points_leaves_it_as_it_was_or_whole(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    started = time.monotonic()
    day = write_folders(workspace).folder
    length, whole = time.monotonic() - started, contents(day)
    (day / "bps" / "sampul.html").write_text("of another week", encoding="utf-8")
    before = contents(day)
    program = "from selaras.outbox import write_folders; from selaras.workspace import Workspace;"
    program += f" write_folders(Workspace.at({str(workspace.home)!r}))"
    chance, killed = random.Random(12), 0
    for _ in range(POINTS):
        run = subprocess.Popen([sys.executable, "-c", program])
        while not (workspace.outbox / ".building").exists() and run.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 1) * length)
        run.kill()
        killed += run.wait() == -signal.SIGKILL
        settle(workspace.outbox)
        assert contents(day) in (before, whole)
    assert killed
    write_folders(workspace)
    assert contents(day) == whole
    assert [path.name for path in workspace.outbox.iterdir()] == [day.name]


def test_the_second_of_two_syncs_stops_with_one_sentence(
    inbox: Path, selaras: Callable, tmp_path: Path
) -> None:
    with only_run(Workspace.at(tmp_path / "home")):
        second = selaras("sync", "--inbox", inbox, "--home", tmp_path / "home")
    assert second.returncode == ExitCode.INPUT_REFUSED
    assert len(second.stderr.strip().splitlines()) == 1
    assert "in use by another process" in second.stderr


def test_a_file_that_is_still_being_written_waits_for_the_next_run(
    inbox: Path, tmp_path: Path
) -> None:
    drop = tmp_path / "inbox" / "2025-10-24"
    drop.mkdir(parents=True)
    path = drop / "dukcapil_penduduk_20251024.csv"
    shutil.copy(inbox / "2025-10-24" / path.name, path)
    lines = path.read_bytes().splitlines(keepends=True)
    arrived = threading.Event()

    def write() -> None:
        with path.open("ab") as file:
            while not arrived.wait(0.002):
                file.write(lines[-1])
                file.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        (refused,) = land(drop.parent, Workspace.at(tmp_path / "home")).refusals
    finally:
        arrived.set()
        writer.join()
    assert refused.key == "landing.changing"
    path.write_bytes(b"".join(lines))
    assert land(drop.parent, Workspace.at(tmp_path / "home")).refusals == ()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small disk of its own, where that is allowed."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(options: str) -> Path:
        wanted = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        if subprocess.run(wanted, capture_output=True, check=False).returncode:
            pytest.skip("mounting a small disk is not allowed here")
        return place

    yield mount
    subprocess.run(["umount", "--lazy", str(place)], capture_output=True, check=False)


def test_a_full_disk_while_landing_is_one_sentence_and_lands_nothing_by_halves(
    inbox: Path, selaras: Callable, small_disk: Callable[[str], Path]
) -> None:
    home = small_disk("size=1m")
    found = selaras("land", "--inbox", inbox, "--home", home)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "Traceback" not in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1
    assert not list((home / "landing").glob("ledger/batch_date=*"))


def test_a_full_disk_while_building_is_one_sentence(
    copied: Callable[[], Workspace], small_disk: Callable[[str], Path], tmp_path: Path
) -> None:
    whole = copied()
    room = whole.database.stat().st_size // 1024 + 256
    full = Workspace.at(small_disk(f"size={room}k"))
    shutil.copy(whole.database, full.database)
    for name in ("landing", "target", "logs", "history"):  # these stand where there is room
        (tmp_path / name).mkdir()
        (full.home / name).symlink_to(tmp_path / name)
    (full.home / "landing").unlink()
    (full.home / "landing").symlink_to(whole.landing.resolve())
    with pytest.raises(Refusal) as refused:
        run_dbt(full, ["run", "--select", "path:models/outbox"])
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED
    assert "no space left" in str(refused.value) and "\n" not in str(refused.value)


def test_a_full_disk_while_writing_the_outbox_leaves_what_was_sent_as_it_was(
    copied: Callable[[], Workspace], small_disk: Callable[[str], Path]
) -> None:
    workspace = copied()
    workspace.outbox.symlink_to(small_disk("size=300k"))
    sent = workspace.outbox / "2025-10-24" / "bps"
    sent.mkdir(parents=True)
    (sent / "sampul.html").write_text("as it was", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        write_outbox(workspace, [])
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED
    assert "cannot be written" in str(refused.value) and "\n" not in str(refused.value)
    assert [path.name for path in workspace.outbox.rglob("*")] == [
        "2025-10-24",
        "bps",
        "sampul.html",
    ]
    assert (sent / "sampul.html").read_text(encoding="utf-8") == "as it was"


def test_a_full_disk_while_publishing_keeps_the_old_publication(
    copied: Callable[[], Workspace], selaras: Callable, small_disk: Callable[[str], Path]
) -> None:
    workspace = copied()
    files = [path for path in workspace.publish.rglob("*") if not path.is_symlink()]
    disk = small_disk(f"size={sum(path.stat().st_size for path in files) // 1024 + 1024}k")
    shutil.move(workspace.publish, disk / "publish")
    workspace.publish.symlink_to(disk / "publish")
    before = _whole(workspace)
    with (disk / "filled").open("wb") as filler, pytest.raises(OSError):
        for _ in range(100):
            filler.write(bytes(1 << 17))
            filler.flush()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("delete from marts.mart_finding_v2 where rowid % 10 = 0")
    found = selaras("publish", "--home", workspace.home)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "Traceback" not in found.stderr and "cannot be written" in found.stderr
    assert _whole(workspace) == before
    assert [path.name for path in workspace.publish.glob(".*")] == []


def test_a_read_only_home_is_one_sentence(
    inbox: Path, selaras: Callable, small_disk: Callable[[str], Path]
) -> None:
    home = small_disk("ro,size=1m")
    found = selaras("sync", "--inbox", inbox, "--home", home)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "Traceback" not in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


def test_old_publications_go_and_the_current_one_never(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    current = (workspace.publish / "current").readlink().name
    for day in ("2024-01-05", "2024-01-12", "2026-01-09", "2026-01-16", "2026-01-23"):
        (workspace.publish / f"{day}-00000000").mkdir()
    (workspace.publish / ".leaving.2023-12-29-00000000").mkdir()
    monkeypatch.setattr("selaras.publish.pruning._most", lambda _: 2)
    said = []
    publish(workspace, [], tell=said.append)
    left = {path.name for path in workspace.publish.iterdir()}
    assert left == {"current", current, "2026-01-16-00000000", "2026-01-23-00000000"}
    assert (workspace.publish / "current").readlink().name == current
    assert [notice.key for notice in said] == ["publish.pruned"]
