"""`python -m selaras.site HOME OUT`: gather the pages, and the one file of dbt's documentation."""

import sys
from pathlib import Path

from selaras.dbt import run_dbt
from selaras.site.gather import gather, write
from selaras.workspace import Workspace

STATIC = "static_index.html"
# dbt's page holds all it needs; this forbids it the rest, such as counting who reads it.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline';"
    " img-src data:; font-src data:"
)
HEAD = f'<head>\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def main(home: str, out: str) -> None:
    """Write `<out>/en` and `<out>/id` for Sphinx, and `<out>/dbt/index.html`, from a built home."""
    workspace, folder = Workspace.at(home), Path(out)
    write(folder / "pages", *gather(workspace))
    run_dbt(workspace, ["docs", "generate", "--static", "--no-compile"])
    (folder / "extra/dbt").mkdir(parents=True, exist_ok=True)
    page = (workspace.target / STATIC).read_text(encoding="utf-8").replace("<head>", HEAD, 1)
    (folder / "extra/dbt/index.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
