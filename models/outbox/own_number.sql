with

-- Rows whose numbers are not simply those of whom they name.
suspect as (

    select
        source_row_id,
        role,
        person_id,
        household_id,
        match_method,
        score
    from {{ ref('match') }}
    where
        match_method != 'exact'
        or household_match_method is distinct from 'exact'

),

read_as as (

    select * from {{ ref('listed_name') }}
    union all by name
    select * from {{ ref('register_name') }}

)

select
    supplier.agency_id,
    suspect.source_row_id,
    suspect.role,
    suspect.person_id,
    suspect.household_id,
    suspect.match_method,
    suspect.score,
    read_as.nik,
    read_as.nik_repair,
    read_as.no_kk,
    read_as.no_kk_repair

from suspect
inner join read_as
    on
        suspect.source_row_id = read_as.source_row_id
        and suspect.role = read_as.role
inner join {{ ref('supplier') }} as supplier
    on read_as.source = supplier.source
