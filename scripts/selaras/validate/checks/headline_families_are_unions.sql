-- A family of a figure is on one of its programmes; of the figure across levels, on one of
-- each level. Which programmes count is read from the rules anew.
with

counting as (

    select unnest(getvariable('headline_programmes'), recursive := true)

),

enrolled as (

    select
        coalesce(family_key, source_row_id) as family_key,
        programme_id

    from conformed.fct_enrolment
    where status is distinct from 'cancelled'

),

family as (

    select
        counting.metric_id,
        enrolled.family_key,
        bool_or(counting.level = 'central') as is_central,
        bool_or(counting.level = 'province') as is_provincial

    from enrolled
    inner join counting
        on enrolled.programme_id = counting.programme_id
    group by
        counting.metric_id,
        enrolled.family_key

),

recounted as (

    select
        metric_id,
        count(*) filter (
            where metric_id != 'cross_level_families' or (is_central and is_provincial)
        ) as figure

    from family
    where metric_id like '%\_families' escape '\'
    group by metric_id

)

select
    recounted.metric_id as subject,
    coalesce(cast(mart_headline.value as varchar), 'missing') as observed,
    recounted.figure as expected

from recounted
left join marts.mart_headline_v2 as mart_headline
    on recounted.metric_id = mart_headline.metric_id
where mart_headline.value is distinct from recounted.figure
