with

double_person as (

    select * from {{ ref('double_person') }}

)

select
    'person_under_two_numbers' as rule_id,
    'data' as kind,
    'person' as scope,
    double_person.person_id,
    max(placed.household_id) as household_id,
    {{ of_no_benefit() }},
    string_agg(
        double_person.other_person_id, '; ' order by double_person.other_person_id
    ) as observed,
    string_agg(double_person.evidence, '; ' order by double_person.other_person_id)
        as evidence,
    min(double_person.first_seen_on) as first_seen_on,
    'exact' as match_method,
    cast(1 as double) as match_score,
    false as rests_on_numbers

from double_person
left join {{ ref('person_household') }} as placed
    on double_person.person_id = placed.person_id
group by double_person.person_id
