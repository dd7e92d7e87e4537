-- Every situation with one question answered, and with every two, in each way that can make a
-- difference. One row per world.
with

answered as (

    select
        asked.situation_id,
        asked.question,
        asked.label,
        answer.value

    from asked
    inner join answer on asked.label = answer.label

),

tried as (

    select
        situation_id,
        label as first_label,
        question as first_question,
        cast(null as varchar) as second_label,
        cast(null as varchar) as second_question,
        map([question], [value]) as given

    from answered

    union all

    select
        one.situation_id,
        one.label as first_label,
        one.question as first_question,
        other.label as second_label,
        other.question as second_question,
        map([one.question, other.question], [one.value, other.value]) as given

    from answered as one
    inner join answered as other
        on one.situation_id = other.situation_id and one.question < other.question

)

select
    cast(row_number() over () as varchar) as world_id,
    tried.*,
    situation.household_id,
    situation.person_id

from tried
inner join situation on tried.situation_id = situation.situation_id
