with

person as (

    select
        person_id,
        nik
    from {{ ref('person') }}
    where nik is not null

),

renumbered as (

    select
        renumbered.former_nik as nik,
        person.person_id,
        person.nik as latest_nik

    from {{ ref('renumbered') }} as renumbered
    inner join person
        on renumbered.last_nik = person.nik

),

-- A number of the national register for somebody whom the civil registry knows under
-- another one; where it would lead to two people it leads to nobody.
written as (

    select
        member_person.own_nik as nik,
        min(person.person_id) as person_id,
        min(person.nik) as latest_nik

    from {{ ref('member_person') }} as member_person
    inner join person
        on member_person.nik = person.nik
    left join person as owner
        on member_person.own_nik = owner.nik
    left join renumbered
        on member_person.own_nik = renumbered.nik
    where
        member_person.own_nik != member_person.nik
        and owner.nik is null
        and renumbered.nik is null
    group by member_person.own_nik
    having min(person.person_id) = max(person.person_id)

)

select
    nik,
    person_id,
    nik as latest_nik
from person

union all

select * from renumbered

union all

select * from written
