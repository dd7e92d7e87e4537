-- Everybody who is entitled, or may be, in the order in which they come: who keeps a place, then
-- who is not behind, then key by key (not known after known), then by lot. Of an amount that is
-- not certain what is possible is set aside, so that the pot is never passed.
-- One row per programme and person or family.
with

judged as (

    select
        judged.programme_id,
        judged.unit,
        judged.person_id,
        judged.household_id,
        judged.verdict = 'eligible' as is_entitled,
        judged.is_enrolled,
        judged.entitled_amount,
        greatest(judged.entitled_amount, judged.possible_amount) as possible_amount,
        judged.missing_facts,
        behind.household_id is not null as is_behind,
        coalesce(waited.months_waited, 0) as months_waited,
        -- The lot of everybody is their own: nobody else's coming or going changes it.
        sha256(
            concat_ws(
                ':',
                cast($lot as varchar),
                judged.programme_id,
                coalesce(judged.person_id, judged.household_id)
            )
        ) as lot,
        {facts}

    from selaras.eligibility.fct_eligibility as judged
    left join selaras.conformed.dim_household as household
        on judged.household_id = household.household_id
    left join selaras.conformed.dim_person as person
        on judged.person_id = person.person_id
    left join (
        select distinct household_id
        from selaras.conformed.fct_enrolment
        where
            list_contains($behind, programme_id)
            and coalesce(status, 'unknown') <> 'cancelled'
    ) as behind
        on judged.household_id = behind.household_id
    left join waited
        on
            judged.programme_id = waited.programme_id
            and coalesce(judged.person_id, judged.household_id) = waited.unit_id
    where
        list_contains($programmes, judged.programme_id)
        and judged.verdict in ('eligible', 'undetermined')
        and not list_contains($without, coalesce(judged.person_id, judged.household_id))

),

keyed as (

    select
        programme_id,
        unit,
        person_id,
        household_id,
        is_entitled,
        is_enrolled,
        is_behind,
        months_waited,
        entitled_amount,
        possible_amount,
        missing_facts,
        lot,
        {keys}

    from judged

)

select
    *,
    is_entitled and ($in_places or possible_amount is not null) as may_be_served,
    case when $in_places then 1 else possible_amount * $months end as cost,
    case when is_entitled then row_number() over (
        partition by is_entitled
        order by
            is_enrolled and $keeps desc,
            is_behind asc,
            {order}
            lot asc
    ) end as position

from keyed
