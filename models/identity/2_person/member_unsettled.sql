-- Members whom neither a number nor card, name and birth date together lead to a
-- resident.
with

settled as (

    select source_row_id from {{ ref('member_number') }}
    where is_registered
    union all
    select source_row_id from {{ ref('member_by_card') }}

),

member as (

    select
        member.source_row_id,
        coalesce(member.nik, member.nik_remains) as nik,
        coalesce(member.no_kk, member.no_kk_remains) as no_kk,
        member.name_normalised as name,
        member.birth_date,
        member.sex,
        member.id_card_region_code as region_code

    from {{ ref('stg_bps__dtsen_member') }} as member
    left join settled
        on member.source_row_id = settled.source_row_id
    where settled.source_row_id is null

),

pseudonym_key as (

    select * from {{ source('selaras', 'pseudonym_key') }}

)

select
    member.*,
    {{ record_id('pseudonym_key.pseudonym_key') }} as record_id

from member
cross join pseudonym_key
