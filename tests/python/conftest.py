"""One built workspace for all tests that only read it."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from selaras.sample import write_sample
from selaras.sync import sync
from selaras.workspace import PROJECT, Workspace

FAMILIES = 1000
# What dbt read and did it writes as JSON, which takes it seconds: tests that read it ask for that.
WRITES_JSON = "DBT_WRITE_JSON"
os.environ[WRITES_JSON] = "false"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """One folder for all the processes that run tests."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def inbox(shared: Path) -> Path:
    """Two weekly drops of a small city."""
    drops = shared / "drops"
    with _first(shared / "drops.done") as is_first:
        if is_first:
            write_sample(families=FAMILIES, weeks=2, seed=7, out=drops)
    return drops


@pytest.fixture(scope="session")
def built(inbox: Path, shared: Path) -> Workspace:
    """A workspace after one sync of the drops; tests only read it."""
    workspace = Workspace.at(shared / "built")
    with _first(shared / "built.done") as is_first, pytest.MonkeyPatch.context() as patch:
        patch.delenv(WRITES_JSON)
        if is_first:
            sync(inbox, workspace)
    return workspace


@pytest.fixture(scope="module")
def with_json() -> Iterator[None]:
    """Let dbt write what it read and did, as it does for everybody else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(WRITES_JSON)
        yield


@contextmanager
def _first(mark: Path) -> Iterator[bool]:
    """True for the first process that comes here; the others wait until it is done."""
    with mark.with_suffix(".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield not mark.exists()
        mark.touch()


@pytest.fixture
def copied(built: Workspace, tmp_path: Path) -> Callable[[], Workspace]:
    """Make a copy of the built workspace that a test may spoil; its landing is shared."""

    def copy() -> Workspace:
        home = tmp_path / "home"
        home.mkdir()
        shutil.copy(built.database, home / built.database.name)
        (home / "landing").symlink_to(built.landing)
        shutil.copytree(built.history, home / "history")
        shutil.copytree(built.publish, home / "publish", symlinks=True)
        return Workspace.at(home)

    return copy


@pytest.fixture
def own(built: Workspace, tmp_path: Path) -> Workspace:
    """The built warehouse with a project whose reforms and allocations a test may write."""
    project, home = tmp_path / "project", tmp_path / "home"
    for name in ("reforms", "allocations"):
        (project / name).mkdir(parents=True)
    home.mkdir()
    for name in ("models", "macros", "seeds", "rules", "dbt_project.yml"):
        (project / name).symlink_to(PROJECT / name)
    os.link(built.database, home / built.database.name)
    return replace(Workspace.at(home), project=project)


@pytest.fixture(scope="session")
def selaras() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command as a shell would, with no setting of the caller's."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "selaras", *map(str, arguments)],
            capture_output=True,
            text=True,
            env=clean | environment,
            check=False,
        )

    return run
