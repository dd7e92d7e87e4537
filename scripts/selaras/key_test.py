"""How a written property file says what one row of a model is."""


def key_test(*columns: str) -> list[dict]:
    """The test by which tools see what one row of a model is."""
    if len(columns) == 1:
        return [{"unique": {"arguments": {"column_name": columns[0]}}}]
    arguments = {"combination_of_columns": list(columns)}
    return [{"unique_combination_of_columns": {"arguments": arguments}}]
