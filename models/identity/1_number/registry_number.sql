with

landed as (

    select * from {{ source('dukcapil', 'resident') }}

),

registry_drop as (

    select * from {{ ref('registry_drop') }}

),

drop_span as (

    select
        count(*) as drop_count,
        min(batch_date) as first_drop_on,
        max(batch_date) as last_drop_on

    from registry_drop

),

held as (

    select
        {{ plain_number('landed.nik') }} as number,
        count(*) as row_count,
        min(landed.batch_date) as first_seen_on,
        max(landed.batch_date) as last_seen_on,
        min({{ plain_card('landed.no_kk', 'registry_drop') }}) as lowest_card,
        max({{ plain_card('landed.no_kk', 'registry_drop') }}) as highest_card

    from landed
    inner join registry_drop
        on landed.file_id = registry_drop.file_id
    group by {{ plain_number('landed.nik') }}

)

-- Nearly everybody is in every drop and always on one card; only the others are looked
-- at closely. 0 stands for all numbers that are not written plainly.
select
    held.number,
    held.first_seen_on,
    held.last_seen_on,
    held.number != 0
    and held.row_count = drop_span.drop_count
    and held.first_seen_on = drop_span.first_drop_on
    and held.last_seen_on = drop_span.last_drop_on
    and coalesce(held.lowest_card = held.highest_card, true) as is_steady

from held
cross join drop_span
