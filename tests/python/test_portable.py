"""What Spark has not is told, also where sqlglot passes it in silence; what it has is not."""

import importlib.util

import pytest

from selaras.workspace import PROJECT

_SPEC = importlib.util.spec_from_file_location("portable", PROJECT / ".ci" / "portable.py")
portable = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(portable)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select list_zip(a, b) from t", "function list_zip"),
        ("select to_centuries(a) from t", "function to_centuries"),
        ("select * replace (b as a) from t", "replace in a star"),
        ("select columns('a.*') from t", "columns(...)"),
    ],
)
def test_what_spark_has_not_is_told(sql: str, told: str) -> None:
    assert told in portable.constructs(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select cast(a as varchar), coalesce(b, 1)::bigint from t",
        "with s as (select a, max(b) as b from t group by a) select s.* from s join t using (a)",
        "select row_number() over (partition by a order by b desc nulls last) from t",
        "select count(*) filter (where a > 1) as n, string_agg(a, ',') from t",
        "select case when a is distinct from b then 1 end from t",
        "select a // b, sha256(a), regexp_full_match(a, 'x') from t",
        "select a from t qualify row_number() over (order by a) = 1",
        "select a, count(*) from t group by all",
        "select count(*) filter (where a) over () from t",
        "select string_agg(a, ',' order by b) from t",
        "select jaro_winkler_similarity(a, b) from t",
        "with s as (with s as (select 1 as a) from s) from s",
        "select upper(unnest(a)) as b from t",
        "select unnest(a) as b, unnest(range(len([1, 2]))) as c from t",
    ],
)
def test_what_spark_has_is_not(sql: str) -> None:
    assert portable.constructs(sql) == set()
