-- Families of the national register whose card nobody lives under, or is that of
-- another family.
with

lived_in as (

    select no_kk from {{ ref('person_card') }}
    union
    select former_no_kk from {{ ref('moved_card') }}

),

family as (

    select
        family.source_row_id,
        cast(null as varchar) as nik,
        coalesce(family.no_kk, family.no_kk_remains) as no_kk,
        family.head_name_normalised as name,
        cast(null as date) as birth_date,
        cast(null as varchar) as sex,
        family.region_code

    from {{ ref('stg_bps__dtsen_family') }} as family
    left join lived_in
        on family.no_kk = lived_in.no_kk
    left join {{ ref('family_on_wrong_card') }} as wrong
        on family.source_row_id = wrong.source_row_id
    where lived_in.no_kk is null or wrong.source_row_id is not null

)

select
    family.*,
    {{ record_id('pseudonym_key.pseudonym_key') }} as record_id

from family
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
