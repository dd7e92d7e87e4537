-- NIK and No KK with their formal structure. Serials start at 9000 (NIK) and 9500 (No
-- KK), so that no number is likely to be anyone's and none is both.
set variable elsewhere = [
    320105, 320112, 320131, 320308, 320514, 320803, 321004, 321115, 321308, 321506,
    321609, 327101, 327505, 327603, 330106, 330214, 330510, 330812, 331104, 331422,
    332207, 332605, 332808, 332906, 337404, 340111, 340412, 350307, 350714, 351502,
    351606, 352210, 352515, 357802, 360105, 360316, 367106, 367401, 120714, 127102,
    130605, 137103, 147105, 167104, 180208, 187103, 530104, 610203, 637101, 730611,
    737108, 810104
];

-- The older numbers of Jakarta begin with 09.
set variable older_jakarta = [95106, 95203, 95303, 95405, 95310, 95210, 95408, 95103];

create macro nik_date(birth_date, is_woman) as
    cast(
        (day(birth_date) + if(is_woman, 40, 0)) * 10000
        + month(birth_date) * 100 + year(birth_date) % 100 as bigint
    );

create table numbered as
with

issued as (

    select
        *,
        case
            when birth_date < date '1975-01-01' and draw('old_nik', person_no) < 0.14
                then choose('old_place', person_no, getvariable('older_jakarta'))
            when draw('born_elsewhere', person_no)
                < case when age < 18 then 0.05 else 0.24 end
                then choose('elsewhere', person_no, getvariable('elsewhere'))
            when draw('other_district', person_no) < 0.25
                then cast(
                    choose('district', person_no, getvariable('district_code'))
                    as bigint
                )
            else cast(getvariable('district_code')[region_no] as bigint)
        end * 1000000
        + nik_date(
            case
                when goes_wrong('nik_date_conflict', person_no, 0.003)
                    then cast(
                        birth_date + 1
                        + cast(pick('nik_date', person_no, 400) as integer) as date
                    )
                else birth_date
            end,
            is_woman
        ) as stem

    from member

)

select
    * exclude (stem),
    stem * 10000 + 9000
    + (
        pick('serial', stem, 500)
        + row_number() over (partition by stem order by person_no)
    )
    % 500 as nik,
    case
        when goes_wrong('second_nik', person_no, 0.001)
            then stem * 10000 + 9000
            + (pick('serial', stem, 500) - pick('second_serial', person_no, 100) + 500)
            % 500
    end as second_nik

from issued;

drop table member;

create table card as
with

issued as (

    select
        family_no,
        cast(getvariable('district_code')[region_no] as bigint) * 1000000
        + nik_date(
            cast(
                getvariable('last_date') - 30
                - cast(pick('card_date', family_no, 5800) as integer) as date
            ),
            false
        ) as stem

    from family_plan

)

select
    family_no,
    stem * 10000 + 9500
    + (
        pick('serial', stem, 500)
        + row_number() over (partition by stem order by family_no)
    )
    % 500 as no_kk

from issued;

create macro digits(number) as lpad(cast(number as varchar), 16, '0');
