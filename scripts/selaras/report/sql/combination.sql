-- Combinations of fewer families than are told stand together in one row without a name, and so do
-- those beyond the fifteen most frequent ones.
with

counted as (

    select
        programmes,
        programme_count,
        is_cross_level,
        count(*) as family_count

    from marts.mart_benefit_household
    group by
        programmes,
        programme_count,
        is_cross_level

),

ranked as (

    select
        *,
        row_number() over (order by family_count desc, programmes) as place

    from counted

),

told as (

    select
        case when is_told then programmes end as programmes,
        case when is_told then programme_count end as programme_count,
        case when is_told then is_cross_level end as is_cross_level,
        family_count

    from (
        select
            *,
            place <= 15 and family_count >= getvariable('smallest_open_cell') as is_told
        from ranked
    ) as marked

)

select
    programmes,
    programme_count,
    is_cross_level,
    count(*) as combination_count,
    case
        when sum(family_count) >= getvariable('smallest_open_cell')
            then cast(sum(family_count) as bigint)
    end as family_count

from told
group by
    programmes,
    programme_count,
    is_cross_level
order by
    programmes is null,
    family_count desc,
    programmes
