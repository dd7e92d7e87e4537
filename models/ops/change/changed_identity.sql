with

row_change as (

    select * from {{ ref('row_change') }}

),

person as (

    select * from {{ ref('known_number') }}

),

-- Rows in force were matched already; whom the row is for stands before others.
matched as (

    select
        named.source_row_id,
        min_by(named.person_id, {{ role_rank('named.role') }}) as person_id,
        min_by(named.household_id, {{ role_rank('named.role') }}) as household_id

    from {{ ref('match') }} as named
    inner join row_change
        on
            named.source_row_id = row_change.source_row_id
            and row_change.change_kind != 'removed'
    group by named.source_row_id

),

removed as (

    select
        subject.source_row_id,
        max(person.person_id) as person_id,
        coalesce(
            max(card.household_id), max(person_household.household_id)
        ) as household_id

    from row_change
    inner join {{ ref('changed_subject') }} as subject
        on
            row_change.source_row_id = subject.source_row_id
            and row_change.change_kind = 'removed'
    left join person
        on subject.nik = person.nik
    left join {{ ref('family_card') }} as card
        on subject.no_kk = card.no_kk
    left join {{ ref('person_household') }} as person_household
        on person.person_id = person_household.person_id
    group by subject.source_row_id

)

select * from matched
union all by name
select * from removed
