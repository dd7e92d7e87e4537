"""Field work on paper: many draws of one city, what visits would find, and the whole truth."""

from pathlib import Path

import duckdb

from selaras.audit.draw import SQL
from selaras.linkage.report.evaluation import evaluate

# What a visit to each unit of the frame would find. Who is really on a list, and what befell its
# rows, says the truth of the sample: a row that something befell stands for one that is attached
# to somebody else. Of the rest, some verdicts are wrong and some of those that the data leave open
# are eligible, by a digest.
TRUTH = """
    with

    enrolled as (

        select distinct programme, nik, no_kk
        from read_parquet($enrolment)

    ),

    befallen as (

        select source_row_id, bool_or(corruptions != ['none']) as is_befallen
        from judged
        group by source_row_id

    )

    select
        frame.programme_id,
        frame.subject_id,
        case
            when frame.coverage in ('open', 'unlinked')
                then md5('open' || frame.subject_id) < '90'
            else
                (frame.coverage in ('reached', 'missed'))
                != (md5('odd' || frame.subject_id) < '0d')
        end as is_eligible,
        case
            when frame.programme_id in ('pbi_jk', 'pbi_apbd') then frame.part = 'listed'
            when frame.unit = 'person' then by_person.nik is not null
            else by_family.no_kk is not null
        end as receives,
        case when frame.part = 'listed' then not coalesce(befallen.is_befallen, false) end
            as is_same_person,
        case when frame.part = 'unlinked' then true end as is_registered

    from audit.audit_frame as frame
    left join befallen on frame.source_row_id = befallen.source_row_id
    left join conformed.dim_person as person on frame.person_id = person.person_id
    left join conformed.dim_household as household on frame.household_id = household.household_id
    left join (select distinct programme, nik from enrolled) as by_person
        on frame.programme_id = by_person.programme and person.nik = by_person.nik
    left join (select distinct programme, no_kk from enrolled) as by_family
        on frame.programme_id = by_family.programme and household.no_kk = by_family.no_kk
"""
# What would be found, were everybody visited.
CENSUS = """
    with

    unit as (

        select
            framed.by_programme as programme_id, framed.by_city as city_code, framed.part,
            truth.is_eligible, truth.receives,
            case
                when part = 'listed' then not truth.is_same_person else truth.is_registered
            end as is_wrong
        from framed inner join truth using (programme_id, subject_id)

    ),

    measured as (

        select *, 'inclusion_error' as measure, not is_eligible as is_error, true as counts
        from unit where part in ('listed', 'unlinked')
        union all
        select *, 'exclusion_error', is_eligible and not receives, is_eligible
        from unit where part != 'unlinked'
        union all
        select *, 'linkage_error', is_wrong, true from unit where part in ('listed', 'unlinked')

    )

    select
        measure, programme_id, city_code,
        count(*) filter (where is_error) / nullif(count(*) filter (where counts), 0) as truth
    from measured
    group by grouping sets
        ((measure, programme_id, city_code), (measure, programme_id), (measure))
"""


def open_field(database: Path, truth: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse with a table `truth`: what a visit to each unit of the frame would find."""
    field = duckdb.connect(str(database), read_only=True)
    evaluate(field, truth)
    told = {"enrolment": str(truth / "enrolment.parquet")}
    field.execute(f"create temp table truth as {TRUTH}", told)
    return field


def draw_often(
    field: duckdb.DuckDBPyConnection, folder: Path, times: int, size: int, by: list[str]
) -> None:
    """Draw again and again, each time with another seed, and write what the visits would find."""
    asked = {"by": by, "size": size}
    field.execute(f"create or replace temp table framed as {_sql('framed')}", asked)
    found = f"select $draw as draw_id, date '2025-10-24' as list_date, * from ({_sql('draw')})"
    for seed in range(times):
        into = "insert into drawn" if seed else "create or replace temp table drawn as"
        field.execute(f"{into} {found}", {"draw": f"s{seed}", "seed": str(seed), "size": size})
    folder.mkdir(parents=True)
    field.execute(f"copy drawn to '{folder}/visit.parquet'")
    field.execute(
        f"copy (select 's' || n as draw_id, stratum.* from ({_sql('stratum')}) as stratum,"
        f" range({times}) as seed (n)) to '{folder}/stratum.parquet'"
    )
    field.execute(
        "copy (select draw_id, visit_id, truth.* exclude (programme_id, subject_id) from drawn"
        " inner join truth on drawn.visited_programme_id = truth.programme_id"
        f" and drawn.subject_id = truth.subject_id) to '{folder}/answer.parquet'"
    )


def write_cases(folder: Path, cases: dict[str, list[tuple]]) -> None:
    """Write draws made up by hand: strata of part, units, and the answers of their visits.

    An answer is (is_eligible, receives), or None where nobody answered.
    """
    folder.mkdir(parents=True)
    with duckdb.connect() as database:
        database.execute(
            "create table stratum (draw_id varchar, programme_id varchar, city_code varchar,"
            " district_code varchar, national_decile varchar, part varchar, coverage varchar,"
            " unit_count bigint);"
            "create table visit (draw_id varchar, list_date date, visit_id varchar,"
            " programme_id varchar, city_code varchar, district_code varchar,"
            " national_decile varchar, part varchar, inclusion_probability double);"
            "create table answer (draw_id varchar, visit_id varchar, is_eligible boolean,"
            " receives boolean, is_same_person boolean, is_registered boolean)"
        )
        strata, visits, answers = [], [], []
        for draw, groups in cases.items():
            for city, part, units, told in groups:
                place = ["klj", city, None, None, part]
                strata.append([draw, *place, "open", units])
                for number, answer in enumerate(told):
                    visit = f"{city}-{part}-{number}"
                    visits.append([draw, "2025-10-24", visit, *place, len(told) / units])
                    if answer is not None:
                        answers.append([draw, visit, *answer, None, None])
        for table, rows in (("stratum", strata), ("visit", visits), ("answer", answers)):
            marks = ", ".join("?" for _ in rows[0])
            database.executemany(f"insert into {table} values ({marks})", rows)
            database.execute(f"copy {table} to '{folder}/{table}.parquet'")


def _sql(name: str) -> str:
    """One of the queries with which visits are drawn."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
