"""Values inside the text of a query: where DuckDB takes no parameters, and in what is compiled."""


def text(value: object) -> str:
    """A value as an SQL text literal."""
    return "'" + str(value).replace("'", "''") + "'"
