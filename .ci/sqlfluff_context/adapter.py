"""What dbt's `adapter` is to a macro, as far as the linter needs it."""

from collections.abc import Callable

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context


@pass_context
def dispatch(context: Context, name: str, namespace: str | None = None) -> Callable[..., str]:
    """The macro of DuckDB, else the portable one; both stand in the file of their caller."""
    found = context.resolve(f"duckdb__{name}")
    return context.resolve(f"default__{name}") if isinstance(found, Undefined) else found
