with

membership as (

    select * from {{ ref('family_membership') }}
    where ends_on is null

),

person as (

    select * from {{ ref('dim_person') }}

),

as_of as (

    select * from {{ ref('as_of') }}

),

-- One register must not place one person twice; two registers may disagree for a while.
doubled as (

    select
        person_id,
        source,
        count(distinct household_id) as family_count,
        string_agg(household_id, ', ' order by household_id) as families

    from membership
    group by
        person_id,
        source
    having count(distinct household_id) > 1

)

select
    'person_in_two_families' as rule_id,
    'data' as kind,
    'person' as scope,
    doubled.person_id,
    max(person.household_id) as household_id,
    cast(null as varchar) as programme_id,
    cast(null as varchar) as other_programme_id,
    cast(null as varchar) as period,
    cast(null as date) as starts_on,
    cast(null as date) as ends_on,
    cast(null as bigint) as monthly_amount_at_stake,
    cast(null as varchar) as keep_programme_id,
    'dukcapil' as review_agency,
    string_agg(concat(doubled.source, ' ', doubled.families), '; ' order by doubled.source)
        as evidence,
    max(as_of.as_of_date) as first_seen_on,
    true as rests_on_numbers

from doubled
cross join as_of
inner join person
    on doubled.person_id = person.person_id
group by doubled.person_id
