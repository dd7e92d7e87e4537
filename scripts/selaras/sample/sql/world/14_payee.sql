-- The member who is paid for a family: PKH pays the mother, the others the head.
create table payee as
select
    household.family_no,
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

from household
inner join person as head on household.head_no = head.person_no
inner join person as mother on household.mother_no = mother.person_no
where household.family_no in (
    select family_no from enrolment where programme in ('pkh', 'sembako', 'blts')
);
