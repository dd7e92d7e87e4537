with

person as (

    select * from {{ ref('dim_person') }}
    where contradictions is not null

),

-- The first drop in which the civil registry wrote of them.
first_written as (

    select
        person.person_id,
        min(register_row.batch_date) as batch_date

    from person
    inner join {{ ref('register_row') }} as register_row
        on
            register_row.source = 'dukcapil'
            and person.nik = left(register_row.number_as_written, 16)
    group by person.person_id

)

-- A pregnancy that cannot be is for the owner of the list that tells it.
select
    'contradictory_facts' as rule_id,
    'data' as kind,
    'person' as scope,
    person.person_id,
    person.household_id,
    contradicted_row.telling_programme_id,
    person.contradictions as observed,
    nullif(contradicted_row.evidence, '') as evidence,
    coalesce(first_written.batch_date, person.as_of_date) as first_seen_on,
    'exact' as match_method,
    cast(1 as double) as match_score,
    true as rests_on_numbers

from person
left join first_written
    on person.person_id = first_written.person_id
left join {{ ref('contradicted_row') }} as contradicted_row
    on person.person_id = contradicted_row.person_id
