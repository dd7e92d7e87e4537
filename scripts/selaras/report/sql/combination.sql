-- Combinations of fewer families than are told stand together in one row without a name, and so do
-- those beyond the fifteen most frequent ones. Other figures tell how many families there are in all,
-- across levels, and in each programme and pair of programmes: where few of these would be without a
-- name, one more combination goes there.
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
        family_count >= getvariable('smallest_open_cell')
        and row_number() over (order by family_count desc, programmes) <= 15 as is_named

    from counted

),

member as (

    select
        programmes,
        unnest(string_split(programmes, ', ')) as programme_id

    from counted

),

counted_elsewhere as (

    select
        programmes,
        'all' as total
    from counted
    union all
    select
        programmes,
        'cross_level' as total
    from counted
    where is_cross_level
    union all
    select
        one.programmes,
        concat(one.programme_id, ' ', other.programme_id) as total
    from member as one
    inner join member as other
        on
            one.programmes = other.programmes
            and one.programme_id <= other.programme_id

),

set_beside as (

    select
        ranked.programmes,
        ranked.is_named,
        sum(case when ranked.is_named then 0 else ranked.family_count end) over (
            partition by counted_elsewhere.total
        ) between 1 and getvariable('smallest_open_cell') - 1 as leaves_few,
        row_number() over (
            partition by counted_elsewhere.total, ranked.is_named
            order by ranked.family_count, ranked.programmes
        ) as place

    from ranked
    inner join counted_elsewhere
        on ranked.programmes = counted_elsewhere.programmes

),

marked as (

    select
        *,
        is_named
        and programmes not in (
            select programmes from set_beside
            where is_named and leaves_few and place = 1
        ) as is_told

    from ranked

),

told as (

    select
        case when is_told then programmes end as programmes,
        case when is_told then programme_count end as programme_count,
        case when is_told then is_cross_level end as is_cross_level,
        family_count

    from marked

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
