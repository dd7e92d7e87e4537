"""What the models say in DuckDB's words is written for Spark with the same meaning.

That both engines then say the same is tried by tests/spark, which needs Spark (`make test-spark`).
"""

import pytest
import sqlglot
from sqlglot import exp

from selaras.spark.rewrite import rewrite


@pytest.mark.parametrize(
    ("duckdb", "spark"),
    [
        ("select regexp_full_match(a, 'x.')", "SELECT a RLIKE '^(?:x.)\\\\z'"),
        (
            "select regexp_replace(a, '(b)', '\\1$', 'g')",
            "SELECT REGEXP_REPLACE(a, '(b)', '$1\\\\$')",
        ),
        ("select a // b + 1", "SELECT ((a) DIV (b)) + 1"),
        ("select a / b", "SELECT CAST(a AS DOUBLE) / CAST(b AS DOUBLE)"),
        ("select d + to_months(2)", "SELECT ADD_MONTHS(d, 2)"),
        ("select chr(8203) || a", "SELECT '\u200b' || a"),
        ("select year(d)", "SELECT CAST(YEAR(d) AS BIGINT)"),
        (
            "select min_by(a, b) from t",
            "SELECT MIN_BY(a, CASE WHEN NOT (a) IS NULL THEN b END) FROM t",
        ),
        (
            "select count(*) filter (where a) over (partition by b) from t",
            "SELECT COUNT(CASE WHEN a THEN 1 END) OVER (PARTITION BY b) FROM t",
        ),
        (
            "select cast(unnest(generate_series(a, b, interval 1 day)) as date) as day",
            "SELECT EXPLODE(TRANSFORM(SEQUENCE(a, b, INTERVAL '1' DAY), "
            "each -> CAST(each AS DATE))) AS day",
        ),
        (
            "select a, unnest(b) as c, unnest(d) as e from t",
            "SELECT a, INLINE(ARRAYS_ZIP(b, d)) AS (c, e) FROM t",
        ),
        (
            "select cast(hash(a) as varchar) from t where hash(a) in (select hash(b) from u)",
            "SELECT CAST(HASH_OF(a) AS STRING) FROM t "
            "WHERE XXHASH64(a) IN (SELECT XXHASH64(b) FROM u)",
        ),
        ("select map {'a': b, 'c': null} as d", "SELECT MAP('a', b, 'c', NULL) AS d"),
        ("select cast('`' as string) as `a`", "SELECT CAST('`' AS STRING) AS `a`"),
        ('select x from "selaras"."marts"."t"', "SELECT x FROM `marts`.`t`"),
    ],
)
def test_what_spark_calls_otherwise_is_written_as_spark_calls_it(duckdb: str, spark: str) -> None:
    assert rewrite(duckdb) == spark


def test_a_union_by_name_is_in_order_and_null_where_a_side_lacks_a_column() -> None:
    asked: list[str] = []

    def columns_of(query: exp.Query) -> list[str]:
        asked.append(query.sql("duckdb"))
        return {"one": ["a", "b"], "two": ["b", "c"]}[query.find(exp.From).name]

    told = rewrite(
        "with s as (select 1) select * from one union all by name select * from two", columns_of
    )

    branches = sqlglot.parse_one(told, read="spark")
    assert [each.alias_or_name for each in branches.this.selects] == ["a", "b", "c"]
    assert [each.unalias().sql() for each in branches.this.selects] == ["a", "b", "NULL"]
    assert [each.unalias().sql() for each in branches.expression.selects] == ["NULL", "b", "c"]
    assert all(query.startswith("WITH s AS (SELECT 1)") for query in asked)
