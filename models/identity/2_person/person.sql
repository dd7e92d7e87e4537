with

resident as (

    select
        nik,
        source_row_id
    from {{ ref('resident') }}

),

known as (

    select
        coalesce(resident.nik, described.person_key) as person_key,
        coalesce(resident.nik, described.nik) as nik,
        resident.source_row_id as resident_row_id,
        described.member_row_id

    from resident
    full outer join {{ ref('described_person') }} as described
        on resident.nik = described.person_key

),

-- Under the number of the first drop, so that a corrected number changes no id.
numbered as (

    select
        known.*,
        coalesce(renumbered.first_nik, known.person_key) as first_key

    from known
    left join {{ ref('renumbered') }} as renumbered
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
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
