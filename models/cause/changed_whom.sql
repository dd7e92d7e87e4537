{{ config(materialized='ephemeral') }}

with

identity as (

    select * from {{ ref('changed_identity') }}

),

subject as (

    select * from {{ ref('changed_subject') }}

),

-- A corrected number leaves one person and comes to another: the row is about both,
-- about whoever was known by that number only, and about the owner of its number.
told as (

    select
        source_row_id,
        unnest([source_row_id, previous_row_id]) as told_row_id
    from {{ ref('newly_changed') }}

),

written as (

    select
        told.source_row_id,
        coalesce(
            person.person_id,
            {{ pseudonym('p', 'pseudonym_key.pseudonym_key', 'subject.nik') }}
        ) as person_id,
        coalesce(
            card.household_id,
            {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'subject.no_kk') }}
        ) as household_id

    from told
    cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
    inner join subject
        on told.told_row_id = subject.source_row_id
    left join {{ ref('known_number') }} as person
        on subject.nik = person.nik
    left join {{ ref('family_card') }} as card
        on subject.no_kk = card.no_kk

)

select
    source_row_id,
    person_id as subject_id
from identity
union
select
    source_row_id,
    household_id as subject_id
from identity
union
select
    source_row_id,
    person_id as subject_id
from written
union
select
    source_row_id,
    household_id as subject_id
from written
