with

shared as (

    select told_key
    from (
        {{ told_keys(ref('resident')) }}
        union all
        {{ told_keys(ref('stg_bps__dtsen_member')) }}
    ) as told
    group by told_key
    having min(nik) != max(nik)

),

told as (

    select
        resident.nik,
        resident.no_kk,
        resident.name_normalised,
        resident.birth_date,
        'dukcapil' as source,
        resident.source_row_id
    from {{ ref('resident') }} as resident
    inner join shared
        on {{ told_key('resident') }} = shared.told_key

    union all

    select
        member_person.nik,
        member.no_kk,
        member.name_normalised,
        member.birth_date,
        'bps' as source,
        member.source_row_id
    from {{ ref('stg_bps__dtsen_member') }} as member
    inner join shared
        on {{ told_key('member') }} = shared.told_key
    inner join {{ ref('member_person') }} as member_person
        on member.source_row_id = member_person.source_row_id

)

-- Twins share a card and a birth date, not a name.
select
    told.*,
    person.person_id

from told
inner join {{ ref('person') }} as person
    on told.nik = person.nik
