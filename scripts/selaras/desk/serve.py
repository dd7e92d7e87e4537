"""Running the desk: one process, many threads, on the loopback unless told otherwise."""

from pathlib import Path

from waitress import serve as run

from selaras.desk.app import Setting, create_app
from selaras.desk.copied import CURRENT, renew_copy
from selaras.desk.users import users
from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
THREADS = 8
# Whom a proxy on this machine speaks for, so that one place of many tries is not the proxy.
PROXY = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_headers": {"x-forwarded-for"},
    "clear_untrusted_proxy_headers": True,
}


def serve(
    workspace: Workspace, inbox: Path, host: str, port: int, name: str | None, needs_two: bool
) -> None:
    """Serve until interrupted; `name` is the one under which a proxy with TLS is asked for it."""
    if not users(workspace.desk):
        raise Refusal(ExitCode.USAGE, "desk.no_user", home=workspace.home)
    if not (workspace.desk / CURRENT).exists():
        renew_copy(workspace)
    hosts = [*LOOPBACK, *([name] if name else [])]
    app = create_app(workspace, inbox, Setting(hosts, name is not None, needs_two))
    behind = PROXY if name else {}
    run(app, host=host, port=port, threads=THREADS, ident=None, **behind)
