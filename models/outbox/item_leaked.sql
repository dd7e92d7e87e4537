with

leaked as (

    select * from {{ ref('leaked_verdict') }}

),

-- The agency's own row of the enrolment; who is not told of it is asked nothing.
enrolment as (

    select
        enrolment.programme_id,
        case when enrolment.unit = 'person' then enrolment.person_id end as person_id,
        case when enrolment.unit = 'household' then enrolment.household_id end
            as household_id,
        supplier.source,
        supplier.agency_id,
        min(enrolment.source_row_id) as source_row_id,
        sum(enrolment.monthly_amount) as monthly_amount,
        min(coalesce(enrolment.match_score, 1)) as certainty

    from {{ ref('fct_enrolment') }} as enrolment
    inner join {{ ref('listed_row') }} as listed_row
        on enrolment.source_row_id = listed_row.source_row_id
    inner join {{ ref('supplier') }} as supplier
        on listed_row.source = supplier.source
    where coalesce(enrolment.status, 'unknown') != 'cancelled'
    group by all

),

told as (

    select
        leaked.agency_id,
        'verification' as kind,
        concat_ws(
            '/', 'leaked', leaked.programme_id,
            coalesce(enrolment.person_id, enrolment.household_id)
        ) as subject_id,
        leaked.person_id,
        leaked.household_id,
        leaked.programme_id,
        case when enrolment.agency_id = leaked.agency_id then enrolment.source_row_id end
            as source_row_id,
        cast(null as varchar) as role,
        cast(null as varchar) as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        'unmet = ' || leaked.criteria as evidence,
        coalesce(leaked.criteria, 'leaked') as reason_id,
        concat_ws(' ', reason.says_id, leaked.says_id) as says_id,
        concat_ws(' ', reason.says_en, leaked.says_en) as says_en,
        leaked.basis,
        {{ shown('enrolment.monthly_amount', 'enrolment.source', 'monthly_amount') }}
            as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        enrolment.certainty

    from leaked
    {{ join_entitled('leaked.agency_id') }}
    inner join enrolment
        on
            leaked.programme_id = enrolment.programme_id
            and coalesce(enrolment.person_id, enrolment.household_id)
            = case leaked.unit
                when 'person' then leaked.person_id
                else leaked.household_id
            end
            and {{ is_shown('enrolment.source', "'enrolment'") }}
    inner join {{ ref('outbox_reason') }} as reason
        on reason.reason_id = 'leaked'

)

select {{ item_columns() }} from told
