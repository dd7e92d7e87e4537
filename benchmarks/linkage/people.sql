-- Rows that carry no usable number, and the people of the city they may name. What goes
-- wrong is rarer in real lists; here every row has lost its number.
set variable number_ways = [
    'missing', 'missing', 'missing', 'zeroed', 'zeroed', 'zeroed', 'truncated',
    'one_digit', 'one_digit', 'head_copied'
];

-- One in twenty of those whom rows name is in no register.
create macro is_known(person_no, is_in_dukcapil, is_in_dtsen) as
    (is_in_dukcapil or is_in_dtsen) and draw('unknown', person_no) >= 0.05;

create table person_record as
with

described as (

    select
        'p' || left(sha256('p' || cast(person_no as varchar)), 24) as known_id,
        digits(nik) as nik,
        digits(no_kk) as no_kk,
        name,
        birth_date,
        if(is_woman, 'female', 'male') as sex,
        getvariable('kelurahan_code')[region_no] as region_code

    from person
    where is_known(person_no, is_in_dukcapil, is_in_dtsen)

)

{{ comparable('described', ['known_id']) }};

create table named as
select
    'r' || left(sha256('r' || cast(person.person_no as varchar)), 24) as record_id,
    if(
        is_known(person.person_no, person.is_in_dukcapil, person.is_in_dtsen),
        'p' || left(sha256('p' || cast(person.person_no as varchar)), 24),
        null
    ) as right_id,
    case
        when person.seat = 1 and way = 'head_copied' then 'missing'
        when way = 'zeroed' and person.nik % 10 = 0 then 'one_digit'
        else way
    end as fault,
    written_nik(fault, person.nik, person.no_kk, head.nik, person.person_no) as nik,
    case
        when draw('card', person.person_no) < 0.20 then null
        when draw('card', person.person_no) < 0.25
            then misspelt_number('one_digit', person.no_kk, person.person_no)
        when draw('card', person.person_no) < 0.30
            then misspelt_number('zeroed', person.no_kk, person.person_no)
        else digits(person.no_kk)
    end as no_kk,
    written_name(
        name_fault('bench', person.person_no, person.name, person.age, 0.10),
        person.name,
        person.is_woman,
        person.person_no
    ) as written_name,
    case
        when draw('date', person.person_no) < 0.01 then null
        when draw('date', person.person_no) < 0.04
            then cast(
                person.birth_date
                + choose('wrong_by', person.person_no, [-365, -31, -1, 1, 9, 365]) as date
            )
        when draw('date', person.person_no) < 0.05 and day(person.birth_date) <= 12
            then make_date(
                year(person.birth_date), day(person.birth_date), month(person.birth_date)
            )
        else person.birth_date
    end as birth_date,
    case
        when draw('region', person.person_no) < 0.02 then null
        when draw('region', person.person_no) < 0.06
            then choose('moved', person.person_no, getvariable('kelurahan_code'))
        else getvariable('kelurahan_code')[person.region_no]
    end as region_code

from (
    select
        *,
        choose('way', person_no, getvariable('number_ways')) as way
    from person
    where draw('listed', person_no) < 0.01
) as person
inner join head on person.family_no = head.family_no;

create table list_record as
with

described as (

    select
        * exclude (written_name),
        cast(null as varchar) as sex,
        {{ normalise_name('written_name') }} as name
    from named

)

{{ comparable('described', ['record_id']) }};

create table truth as select record_id, right_id, fault from named;

create table match_decision (candidate_id varchar, verdict varchar);

-- What answers of the outbox are named with.
create table pseudonym_key as select 'benchmark' as pseudonym_key;
