"""Why one person and family get what they get."""

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.explain.reader import Explanation, Reader, Verdict
from selaras.explain.subject import find
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

__all__ = ["Explanation", "Verdict", "explain", "explained"]


def explain(workspace: Workspace, who: str, programme: str | None = None) -> Explanation:
    """Collect what was decided on a NIK, No KK, person_id or household_id, and why.

    A number that only rows of lists hold gives those rows; one that nothing holds is a Refusal.
    """
    with open_warehouse(workspace) as connection:
        _refuse_unknown_programme(connection, programme)
        return explained(connection, who, programme)


def explained(
    connection: duckdb.DuckDBPyConnection, who: str, programme: str | None = None
) -> Explanation:
    """The same from a warehouse that is open."""
    subject = find(connection, who)
    if subject is None:
        raise Refusal(ExitCode.USAGE, "explain.nobody")
    return Reader(connection, subject, programme).explanation()


def _refuse_unknown_programme(connection: duckdb.DuckDBPyConnection, programme: str | None) -> None:
    """Refuse a programme that nothing knows."""
    known = connection.execute("select programme_id from conformed.dim_programme order by all")
    ids = [programme_id for (programme_id,) in known.fetchall()]
    if programme and programme not in ids:
        raise Refusal(
            ExitCode.USAGE, "explain.no_programme", programme=programme, known=", ".join(ids)
        )
