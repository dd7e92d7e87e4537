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

renumbered as (

    select * from {{ ref('renumbered') }}

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
            max_by(member.source_row_id, {{ newest_first('member') }})
            filter (where member.no_kk = resident.no_kk),
            max_by(member.source_row_id, {{ newest_first('member') }})
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

),

-- Under the number of the first drop, so that a corrected number changes no id.
numbered as (

    select
        known.*,
        coalesce(renumbered.first_nik, known.person_key) as first_key

    from known
    left join renumbered
        on known.nik = renumbered.nik

)

select
    {{ pseudonym('p', 'pseudonym_key.pseudonym_key', 'numbered.first_key') }}
        as person_id,
    numbered.person_key,
    numbered.nik,
    numbered.resident_row_id,
    numbered.member_row_id

from numbered
cross join pseudonym_key
