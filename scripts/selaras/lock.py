"""One run at a time in a workspace."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace


@contextmanager
def only_run(workspace: Workspace) -> Iterator[None]:
    """Hold the workspace while work is done in it; it is free again when the process ends."""
    if odd := set(str(workspace.home)) & set("?\\"):
        values = {"home": workspace.home, "sign": odd.pop()}
        raise Refusal(ExitCode.INPUT_REFUSED, "run.odd_home", **values)
    try:
        workspace.prepare()
        handle = (workspace.home / ".lock").open("a")
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED,
            "run.no_home",
            home=workspace.home,
            error=error.strerror or error,
        ) from None
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(ExitCode.INPUT_REFUSED, "run.in_use", home=workspace.home) from None
        yield
