-- From what the week before left behind to what is judged and found today: the causes told make
-- up the whole difference, in verdicts, rupiah and findings. Reads neither states nor steps.
with

was_on as (

    select was_on as day from cause.last_week

),

verdict as (

    select
        programme_id,
        coverage,
        count(*) as units,
        coalesce(sum(entitled_amount), 0) as rupiah
    from eligibility.fct_eligibility
    where (select day from was_on) is not null
    group by all

),

verdict_then as (

    select
        programme_id,
        coverage,
        count(*) as units,
        coalesce(sum(entitled_amount), 0) as rupiah
    from past.week_verdict
    where as_of_date = (select day from was_on)
    group by all

),

told as (

    select
        programme_id,
        coverage,
        sum(units) as units,
        sum(rupiah) as rupiah
    from (
        select programme_id, coverage, 1 as units, coalesce(entitled_amount, 0) as rupiah
        from (select distinct on (programme_id, unit, coalesce(person_id, household_id)) *
            from marts.mart_verdict_change
            order by programme_id, unit, coalesce(person_id, household_id), step desc)
        union all
        select programme_id, was_coverage, -1, -coalesce(was_entitled_amount, 0)
        from (select distinct on (programme_id, unit, coalesce(person_id, household_id)) *
            from marts.mart_verdict_change
            order by programme_id, unit, coalesce(person_id, household_id), step)
    )
    group by all

),

compared as (

    select
        coalesce(verdict.programme_id, verdict_then.programme_id, told.programme_id)
            as programme_id,
        coalesce(verdict.coverage, verdict_then.coverage, told.coverage) as coverage,
        coalesce(verdict.units, 0) - coalesce(verdict_then.units, 0) as units,
        coalesce(verdict.rupiah, 0) - coalesce(verdict_then.rupiah, 0) as rupiah,
        coalesce(told.units, 0) as told_units,
        coalesce(told.rupiah, 0) as told_rupiah

    from verdict
    full outer join verdict_then using (programme_id, coverage)
    full outer join told using (programme_id, coverage)
    where coalesce(verdict.coverage, verdict_then.coverage, told.coverage) is not null

),

programme as (

    select
        programme_id,
        sum(rupiah) as rupiah,
        (
            select coalesce(sum(amount_change), 0) from marts.mart_verdict_change as cause
            where cause.programme_id = compared.programme_id
        ) as told_rupiah

    from compared
    group by programme_id

),

finding as (

    select
        (
            select count(*) from overlap.fct_finding
            where (select day from was_on) is not null
        )
        - (
            select count(*) from past.week_finding
            where as_of_date = (select day from was_on)
        ) as findings,
        (
            select coalesce(sum(monthly_amount_at_stake), 0) from overlap.fct_finding
            where (select day from was_on) is not null
        )
        - (
            select coalesce(sum(monthly_amount_at_stake), 0) from past.week_finding
            where as_of_date = (select day from was_on)
        ) as rupiah,
        (
            select
                count(*) filter (where cause_number = 1 and change_kind = 'came')
                - count(*) filter (where cause_number = 1 and change_kind = 'went')
            from marts.mart_finding_change
        ) as told_findings,
        (select coalesce(sum(amount_change), 0) from marts.mart_finding_change)
            as told_rupiah

)

select
    concat_ws(' ', programme_id, coverage) as subject,
    told_units || ' verdicts, Rp ' || told_rupiah as observed,
    units || ' verdicts, Rp ' || rupiah as expected
from compared
where units != told_units or rupiah != told_rupiah

union all

select
    programme_id as subject,
    'Rp ' || told_rupiah as observed,
    'Rp ' || rupiah as expected
from programme
where rupiah != told_rupiah

union all

select
    'findings' as subject,
    told_findings || ' findings, Rp ' || told_rupiah as observed,
    findings || ' findings, Rp ' || rupiah as expected
from finding
where findings != told_findings or rupiah != told_rupiah

union all

select
    programme_id || ' ' || coalesce(person_id, household_id) as subject,
    'a difference without a cause' as observed,
    'none' as expected
from marts.mart_verdict_change
where cause_kind = 'unexplained'
