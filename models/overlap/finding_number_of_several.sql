with

borrowed as (

    select * from {{ ref('borrowed_number') }}

)

select
    'number_of_several_people' as rule_id,
    'data' as kind,
    'person' as scope,
    borrowed.person_id,
    max(placed.household_id) as household_id,
    {{ of_no_benefit() }},
    string_agg(
        concat(borrowed.table_name, ' ', borrowed.row_count),
        '; '
        order by borrowed.table_name
    ) as observed,
    string_agg(borrowed.evidence, '; ' order by borrowed.table_name) as evidence,
    min(borrowed.first_seen_on) as first_seen_on,
    'exact' as match_method,
    cast(1 as double) as match_score,
    bool_or(borrowed.is_plain) as rests_on_numbers

from borrowed
left join {{ ref('person_household') }} as placed
    on borrowed.person_id = placed.person_id
group by borrowed.person_id
