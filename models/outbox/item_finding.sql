with

finding as (

    select * from {{ ref('open_cause') }}
    where cause = 'finding'

),

benefit as (

    select * from {{ ref('listed_benefit') }}

),

told as (

    select
        finding.agency as agency_id,
        {{ kind_of_finding('finding') }} as kind,
        finding.cause_id as subject_id,
        finding.person_id,
        finding.household_id,
        case when finding.is_reason_shown then finding.acting_programme_id end
            as programme_id,
        finding.source_row_id,
        finding.role,
        cast(null as varchar) as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        {{ evidence_of_finding('finding') }} as evidence,
        case when finding.is_reason_shown then finding.rule_id else 'not_shown' end
            as reason_id,
        case
            when finding.is_reason_shown
                then {{ text_id('rule', ['finding.rule_id']) }}
            else {{ text_id('reason', ["'not_shown'"]) }}
        end as text_id,
        coalesce(
            case
                when finding.other_programme_id is not null then benefit.monthly_amount
            end,
            finding.amount_shown
        ) as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        coalesce(finding.match_score, 1) as certainty

    from finding
    left join benefit
        on finding.source_row_id = benefit.source_row_id

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
