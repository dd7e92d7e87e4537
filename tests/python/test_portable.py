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
        ("select a // b from t", "integer division //"),
        ("select a from t qualify row_number() over (order by a) = 1", "qualify"),
        ("select n from unnest([1, 2]) as u (n)", "unnest"),
        ("select sha256(a) from t", "sha256"),
        ("select a from t union all by name select a from s", "union by name"),
        ("select a, count(*) from t group by all", "group by all"),
        ("select count(*) filter (where a) over () from t", "filter in a window"),
        ("select string_agg(a, ',' order by b) from t", "order by in an aggregate"),
        ("select regexp_full_match(a, 'x') from t", "function regexp_full_match"),
        ("select jaro_winkler_similarity(a, b) from t", "function jarowinkler_similarity"),
        ("select list_sum(a) from t", "function list_sum"),
        ("with s as (with s as (select 1 as a) from s) from s", "with names a step twice"),
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
        "select portable_regex_fits(a), case when a is distinct from b then 1 end from t",
    ],
)
def test_what_spark_has_is_not(sql: str) -> None:
    assert portable.constructs(sql) == set()


def test_a_macro_that_has_a_form_for_spark_stands_as_a_call_of_its_name() -> None:
    sql = portable._ForSpark().render("select {{ regex_fits('trim(a // 2)', '[0-9]+') }} from t")
    assert sql.lower() == "select portable_regex_fits(trim(a // 2)) from t"
    assert portable.constructs(sql) == {"integer division //"}
