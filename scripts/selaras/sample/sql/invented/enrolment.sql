-- A few in a hundred of the living are on a list that nothing else is known of.
insert into enrolment
with

living as (

    select
        family_no,
        if(getvariable('is_of_person'), person_no, null) as person_no

    from person
    where
        died_on is null
        and moved_out_on is null
        and if(getvariable('is_of_person'), seat < 12, seat = 1)

),

drawn as (

    select
        programme,
        family_no,
        person_no,
        coalesce(person_no, family_no) as key,
        count(*) over (partition by programme) as people

    from living
    cross join (select unnest(getvariable('programmes')) as programme)

)

select
    programme,
    'invented' as class,
    null as component,
    family_no,
    person_no,
    joined_on(programme, key) as starts_on,
    left_on(programme, key) as ends_on,
    getvariable('list_amount') as amount

from drawn
where
    draw('enrol:' || programme, key)
    < least(greatest(0.04, 20.0 / people), 200000.0 / people)
order by programme, key;
