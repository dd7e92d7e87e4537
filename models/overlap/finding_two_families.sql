with

doubled as (

    select
        person_id,
        source,
        min(batch_date) as first_seen_on

    from {{ ref('first_doubled') }}
    group by all

),

membership as (

    select * from {{ ref('family_membership') }}
    where ends_on is null

),

-- One register must not place one person twice; two registers may disagree for a while.
placed as (

    select
        doubled.person_id,
        doubled.first_seen_on,
        {{ evidence_item('named.source', 'named.source_row_id', 'no_kk') }} as evidence

    from doubled
    inner join membership
        on
            doubled.person_id = membership.person_id
            and doubled.source = membership.source
    inner join {{ ref('match') }} as named
        on
            membership.person_id = named.person_id
            and membership.household_id = named.household_id
            and membership.source = named.source
            and named.role = 'member'

)

select
    'person_in_two_families' as rule_id,
    'data' as kind,
    'person' as scope,
    placed.person_id,
    max(person.household_id) as household_id,
    string_agg(placed.evidence, '; ' order by placed.evidence) as evidence,
    min(placed.first_seen_on) as first_seen_on,
    'exact' as match_method,
    cast(1 as double) as match_score,
    true as rests_on_numbers

from placed
inner join {{ ref('dim_person') }} as person
    on placed.person_id = person.person_id
group by placed.person_id
