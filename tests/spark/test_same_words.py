"""What DuckDB and Spark mean by one expression of the models is the same, to the last digit."""

import duckdb
import pytest
from pyspark.sql import SparkSession

from selaras.spark.rewrite import rewrite

NAMES = """(values
    (1, 'SITI AMINAH', 'SITI  AMINAH', date '2024-02-29', 7, 2.5),
    (2, 'MUHAMMAD', 'MOHAMAD', date '2024-12-31', -7, 0.1),
    (3, 'José Łukasz', 'JOSE LUKASZ', date '1999-01-31', 3, -2.5),
    (4, null, 'A', null, null, null),
    (5, '', 'B.', date '2025-10-17', 0, 0.001),
    (6, '3174099000019001', '3174099000019010', date '2001-03-01', 12, 1234567.885)
) as t (id, a, b, day, n, x)"""
EXPRESSIONS = [
    "regexp_full_match(b, '[A-Z]+')",
    "regexp_full_match(concat(b, chr(10)), '[A-Z]+')",
    "regexp_matches(b, '\\s\\s|[.]')",
    "regexp_replace(b, '([A-Z])[A-Z]', '<\\1>', 'g')",
    "regexp_extract(a, '[0-9]{6}', 0)",
    "array_to_string(regexp_extract_all(b, '[A-Z]{2}'), '/')",
    "jaro_winkler_similarity(a, b)",
    "damerau_levenshtein(a, b)",
    "strip_accents(upper(a))",
    "sha256(concat(a, '/', b))",
    "cast(hash(a, day) as varchar)",
    "concat(a, '/', b)",
    "concat_ws('/', a, b)",
    "a || '/' || b",
    "split_part(b, ' ', -1)",
    "array_to_string(string_split(b, ' '), '|')",
    "array_to_string(list_transform(string_split(b, ' '), lambda w: w || 'x'), ' ')",
    "list_transform([upper(a)], lambda w: w || 'x')[1]",
    "list_has_any(string_split(a, ' '), string_split(b, ' '))",
    "cast(day + to_months(1) as date)",
    "cast(day + to_months(-12) as date)",
    "day + cast(n as integer)",
    "cast(date '2025-01-01' - day as integer)",
    "cast(date_trunc('month', day) as date)",
    "date_diff('month', date '2024-01-01', cast(date_trunc('month', day) as date))",
    "cast(timezone('Asia/Jakarta', try_cast('2025-10-17T20:30:00Z' as timestamptz)) as date)",
    "n // 2",
    "n / 2",
    "n / nullif(3, 0)",
    "x / 3",
    "log2(abs(n) + 0.1)",
    "power(2, -n)",
    "least(round(1 / (1 + power(2, -n)), 6), 0.999999)",
    "round(x, 2)",
    "cast(round(x) as bigint)",
    "greatest(n, id)",
    "lpad(cast(id as varchar), 3, '0')",
    "left(b, 3) || right(b, 3) || substr(b, 2, 2)",
    "rtrim(b, '.,')",
    "trim(concat(chr(160), b, '\u2003 '))",
    "ltrim(concat(chr(9), b))",
    "concat(chr(8203), a, chr(65279))",
    "month(day) + extract(week from day)",
    "try_cast(b as integer)",
    "cast(x as varchar)",
    "cast(cast(x as double) as varchar)",
    "cast(day as varchar)",
    "a is distinct from b",
    "contains(b, 'A')",
    "b like 'A%'",
]


def _both(spark: SparkSession, query: str) -> tuple[list[tuple], list[tuple]]:
    """The rows of a query in both engines."""
    said = [tuple(row) for row in spark.sql(rewrite(query)).collect()]
    return duckdb.sql(query).fetchall(), said


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_expression_has_the_same_value(spark: SparkSession, expression: str) -> None:
    expected, said = _both(spark, f"select id, {expression} as told from {NAMES} order by id")
    assert said == expected


@pytest.mark.parametrize(
    "query",
    [
        "select a from {t} order by a",
        "select a from {t} order by a desc, id",
        "select id, row_number() over (order by n, id) as r from {t} order by id",
        "select id from {t} qualify row_number() over (order by n desc, id) = 1",
        "select min_by(a, n) as p, max_by(a, id) as q, min_by(n, id) as r from {t}",
        "select string_agg(a, '; ' order by a desc) as p from {t}",
        "select string_agg(distinct left(b, 1), ', ' order by left(b, 1)) as p from {t}",
        "select id, count(*) filter (where n > 0) over () as c from {t} order by id",
        "select id, sum(n) filter (where id > 2) over (partition by n > 0) as c"
        " from {t} order by 1",
        "select n > 0 as p, count(*) as c from {t} group by all order by 1",
        "select id, unnest(string_split(b, ' ')) as w from {t} order by id, w",
        "select unnest([a, b]) as w, unnest(range(len([a, b]))) as p from {t} where id = 1",
        "select cast(unnest(generate_series(day, day + 2, interval 1 day)) as date) as d"
        " from {t} where id = 1",
        "select cast(to_json(list_sort(list({'a': a, 'n': n}))) as varchar) as j from {t}",
        "select r['a'] as p, r['n'] as q from (select unnest(from_json("
        '\'[{"a":"x","n":null},{"a":"y","n":"2"}]\', \'[{"a":"VARCHAR","n":"VARCHAR"}]\')) as r)',
        "select id, cast(to_json(t) as map(varchar, varchar))['day'] as d from {t} order by id",
        "select list_sum(list_slice(list_sort(list(n), 'desc'), 1, 2)) as s from {t}",
        "select id from {t} where hash(left(b, 4), n > 0) in"
        " (select hash(left(b, 4), n > 0) from {t} group by 1 having count(*) = 1) order by id",
        "select sum(n) as s, avg(n) as m, count(distinct n) as c from {t}",
    ],
)
def test_a_query_has_the_same_rows(spark: SparkSession, query: str) -> None:
    expected, said = _both(spark, query.replace("{t}", NAMES))
    assert said == expected
