-- Written by `selaras compile` from rules/linkage.yml and its trained model. Edit the
-- rule, not this file.
with

listed as (

    select * from {{ ref('list_record') }}

),

known as (

    select * from {{ ref('person_record') }}

),

card_key as (

    select
        listed.no_kk as key_1,
        count(*) as records

    from listed
    group by listed.no_kk

),

card_block as (

    select
        card_key.key_1,
        max(card_key.records) as records,
        count(*) as people

    from card_key
    inner join known
        on card_key.key_1 = known.no_kk
    group by card_key.key_1
    having count(*) <= 300

),

place_and_date_in_number_key as (

    select
        left(listed.nik, 12) as key_1,
        count(*) as records

    from listed
    group by left(listed.nik, 12)

),

place_and_date_in_number_block as (

    select
        place_and_date_in_number_key.key_1,
        max(place_and_date_in_number_key.records) as records,
        count(*) as people

    from place_and_date_in_number_key
    inner join known
        on place_and_date_in_number_key.key_1 = left(known.nik, 12)
    group by place_and_date_in_number_key.key_1
    having count(*) <= 300

),

date_and_serial_in_number_key as (

    select
        substr(listed.nik, 7, 10) as key_1,
        count(*) as records

    from listed
    group by substr(listed.nik, 7, 10)

),

date_and_serial_in_number_block as (

    select
        date_and_serial_in_number_key.key_1,
        max(date_and_serial_in_number_key.records) as records,
        count(*) as people

    from date_and_serial_in_number_key
    inner join known
        on date_and_serial_in_number_key.key_1 = substr(known.nik, 7, 10)
    group by date_and_serial_in_number_key.key_1
    having count(*) <= 300

),

place_and_serial_in_number_key as (

    select
        left(listed.nik, 6) as key_1,
        substr(listed.nik, 13, 4) as key_2,
        count(*) as records

    from listed
    group by
        left(listed.nik, 6),
        substr(listed.nik, 13, 4)

),

place_and_serial_in_number_block as (

    select
        place_and_serial_in_number_key.key_1,
        place_and_serial_in_number_key.key_2,
        max(place_and_serial_in_number_key.records) as records,
        count(*) as people

    from place_and_serial_in_number_key
    inner join known
        on
            place_and_serial_in_number_key.key_1 = left(known.nik, 6)
            and place_and_serial_in_number_key.key_2 = substr(known.nik, 13, 4)
    group by
        place_and_serial_in_number_key.key_1,
        place_and_serial_in_number_key.key_2
    having count(*) <= 300

),

first_word_and_birth_date_key as (

    select
        listed.first_word as key_1,
        listed.birth_date as key_2,
        count(*) as records

    from listed
    group by
        listed.first_word,
        listed.birth_date

),

first_word_and_birth_date_block as (

    select
        first_word_and_birth_date_key.key_1,
        first_word_and_birth_date_key.key_2,
        max(first_word_and_birth_date_key.records) as records,
        count(*) as people

    from first_word_and_birth_date_key
    inner join known
        on
            first_word_and_birth_date_key.key_1 = known.first_word
            and first_word_and_birth_date_key.key_2 = known.birth_date
    group by
        first_word_and_birth_date_key.key_1,
        first_word_and_birth_date_key.key_2
    having count(*) <= 300

),

last_word_and_birth_date_key as (

    select
        listed.last_word as key_1,
        listed.birth_date as key_2,
        count(*) as records

    from listed
    group by
        listed.last_word,
        listed.birth_date

),

last_word_and_birth_date_block as (

    select
        last_word_and_birth_date_key.key_1,
        last_word_and_birth_date_key.key_2,
        max(last_word_and_birth_date_key.records) as records,
        count(*) as people

    from last_word_and_birth_date_key
    inner join known
        on
            last_word_and_birth_date_key.key_1 = known.last_word
            and last_word_and_birth_date_key.key_2 = known.birth_date
    group by
        last_word_and_birth_date_key.key_1,
        last_word_and_birth_date_key.key_2
    having count(*) <= 300

),

name_and_birth_year_key as (

    select
        listed.name_key as key_1,
        year(listed.birth_date) as key_2,
        count(*) as records

    from listed
    group by
        listed.name_key,
        year(listed.birth_date)

),

name_and_birth_year_block as (

    select
        name_and_birth_year_key.key_1,
        name_and_birth_year_key.key_2,
        max(name_and_birth_year_key.records) as records,
        count(*) as people

    from name_and_birth_year_key
    inner join known
        on
            name_and_birth_year_key.key_1 = known.name_key
            and name_and_birth_year_key.key_2 = year(known.birth_date)
    group by
        name_and_birth_year_key.key_1,
        name_and_birth_year_key.key_2
    having count(*) <= 300

),

name_and_kelurahan_key as (

    select
        listed.name_key as key_1,
        listed.region_code as key_2,
        count(*) as records

    from listed
    group by
        listed.name_key,
        listed.region_code

),

name_and_kelurahan_block as (

    select
        name_and_kelurahan_key.key_1,
        name_and_kelurahan_key.key_2,
        max(name_and_kelurahan_key.records) as records,
        count(*) as people

    from name_and_kelurahan_key
    inner join known
        on
            name_and_kelurahan_key.key_1 = known.name_key
            and name_and_kelurahan_key.key_2 = known.region_code
    group by
        name_and_kelurahan_key.key_1,
        name_and_kelurahan_key.key_2
    having count(*) <= 300

),

birth_date_and_kelurahan_key as (

    select
        listed.birth_date as key_1,
        listed.region_code as key_2,
        count(*) as records

    from listed
    group by
        listed.birth_date,
        listed.region_code

),

birth_date_and_kelurahan_block as (

    select
        birth_date_and_kelurahan_key.key_1,
        birth_date_and_kelurahan_key.key_2,
        max(birth_date_and_kelurahan_key.records) as records,
        count(*) as people

    from birth_date_and_kelurahan_key
    inner join known
        on
            birth_date_and_kelurahan_key.key_1 = known.birth_date
            and birth_date_and_kelurahan_key.key_2 = known.region_code
    group by
        birth_date_and_kelurahan_key.key_1,
        birth_date_and_kelurahan_key.key_2
    having count(*) <= 300

)

select
    listed.record_id,
    known.known_id

from card_block
inner join listed
    on card_block.key_1 = listed.no_kk
inner join known
    on card_block.key_1 = known.no_kk

union

select
    listed.record_id,
    known.known_id

from place_and_date_in_number_block
inner join listed
    on place_and_date_in_number_block.key_1 = left(listed.nik, 12)
inner join known
    on place_and_date_in_number_block.key_1 = left(known.nik, 12)

union

select
    listed.record_id,
    known.known_id

from date_and_serial_in_number_block
inner join listed
    on date_and_serial_in_number_block.key_1 = substr(listed.nik, 7, 10)
inner join known
    on date_and_serial_in_number_block.key_1 = substr(known.nik, 7, 10)

union

select
    listed.record_id,
    known.known_id

from place_and_serial_in_number_block
inner join listed
    on
        place_and_serial_in_number_block.key_1 = left(listed.nik, 6)
        and place_and_serial_in_number_block.key_2 = substr(listed.nik, 13, 4)
inner join known
    on
        place_and_serial_in_number_block.key_1 = left(known.nik, 6)
        and place_and_serial_in_number_block.key_2 = substr(known.nik, 13, 4)

union

select
    listed.record_id,
    known.known_id

from first_word_and_birth_date_block
inner join listed
    on
        first_word_and_birth_date_block.key_1 = listed.first_word
        and first_word_and_birth_date_block.key_2 = listed.birth_date
inner join known
    on
        first_word_and_birth_date_block.key_1 = known.first_word
        and first_word_and_birth_date_block.key_2 = known.birth_date

union

select
    listed.record_id,
    known.known_id

from last_word_and_birth_date_block
inner join listed
    on
        last_word_and_birth_date_block.key_1 = listed.last_word
        and last_word_and_birth_date_block.key_2 = listed.birth_date
inner join known
    on
        last_word_and_birth_date_block.key_1 = known.last_word
        and last_word_and_birth_date_block.key_2 = known.birth_date

union

select
    listed.record_id,
    known.known_id

from name_and_birth_year_block
inner join listed
    on
        name_and_birth_year_block.key_1 = listed.name_key
        and name_and_birth_year_block.key_2 = year(listed.birth_date)
inner join known
    on
        name_and_birth_year_block.key_1 = known.name_key
        and name_and_birth_year_block.key_2 = year(known.birth_date)

union

select
    listed.record_id,
    known.known_id

from name_and_kelurahan_block
inner join listed
    on
        name_and_kelurahan_block.key_1 = listed.name_key
        and name_and_kelurahan_block.key_2 = listed.region_code
inner join known
    on
        name_and_kelurahan_block.key_1 = known.name_key
        and name_and_kelurahan_block.key_2 = known.region_code

union

select
    listed.record_id,
    known.known_id

from birth_date_and_kelurahan_block
inner join listed
    on
        birth_date_and_kelurahan_block.key_1 = listed.birth_date
        and birth_date_and_kelurahan_block.key_2 = listed.region_code
inner join known
    on
        birth_date_and_kelurahan_block.key_1 = known.birth_date
        and birth_date_and_kelurahan_block.key_2 = known.region_code
