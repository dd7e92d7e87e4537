"""A cluster of Spark on this machine: a master and workers in processes of their own."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyspark

SPARK_HOME = Path(pyspark.__file__).parent
PATIENCE = 60
# Of each worker: one core, and what its executor may take beside its Python.
OFFERED = ["--cores", "1", "--memory", "2g"]
HERE = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]


@dataclass
class Cluster:
    """What runs, and the folder of what it logs, with `conf/` for who asks it to work."""

    folder: Path
    master: str = ""
    running: list[subprocess.Popen] = field(default_factory=list)

    @property
    def conf(self) -> Path:
        """What SPARK_CONF_DIR has to be so that a session works on this cluster."""
        return self.folder / "conf"

    @property
    def events(self) -> list[dict]:
        """What Spark's own log tells of the sessions that worked here; waits for their ends."""
        end = time.monotonic() + PATIENCE
        while any(self.folder.glob("app-*.inprogress")):  # Java ends after its Python
            assert time.monotonic() < end
            time.sleep(0.1)
        logs = self.folder.glob("app-*")
        return [json.loads(line) for log in logs for line in log.read_text("utf-8").splitlines()]

    def configure(self, settings: dict[str, str]) -> None:
        """Write what a session is told beside the place of the master and of its events."""
        self.conf.mkdir()
        told = {"spark.master": self.master, "spark.eventLog.enabled": "true"}
        told |= {"spark.eventLog.dir": str(self.folder), "spark.eventLog.compress": "false"}
        told |= {"spark.eventLog.rolling.enabled": "false", "spark.driver.host": "127.0.0.1"}
        told |= {"spark.executor.memory": "1g"} | settings
        lines = [f"{name} {value}\n" for name, value in told.items()]
        (self.conf / "spark-defaults.conf").write_text("".join(lines), encoding="utf-8")

    def kill_worker(self, number: int) -> list[int]:
        """End a worker and what works for it, at once and unasked; the processes that it were."""
        session = self.running[number].pid
        ended = [process for process in _processes() if _session_of(process) == session]
        for process in ended:
            with suppress(ProcessLookupError):  # it ended with what it worked for
                os.kill(process, signal.SIGKILL)
        self.running[number].wait()
        return ended

    def is_working(self, number: int) -> bool:
        """Whether a worker has an executor that runs."""
        return self.running[number].poll() is None and any(
            b"CoarseGrainedExecutorBackend" in _command(process)
            for process in _processes()
            if _session_of(process) == self.running[number].pid
        )


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A master and workers, which end with all that they began."""
    folder.mkdir(parents=True)
    started = Cluster(folder)
    deploy = "org.apache.spark.deploy"
    try:
        _start(started, "master", f"{deploy}.master.Master", HERE)
        (said,) = _lines(folder / "master.log", "Starting Spark master at ", 1)
        started.master = said.split()[-1]
        for number in range(1, workers + 1):
            own = ["--work-dir", str(folder / f"work-{number}"), *OFFERED, *HERE, started.master]
            _start(started, f"worker-{number}", f"{deploy}.worker.Worker", own)
        _lines(folder / "master.log", "Registering worker", workers)
        yield started
    finally:
        for number in reversed(range(len(started.running))):
            started.kill_worker(number)


def _start(cluster: Cluster, name: str, main: str, arguments: list[str]) -> None:
    """Start one of Spark's own programs, in a session of processes of its own."""
    environment = os.environ | {"SPARK_HOME": str(SPARK_HOME), "SPARK_DAEMON_MEMORY": "256m"}
    environment |= {"SPARK_LOCAL_DIRS": str(cluster.folder), "SPARK_LOCAL_IP": "127.0.0.1"}
    environment.pop("SPARK_CONF_DIR", None)
    with (cluster.folder / f"{name}.log").open("wb") as log:
        program = [str(SPARK_HOME / "bin" / "spark-class"), main, *arguments]
        process = subprocess.Popen(
            program, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    cluster.running.append(process)


def _lines(log: Path, told: str, count: int) -> list[str]:
    """So many lines of a log that say something; waits for them."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = [line for line in log.read_text("utf-8").splitlines() if told in line]
        if len(found) >= count:
            return found[:count]
        time.sleep(0.1)
    raise TimeoutError(log.read_text("utf-8")[-2000:])


def _processes() -> list[int]:
    """All processes of this machine."""
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]


def _session_of(process: int) -> int | None:
    """Which process began the session of another; None of one that has ended."""
    try:
        return os.getsid(process)
    except ProcessLookupError:
        return None


def _command(process: int) -> bytes:
    """How a process was called; nothing of one that has ended."""
    try:
        return (Path("/proc") / str(process) / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
