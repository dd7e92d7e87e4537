-- One row per person with everything that the lists may say of them.
create table person as
with

joined as (

    select
        life.*,
        household.no_kk,
        household.national_decile,
        household.owns_car,
        household.property_value,
        household.is_in_dtsen,
        household.is_in_dukcapil,
        household.move_week,
        household.new_region_no,
        household.insurance,
        0.56 * region.civil_servant_rate as civil_servant_rate,
        0.56 * region.soldier_rate as soldier_rate,
        0.56 * region.police_rate as police_rate,
        region.pensioner_rate,
        draw('job', life.person_no)
        / case
            when household.national_decile <= 4 then 0.15
            when household.national_decile <= 6 then 0.8
            else 1.35
        end as job

    from life
    inner join household on life.family_no = household.family_no
    inner join region on life.region_no = region.region_no

)

select
    person_no,
    family_no,
    region_no,
    seat,
    age,
    is_woman,
    birth_date,
    baby_week,
    school,
    grade,
    is_in_private_school,
    difficulty,
    is_pregnant,
    died_on,
    if(seat < 12 and died_on is null, moved_out_on, null) as moved_out_on,
    if(seat < 12 and died_on is null and moved_out_on is null, deactivated_on, null)
        as deactivated_on,
    nik,
    second_nik,
    no_kk,
    national_decile,
    owns_car,
    property_value,
    is_in_dtsen,
    is_in_dukcapil and draw('not_in_dukcapil', person_no) >= 0.004 as is_in_dukcapil,
    move_week,
    new_region_no,
    full_name(person_no, family_no, seat, is_woman) as name,
    case
        when age < 6 then 'BELUM/TIDAK BEKERJA'
        when school is not null then 'PELAJAR/MAHASISWA'
        when age between 21 and 59 and job < civil_servant_rate then 'PNS'
        when age between 21 and 57
            and job < civil_servant_rate + soldier_rate then 'TNI'
        when age between 21 and 57
            and job < civil_servant_rate + soldier_rate + police_rate then 'POLRI'
        when age between 21 and 57 and job between 0.20 and 0.212 then 'KARYAWAN BUMN'
        when age between 21 and 57 and job between 0.212 and 0.217 then 'KARYAWAN BUMD'
        when age >= 58 and job < 2.8 * pensioner_rate then 'PENSIUNAN'
        when age < 18 then 'BELUM/TIDAK BEKERJA'
        when is_woman and draw('works', person_no) < 0.5 then 'MENGURUS RUMAH TANGGA'
        when age >= 65 and draw('works', person_no) < 0.7 then 'BELUM/TIDAK BEKERJA'
        else choose('occupation', person_no, [
            'KARYAWAN SWASTA', 'KARYAWAN SWASTA', 'KARYAWAN SWASTA', 'WIRASWASTA',
            'WIRASWASTA', 'BURUH HARIAN LEPAS', 'BURUH HARIAN LEPAS', 'PEDAGANG',
            'SOPIR', 'KARYAWAN HONORER', 'GURU', 'PEMBANTU RUMAH TANGGA',
            'BELUM/TIDAK BEKERJA', 'KARYAWAN SWASTA'
        ])
    end as occupation,
    insurance < case when national_decile <= 5 then 0.30 else 0.02 end
    or goes_wrong('both_insured', person_no, 0.003) as has_central_insurance,
    insurance between
    case when national_decile <= 5 then 0.30 else 0.02 end
    and case when national_decile <= 5 then 0.86 else 0.34 end
    or (
        goes_wrong('both_insured', person_no, 0.003)
        and insurance < if(national_decile <= 5, 0.86, 0.34)
    ) as has_local_insurance

from joined
order by person_no;

-- The heads by themselves: most lists name them beside the member.
create table head as
select * exclude (seat, baby_week)
from person
where seat = 1
order by family_no;

drop table life;
drop table family_plan;
