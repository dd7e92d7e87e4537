with

finding as (

    select * from {{ ref('fct_finding') }}
    where
        review_agency is not null
        and kind != 'info'
        and disposition not in ('false_positive', 'resolved')

),

person as (

    select * from {{ ref('dim_person') }}

),

benefit as (

    select * from {{ ref('listed_benefit') }}

),

-- A rule that gives away what another agency supplied is told like a value of it.
judged as (

    select
        finding.*,
        left_rule.rule_id is not null as is_of_leaving,
        case
            when left_rule.rule_id is not null
                then {{ is_shown("'dukcapil'", "'life_status'") }}
            else coalesce(side.are_sides_shown, true)
        end as is_reason_shown,
        case
            when finding.other_programme_id is null or side.are_amounts_shown
                then finding.monthly_amount_at_stake
        end as amount_shown,
        {{ shown('person.life_status', "'dukcapil'", 'life_status') }} as life_status,
        {{ shown('person.life_status_on', "'dukcapil'", 'life_status_on') }}
            as life_status_on

    from finding
    {{ join_entitled('finding.review_agency') }}
    left join {{ ref('programme_side') }} as side
        on finding.finding_id = side.finding_id
    left join {{ ref('life_status_rule') }} as left_rule
        on finding.rule_id = left_rule.rule_id
    left join person
        on finding.person_id = person.person_id

),

told as (

    select
        judged.review_agency as agency_id,
        {{ kind_of_finding('judged') }} as kind,
        judged.finding_id as subject_id,
        judged.person_id,
        judged.household_id,
        {{ own_programme('judged') }} as programme_id,
        finding_row.source_row_id,
        finding_row.role,
        cast(null as varchar) as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        {{ evidence_of_finding('judged') }} as evidence,
        case when judged.is_reason_shown then judged.rule_id else 'not_shown' end
            as reason_id,
        case when judged.is_reason_shown then rule.says_id else hidden.says_id end
            as says_id,
        case when judged.is_reason_shown then rule.says_en else hidden.says_en end
            as says_en,
        case when judged.is_reason_shown then rule.basis end as basis,
        coalesce(
            case when judged.other_programme_id is not null then benefit.monthly_amount end,
            judged.amount_shown
        ) as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        coalesce(judged.match_score, 1) as certainty

    from judged
    left join {{ ref('finding_row') }} as finding_row
        on judged.finding_id = finding_row.finding_id
    left join {{ ref('finding_rule') }} as rule
        on judged.rule_id = rule.rule_id
    inner join {{ ref('outbox_reason') }} as hidden
        on hidden.reason_id = 'not_shown'
    left join benefit
        on finding_row.source_row_id = benefit.source_row_id

)

select {{ item_columns() }} from told
