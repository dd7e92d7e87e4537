with

agency as (

    select * from {{ ref('agency') }}

),

supplier as (

    select * from {{ ref('supplier') }}

),

entitlement as (

    select * from {{ ref('entitlement') }}

),

seen as (

    select
        agency_id,
        concat(supplied_by, '/', field) as sees
    from entitlement

    union distinct

    select
        entitlement.agency_id,
        concat(supplier.source, '/', entitlement.field) as sees
    from entitlement
    inner join supplier
        on entitlement.supplied_by = supplier.agency_id

    union distinct

    select
        agency_id,
        concat(agency_id, '/*') as sees
    from agency

    union distinct

    select
        agency_id,
        concat(source, '/*') as sees
    from supplier

)

select
    agency.agency_id,
    array_sort(array_agg(seen.sees)) as may_see

from agency
inner join seen
    on agency.agency_id = seen.agency_id
group by agency.agency_id
