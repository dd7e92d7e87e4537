"""Which lists a result rests on although they did not come with the week."""

from selaras.landing.notice import Notice
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace


def carried_forward(workspace: Workspace) -> list[Notice]:
    """A sentence that names every stale list with its age in days; none where all came."""
    with open_warehouse(workspace) as connection:
        (lists,) = connection.execute("select stale_sources from ops.carried_forward").fetchone()
    return [Notice("run.carried_forward", {"lists": lists})] if lists else []
