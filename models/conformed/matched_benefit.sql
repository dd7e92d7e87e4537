-- A row that matches nobody counts as a family of its own, by its card where that is
-- valid.
select
    listed_benefit.source_row_id,
    listed_benefit.batch_date,
    listed_benefit.programme_id,
    listed_benefit.component,
    listed_benefit.unit,
    listed_benefit.period_starts_on,
    listed_benefit.period_ends_on,
    listed_benefit.monthly_amount,
    listed_benefit.amount,
    listed_benefit.enrolment_status,
    listed_benefit.payment_status,
    listed_benefit.paid_on,
    match.person_id,
    match.household_id,
    -- What is paid to a family through one of its people rests on both.
    case
        when listed_benefit.unit = 'person' then match.match_method
        when match.person_id is null then match.household_match_method
        else {{ weaker_method('of_person', 'of_family') }}
    end as match_method,
    case
        when listed_benefit.unit = 'person' then match.score
        when match.person_id is null then match.household_score
        else least(match.score, match.household_score)
    end as match_score,
    coalesce(
        match.household_id,
        {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'listed_benefit.no_kk') }},
        listed_benefit.source_row_id
    ) as family_key,
    list_in_force.snapshot_key is not null as is_in_force

from {{ ref('listed_benefit') }} as listed_benefit
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
inner join {{ ref('list_row_match') }} as match
    on
        listed_benefit.source_row_id = match.source_row_id
        and listed_benefit.role = match.role
left join {{ ref('list_in_force') }} as list_in_force
    on
        listed_benefit.source = list_in_force.source
        and listed_benefit.table_name = list_in_force.table_name
        and listed_benefit.snapshot_key = list_in_force.snapshot_key
{{ join_weakness('match.match_method', 'of_person') }}
{{ join_weakness('match.household_match_method', 'of_family') }}
