"""Whom an officer means: by a number, or by name and birth date."""

from datetime import date

import duckdb

from selaras.warehouse import Row, rows

MOST = 20
# The same birth date and a name that is much alike; marks and titles of names are no matter.
NAMED = f"""
    select person_id, full_name, birth_date, region_name, right(nik, 4) as last_digits
    from conformed.dim_person
    left join conformed.dim_region using (region_code)
    where
        birth_date = $born
        and jaro_winkler_similarity(upper(full_name), upper(trim($name))) >= 0.85
    order by jaro_winkler_similarity(upper(full_name), upper(trim($name))) desc, person_id
    limit {MOST}
"""


def named(connection: duckdb.DuckDBPyConnection, name: str, born: date) -> list[Row]:
    """Who has this birth date and a name like this, the likest first, at most MOST.

    Only the last four digits of a number, so that an officer can tell apart who stands there.
    """
    return rows(connection, NAMED, {"name": name, "born": born})
