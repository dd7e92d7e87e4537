"""Running the desk: one process, many threads, on the loopback unless told otherwise."""

from pathlib import Path

from waitress import serve as run

from selaras.desk.app import LONGEST, Setting, create_app
from selaras.desk.copied import CURRENT, renew_copy
from selaras.desk.proxy import Proxy
from selaras.desk.users import users
from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
THREADS = 8


def serve(
    workspace: Workspace,
    inbox: Path,
    host: str,
    port: int,
    name: str | None,
    needs_two: bool,
    proxy: Proxy,
) -> None:
    """Serve until interrupted; `name` is the one under which the proxy with TLS is asked for it."""
    if proxy.user_header and not name:
        raise Refusal(ExitCode.USAGE, "desk.header_without_name")
    if not users(workspace.desk):
        raise Refusal(ExitCode.USAGE, "desk.no_user", home=workspace.home)
    if not (workspace.desk / CURRENT).exists():
        renew_copy(workspace)
    hosts = [*LOOPBACK, *([name] if name else [])]
    behind = proxy if name else None
    app = create_app(workspace, inbox, Setting(hosts, name is not None, needs_two, behind))
    run(app, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=LONGEST)
