"""Running the workbench: one process on the loopback, over a copy of how the rules stood."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
from waitress import serve as run

from selaras.folders import what_leads_nowhere
from selaras.messages import say
from selaras.rules.check.book import FOLDER
from selaras.what_if.book import LINKED
from selaras.workbench.app import LONGEST, Bench, create_app
from selaras.workspace import Workspace

HOST = "127.0.0.1"
THREADS = 6


def serve(workspace: Workspace, port: int) -> None:
    """Serve until interrupted; Refusal where the rule book has an error already."""
    with TemporaryDirectory(prefix="selaras-workbench-") as folder:
        base = Path(folder).resolve()
        keep_base(workspace.project, base)
        bench = Bench(workspace, base)
        app = create_app(bench)
        typer.echo(say("workbench.serving", address=f"http://{HOST}:{port}/enter/{bench.key}"))
        run(app, host=HOST, port=port, threads=THREADS, ident=None, max_request_body_size=LONGEST)


def keep_base(project: Path, base: Path) -> None:
    """Keep the rule book and what is compiled from it as they stand."""
    for name in (FOLDER, *LINKED):
        shutil.copytree(project / name, base / name, ignore=what_leads_nowhere)
