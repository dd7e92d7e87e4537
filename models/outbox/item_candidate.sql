with

candidate as (

    select * from {{ ref('candidate') }}
    where status = 'open'

),

person as (

    select * from {{ ref('dim_person') }}

),

offered as (

    select
        supplier.agency_id,
        candidate.*,
        told_by.nik_by,
        told_by.name_by,
        told_by.birth_date_by,
        person.nik,
        person.full_name,
        person.birth_date

    from candidate
    inner join {{ ref('supplier') }} as supplier
        on candidate.source = supplier.source
    inner join person
        on candidate.person_id = person.person_id
    inner join {{ ref('told_by') }} as told_by
        on candidate.person_id = told_by.person_id

),

-- Who is offered nobody cannot say whether it is they.
told as (

    select
        offered.agency_id,
        'verification' as kind,
        offered.candidate_id as subject_id,
        cast(null as varchar) as person_id,
        cast(null as varchar) as household_id,
        cast(null as varchar) as programme_id,
        offered.source_row_id,
        offered.role,
        cast(null as varchar) as column_name,
        cast(null as varchar) as current_value,
        concat_ws(
            ' / ',
            {{ shown('offered.nik', 'offered.nik_by', 'nik') }},
            {{ shown('offered.full_name', 'offered.name_by', 'full_name') }},
            {{ shown(
                'cast(offered.birth_date as varchar)', 'offered.birth_date_by', 'birth_date'
            ) }}
        ) as proposed_value,
        concat('row_count = ', offered.row_count) as evidence,
        'same_person' as reason_id,
        {{ text_id('reason', ["'same_person'"]) }} as text_id,
        cast(null as bigint) as monthly_amount,
        cast(null as integer) as settles,
        cast(null as integer) as need,
        offered.score as certainty

    from offered
    {{ join_entitled('offered.agency_id') }}
    where {{ is_shown('offered.nik_by', "'nik'") }}

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
