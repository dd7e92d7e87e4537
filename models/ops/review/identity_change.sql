with

pseudonym_key as (

    select * from {{ source('selaras', 'pseudonym_key') }}

),

changed as (

    select * from {{ ref('found_change') }}

),

named as (

    select
        changed.change_kind,
        changed.batch_date,
        {{ pseudonym('p', 'pseudonym_key.pseudonym_key', 'changed.first_nik') }}
            as person_id,
        {{ pseudonym('p', 'pseudonym_key.pseudonym_key', 'changed.previous_nik') }}
            as previous_person_id,
        {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'changed.no_kk') }}
            as household_id,
        {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'changed.former_no_kk') }}
            as previous_household_id,
        changed.evidence

    from changed
    cross join pseudonym_key

)

select
    {{ short_id('c', [
        'named.change_kind', 'named.batch_date', 'named.person_id',
        'named.household_id', 'named.previous_household_id'
    ]) }} as change_id,
    named.batch_date,
    named.change_kind,
    named.person_id,
    named.previous_person_id,
    named.household_id,
    named.previous_household_id,
    identity_change_kind.says_en as reason,
    named.evidence

from named
inner join {{ ref('identity_change_kind') }} as identity_change_kind
    on named.change_kind = identity_change_kind.change_kind
