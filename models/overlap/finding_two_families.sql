with

membership as (

    select * from {{ ref('family_membership') }}
    where ends_on is null

),

person as (

    select * from {{ ref('dim_person') }}

),

-- One register must not place one person twice; two registers may disagree for a while.
doubled as (

    select
        person_id,
        source,
        min(batch_date) as first_seen_on

    from {{ ref('first_doubled') }}
    group by
        person_id,
        source

),

listed as (

    select
        doubled.person_id,
        doubled.source,
        doubled.first_seen_on,
        string_agg(membership.household_id, ', ' order by membership.household_id)
            as families

    from doubled
    inner join membership
        on
            doubled.person_id = membership.person_id
            and doubled.source = membership.source
    group by
        doubled.person_id,
        doubled.source,
        doubled.first_seen_on

),

placed_twice as (

    select
        'person_in_two_families' as rule_id,
        'data' as kind,
        'person' as scope,
        listed.person_id,
        max(person.household_id) as household_id,
        {{ of_no_benefit() }},
        'dukcapil_dki' as review_agency,
        string_agg(
            concat(listed.source, ' ', listed.families), '; ' order by listed.source
        ) as evidence,
        min(listed.first_seen_on) as first_seen_on,
        'exact' as match_method,
        cast(1 as double) as match_score,
        true as rests_on_numbers

    from listed
    inner join person
        on listed.person_id = person.person_id
    group by listed.person_id

)

select {{ finding_columns() }} from placed_twice
union all
select {{ finding_columns() }} from {{ ref('finding_contradiction') }}
