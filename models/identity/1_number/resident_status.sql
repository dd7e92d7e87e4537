-- What holds of the life of people of whom the civil registry says more than one
-- thing, or something yet to come: nobody moves before the day of it; nobody is dead on
-- a day to come, nor alive again.
with

listed as (

    select
        coalesce(resident.nik, found.nik) as nik,
        resident.life_status as said,
        resident.life_status_on as said_on,
        coalesce(resident.life_status_on > as_of.as_of_date, false) as is_to_come,
        resident.life_status = 'deceased' as is_death

    from {{ ref('stg_dukcapil__resident') }} as resident
    cross join {{ ref('as_of') }} as as_of
    left join {{ ref('resident_number') }} as found
        on resident.source_row_id = found.source_row_id

),

doubted as (

    select nik from listed
    group by nik
    having count(*) > 1
    union
    select nik from listed
    where is_to_come

),

effective as (

    select
        listed.*,
        case
            when not listed.is_to_come then listed.said
            when not listed.is_death then 'active'
        end as life_status

    from listed
    inner join doubted
        on listed.nik = doubted.nik

),

weighed as (

    select
        nik,
        max(said_on) filter (where life_status = 'deceased') as died_on,
        max(said_on) filter (where life_status != 'deceased' and not is_to_come)
            as lived_on,
        bool_or(life_status = 'deceased') as is_dead,
        bool_or(is_death and is_to_come) as is_to_die,
        bool_and(said_on is not null) as is_dated,
        bool_or(life_status = 'active') as is_active,
        max_by(life_status, said_on) filter (where not is_to_come) as latest,
        max(said_on) filter (where not is_to_come) as latest_on,
        min(life_status) = max(life_status) as is_agreed,
        min(life_status) as agreed,
        count(distinct said) > 1 or bool_or(is_death and is_to_come)
            as is_contradictory,
        string_agg(
            distinct concat(said, ' ', coalesce(cast(said_on as varchar), '?')), ', '
            order by concat(said, ' ', coalesce(cast(said_on as varchar), '?'))
        ) as told

    from effective
    group by nik

)

select
    nik,
    case
        when is_dead and coalesce(died_on >= lived_on, lived_on is null) then 'deceased'
        when is_dead or is_to_die then null
        when is_agreed then agreed
        when is_dated then latest
        when is_active then 'active'
        else latest
    end as life_status,
    case when is_dead then died_on else latest_on end as life_status_on,
    case when is_contradictory then told end as contradiction

from weighed
