with

resident as (

    select * from {{ ref('resident') }}

),

member_person as (

    select * from {{ ref('member_person') }}

),

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

pseudonym_key as (

    select * from {{ source('selaras', 'pseudonym_key') }}

),

-- Somebody listed twice in DTSEN is described by the row on the card of the civil
-- registry, else by the row of the newer file.
described as (

    select
        member_person.person_key,
        max(member_person.nik) as nik,
        coalesce(
            max_by(
                member.source_row_id,
                concat_ws('/', member.batch_date, member.source_row_id)
            )
            filter (where member.no_kk = resident.no_kk),
            max_by(
                member.source_row_id,
                concat_ws('/', member.batch_date, member.source_row_id)
            )
        ) as member_row_id

    from member_person
    inner join member
        on member_person.source_row_id = member.source_row_id
    left join resident
        on member_person.nik = resident.nik
    group by member_person.person_key

),

known as (

    select
        coalesce(resident.nik, described.person_key) as person_key,
        coalesce(resident.nik, described.nik) as nik,
        resident.source_row_id as resident_row_id,
        described.member_row_id

    from resident
    full outer join described
        on resident.nik = described.person_key

)

select
    {{ pseudonym('p', 'pseudonym_key.pseudonym_key', 'known.person_key') }}
        as person_id,
    known.person_key,
    known.nik,
    known.resident_row_id,
    known.member_row_id

from known
cross join pseudonym_key
