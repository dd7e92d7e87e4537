-- Read under the wrong scheme, codes land in the wrong place or nowhere.
with

placed as (

    select
        count(*) as row_count,
        count(*) filter (where region_status = 'unknown') as lost

    from staging.stg_bps__dtsen_family

)

select
    'bps.dtsen_family' as subject,
    round(100.0 * lost / row_count, 1) || ' % of the families in no known village' as observed,
    'at most 10 %; see region_scheme in dbt_project.yml' as expected

from placed
where
    lost >= 10
    and lost > 0.1 * row_count
