with

person as (

    select * from {{ ref('dim_person') }}

),

resident as (

    select
        match.person_id,
        register.nik,
        register.name_normalised,
        register.birth_date,
        register.region_code

    from {{ ref('match') }} as match
    inner join {{ ref('register_name') }} as register
        on
            match.source_row_id = register.source_row_id
            and match.role = register.role
    where match.source = 'dukcapil' and match.person_id is not null

)

-- What the civil registry does not write itself comes from the national register.
select
    person.person_id,
    {{ told_by('bool_or(resident.nik = person.nik)') }} as nik_by,
    {{ told_by('bool_or(resident.name_normalised is not null)') }} as name_by,
    {{ told_by('bool_or(resident.birth_date = person.birth_date)') }} as birth_date_by,
    {{ told_by('bool_or(resident.region_code = person.region_code)') }} as region_by

from person
left join resident
    on person.person_id = resident.person_id
group by person.person_id
