with

person as (

    select
        dim_person.person_id,
        dim_person.contradictions,
        known.resident_row_id,
        known.member_row_id

    from {{ ref('dim_person') }} as dim_person
    inner join {{ ref('person') }} as known
        on dim_person.person_id = known.person_id
    where dim_person.contradictions is not null

),

pregnancy as (

    select
        person_id,
        min(programme_id) as programme_id,
        min({{ evidence_item('programme_id', 'source_row_id', 'component') }})
            as evidence

    from {{ ref('matched_benefit') }}
    where component = 'pregnant' and is_in_force
    group by person_id

)

-- What the register wrote of a contradicted fact, beside the list that says otherwise.
select
    person.person_id,
    case when person.contradictions like 'pregnancy:%' then pregnancy.programme_id end
        as telling_programme_id,
    concat_ws(
        '; ',
        case
            when contains(person.contradictions, 'life_status:')
                then {{ evidence_item(
                    "'dukcapil'", 'person.resident_row_id', 'life_status'
                ) }}
        end,
        case
            when not contains(person.contradictions, 'life_status:')
                then {{ evidence_item(
                    "'dukcapil'", 'person.resident_row_id', 'birth_date'
                ) }}
        end,
        case
            when contains(person.contradictions, 'birth_date:')
                then {{ evidence_item("'bps'", 'person.member_row_id', 'birth_date') }}
        end,
        case
            when contains(person.contradictions, 'pregnancy:') then pregnancy.evidence
        end
    ) as evidence

from person
left join pregnancy
    on person.person_id = pregnancy.person_id
