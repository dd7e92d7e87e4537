-- The member who is paid for a family: PKH pays the mother, the others the head.
create table payee as
with

aided as (

    select
        family_no,
        mother_no

    from household
    where family_no in (
        select family_no from enrolment where programme in ('pkh', 'sembako', 'blts')
    )

)

select
    aided.family_no,
    mother.died_on is null and mother.moved_out_on is null as mother_is_there,
    head.nik as head_nik,
    head.person_no as head_no,
    head.name as head_name,
    head.is_woman as head_is_woman,
    head.age as head_age,
    if(mother_is_there, mother.person_no, head.person_no) as manager_no,
    if(mother_is_there, mother.nik, head.nik) as manager_nik,
    if(mother_is_there, mother.name, head.name) as manager_name,
    if(mother_is_there, mother.is_woman, head.is_woman) as manager_is_woman,
    if(mother_is_there, mother.age, head.age) as manager_age,
    head.no_kk,
    head.region_no,
    head.new_region_no,
    head.move_week

from aided
inner join head on aided.family_no = head.family_no
inner join person as mother on aided.mother_no = mother.person_no
order by aided.family_no;
