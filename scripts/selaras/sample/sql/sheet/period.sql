-- The payment lists that a drop carries: all of the year so far in the first, then the
-- periods that run.
create or replace temp table period as
with

started as (

    select
        list.listing,
        list.months,
        years.year,
        numbers.number,
        make_date(
            years.year, (numbers.number - 1) * list.months + list.starts_month, 1
        ) as starts_on

    from (
        values
        ('pkh', 3, 1, 4),
        ('sembako', 1, 1, 12),
        ('pkd', 1, 1, 12),
        ('kjp_plus', 6, 1, 2),
        ('kjmu', 6, 1, 2),
        ('kipk', 6, 2, 2),
        ('pip', 12, 1, 1),
        ('blts', 3, 10, 1)
    ) as list (listing, months, starts_month, periods)
    cross join (select unnest(range(1, 13)) as number) as numbers
    cross join (select year(getvariable('last_date')) as year) as years
    where number <= list.periods

),

bounded as (

    select
        listing,
        year,
        number,
        starts_on,
        cast(starts_on + to_months(cast(months as integer)) as date) as ends_on

    from started

)

select
    *,
    getvariable('drop_date') < ends_on as is_current,
    -- the last day on which being on the list counts
    least(getvariable('drop_date'), cast(ends_on - 1 as date)) as listed_on

from bounded
where
    starts_on <= getvariable('drop_date')
    and (getvariable('drop_index') = 0 or getvariable('drop_date') < ends_on);

create or replace temp view listed as
select
    enrolment.*,
    period.listing,
    period.year,
    period.number,
    period.starts_on as period_starts_on,
    period.is_current

from enrolment
inner join period
    on case
        when enrolment.programme in ('klj', 'kpdj', 'kaj') then 'pkd'
        else enrolment.programme
    end = period.listing
where
    enrolment.starts_on <= period.listed_on
    and (enrolment.ends_on is null or enrolment.ends_on > period.listed_on);

create or replace macro payment_status(listing, number, is_current, key) as
    case
        when
            draw('payment:' || listing || cast(number as varchar), key) < 0.02
            then 'GAGAL'
        when not is_current then 'BERHASIL'
        when draw('payment:' || listing || cast(number as varchar), key)
            < 0.55 + 0.3 * (getvariable('drop_index') + 1) / getvariable('weeks')
            then 'BERHASIL'
        else 'PROSES'
    end;

create or replace macro paid_on(status, starts_on, key) as
    case
        when status = 'BERHASIL' then least(
            cast(starts_on + 3 + cast(pick('paid_on', key, 18) as integer) as date),
            cast(getvariable('drop_date') - 1 as date)
        )
    end;
