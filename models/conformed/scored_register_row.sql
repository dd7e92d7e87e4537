with

-- Residents are known by their numbers; rows of the national register may be attached
-- because they are alike.
scored as (

    select
        source_row_id,
        score
    from {{ ref('match') }}
    where match_method = 'scored' and table_name in ('dtsen_member', 'dtsen_family')

),

described as (

    select
        person.person_id,
        placed.household_id,
        member_row.score as own_score,
        family_row.score as family_score

    from {{ ref('person') }} as person
    left join {{ ref('person_household') }} as placed
        on person.person_id = placed.person_id
    left join {{ ref('household') }} as household
        on placed.household_id = household.household_id
    left join scored as member_row
        on person.member_row_id = member_row.source_row_id
    left join scored as family_row
        on household.family_row_id = family_row.source_row_id
    where member_row.score is not null or family_row.score is not null

)

select
    person_id as subject_id,
    least(own_score, family_score) as score
from described

union all

select
    household_id as subject_id,
    min(least(own_score, family_score)) as score
from described
where household_id is not null
group by household_id
