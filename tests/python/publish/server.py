"""A PostgreSQL of the tests' own, from Debian's packages, in a folder that goes with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

ACCOUNT = "postgres"
SETTINGS = "-c listen_addresses='' -c fsync=off -c max_connections=60"


@dataclass(frozen=True)
class Server:
    """A running server; `host` is the folder of its socket."""

    host: str

    def connect(self, user: str, database: str = "selaras") -> psycopg.Connection:
        """A connection that commits every statement."""
        return psycopg.connect(host=self.host, user=user, dbname=database, autocommit=True)


def programs() -> Path | None:
    """The folder of the newest installed server's programs, or None."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: int(path.parts[-3]), default=None)
    return newest and newest.parent


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """Start a server, and stop it afterwards; it never runs as root."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    run = ["runuser", "-u", ACCOUNT, "--"] if os.getuid() == 0 else []
    if run:
        shutil.chown(folder, ACCOUNT)

    def call(name: str, *arguments: str) -> None:
        command = [*run, str(programs / name), "--pgdata", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    try:
        call(
            "initdb", "--auth=trust", f"--username={ACCOUNT}", "--no-sync", "--no-locale", "-EUTF8"
        )
        start = ["-w", f"--log={folder}/log", f"--options={SETTINGS} -k {folder}"]
        call("pg_ctl", "start", *start)
        try:
            yield Server(str(folder))
        finally:
            call("pg_ctl", "stop", "-w", "--mode=immediate")
    finally:
        shutil.rmtree(folder)
