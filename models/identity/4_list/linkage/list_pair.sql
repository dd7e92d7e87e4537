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
    having
        count(*) <= 300
        and count(*) * max(card_key.records) <= 90000

),

number_without_serial_key as (

    select
        left(listed.nik, 12) as key_1,
        count(*) as records

    from listed
    group by left(listed.nik, 12)

),

number_without_serial_block as (

    select
        number_without_serial_key.key_1,
        max(number_without_serial_key.records) as records,
        count(*) as people

    from number_without_serial_key
    inner join known
        on number_without_serial_key.key_1 = left(known.nik, 12)
    group by number_without_serial_key.key_1
    having
        count(*) <= 300
        and count(*) * max(number_without_serial_key.records) <= 90000

),

number_without_place_key as (

    select
        substr(listed.nik, 7, 10) as key_1,
        count(*) as records

    from listed
    group by substr(listed.nik, 7, 10)

),

number_without_place_block as (

    select
        number_without_place_key.key_1,
        max(number_without_place_key.records) as records,
        count(*) as people

    from number_without_place_key
    inner join known
        on number_without_place_key.key_1 = substr(known.nik, 7, 10)
    group by number_without_place_key.key_1
    having
        count(*) <= 300
        and count(*) * max(number_without_place_key.records) <= 90000

),

number_without_year_key as (

    select
        left(listed.nik, 10) as key_1,
        substr(listed.nik, 13, 4) as key_2,
        count(*) as records

    from listed
    group by
        left(listed.nik, 10),
        substr(listed.nik, 13, 4)

),

number_without_year_block as (

    select
        number_without_year_key.key_1,
        number_without_year_key.key_2,
        max(number_without_year_key.records) as records,
        count(*) as people

    from number_without_year_key
    inner join known
        on
            number_without_year_key.key_1 = left(known.nik, 10)
            and number_without_year_key.key_2 = substr(known.nik, 13, 4)
    group by
        number_without_year_key.key_1,
        number_without_year_key.key_2
    having
        count(*) <= 300
        and count(*) * max(number_without_year_key.records) <= 90000

),

number_without_day_and_month_key as (

    select
        left(listed.nik, 6) as key_1,
        substr(listed.nik, 11, 6) as key_2,
        count(*) as records

    from listed
    group by
        left(listed.nik, 6),
        substr(listed.nik, 11, 6)

),

number_without_day_and_month_block as (

    select
        number_without_day_and_month_key.key_1,
        number_without_day_and_month_key.key_2,
        max(number_without_day_and_month_key.records) as records,
        count(*) as people

    from number_without_day_and_month_key
    inner join known
        on
            number_without_day_and_month_key.key_1 = left(known.nik, 6)
            and number_without_day_and_month_key.key_2 = substr(known.nik, 11, 6)
    group by
        number_without_day_and_month_key.key_1,
        number_without_day_and_month_key.key_2
    having
        count(*) <= 300
        and count(*) * max(number_without_day_and_month_key.records) <= 90000

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
    having
        count(*) <= 300
        and count(*) * max(first_word_and_birth_date_key.records) <= 90000

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
    having
        count(*) <= 300
        and count(*) * max(last_word_and_birth_date_key.records) <= 90000

),

name_and_month_of_birth_key as (

    select
        listed.name_key as key_1,
        year(listed.birth_date) as key_2,
        month(listed.birth_date) as key_3,
        count(*) as records

    from listed
    group by
        listed.name_key,
        year(listed.birth_date),
        month(listed.birth_date)

),

name_and_month_of_birth_block as (

    select
        name_and_month_of_birth_key.key_1,
        name_and_month_of_birth_key.key_2,
        name_and_month_of_birth_key.key_3,
        max(name_and_month_of_birth_key.records) as records,
        count(*) as people

    from name_and_month_of_birth_key
    inner join known
        on
            name_and_month_of_birth_key.key_1 = known.name_key
            and name_and_month_of_birth_key.key_2 = year(known.birth_date)
            and name_and_month_of_birth_key.key_3 = month(known.birth_date)
    group by
        name_and_month_of_birth_key.key_1,
        name_and_month_of_birth_key.key_2,
        name_and_month_of_birth_key.key_3
    having
        count(*) <= 300
        and count(*) * max(name_and_month_of_birth_key.records) <= 90000

),

name_and_birthday_key as (

    select
        listed.name_key as key_1,
        month(listed.birth_date) as key_2,
        day(listed.birth_date) as key_3,
        count(*) as records

    from listed
    group by
        listed.name_key,
        month(listed.birth_date),
        day(listed.birth_date)

),

name_and_birthday_block as (

    select
        name_and_birthday_key.key_1,
        name_and_birthday_key.key_2,
        name_and_birthday_key.key_3,
        max(name_and_birthday_key.records) as records,
        count(*) as people

    from name_and_birthday_key
    inner join known
        on
            name_and_birthday_key.key_1 = known.name_key
            and name_and_birthday_key.key_2 = month(known.birth_date)
            and name_and_birthday_key.key_3 = day(known.birth_date)
    group by
        name_and_birthday_key.key_1,
        name_and_birthday_key.key_2,
        name_and_birthday_key.key_3
    having
        count(*) <= 300
        and count(*) * max(name_and_birthday_key.records) <= 90000

),

name_and_swapped_date_key as (

    select
        listed.name_key as key_1,
        year(listed.birth_date) as key_2,
        month(listed.birth_date) + day(listed.birth_date) as key_3,
        count(*) as records

    from listed
    group by
        listed.name_key,
        year(listed.birth_date),
        month(listed.birth_date) + day(listed.birth_date)

),

name_and_swapped_date_block as (

    select
        name_and_swapped_date_key.key_1,
        name_and_swapped_date_key.key_2,
        name_and_swapped_date_key.key_3,
        max(name_and_swapped_date_key.records) as records,
        count(*) as people

    from name_and_swapped_date_key
    inner join known
        on
            name_and_swapped_date_key.key_1 = known.name_key
            and name_and_swapped_date_key.key_2 = year(known.birth_date)
            and name_and_swapped_date_key.key_3
            = month(known.birth_date) + day(known.birth_date)
    group by
        name_and_swapped_date_key.key_1,
        name_and_swapped_date_key.key_2,
        name_and_swapped_date_key.key_3
    having
        count(*) <= 300
        and count(*) * max(name_and_swapped_date_key.records) <= 90000

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
    having
        count(*) <= 300
        and count(*) * max(name_and_kelurahan_key.records) <= 90000

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
    having
        count(*) <= 300
        and count(*) * max(birth_date_and_kelurahan_key.records) <= 90000

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

from number_without_serial_block
inner join listed
    on number_without_serial_block.key_1 = left(listed.nik, 12)
inner join known
    on number_without_serial_block.key_1 = left(known.nik, 12)

union

select
    listed.record_id,
    known.known_id

from number_without_place_block
inner join listed
    on number_without_place_block.key_1 = substr(listed.nik, 7, 10)
inner join known
    on number_without_place_block.key_1 = substr(known.nik, 7, 10)

union

select
    listed.record_id,
    known.known_id

from number_without_year_block
inner join listed
    on
        number_without_year_block.key_1 = left(listed.nik, 10)
        and number_without_year_block.key_2 = substr(listed.nik, 13, 4)
inner join known
    on
        number_without_year_block.key_1 = left(known.nik, 10)
        and number_without_year_block.key_2 = substr(known.nik, 13, 4)

union

select
    listed.record_id,
    known.known_id

from number_without_day_and_month_block
inner join listed
    on
        number_without_day_and_month_block.key_1 = left(listed.nik, 6)
        and number_without_day_and_month_block.key_2 = substr(listed.nik, 11, 6)
inner join known
    on
        number_without_day_and_month_block.key_1 = left(known.nik, 6)
        and number_without_day_and_month_block.key_2 = substr(known.nik, 11, 6)

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

from name_and_month_of_birth_block
inner join listed
    on
        name_and_month_of_birth_block.key_1 = listed.name_key
        and name_and_month_of_birth_block.key_2 = year(listed.birth_date)
        and name_and_month_of_birth_block.key_3 = month(listed.birth_date)
inner join known
    on
        name_and_month_of_birth_block.key_1 = known.name_key
        and name_and_month_of_birth_block.key_2 = year(known.birth_date)
        and name_and_month_of_birth_block.key_3 = month(known.birth_date)

union

select
    listed.record_id,
    known.known_id

from name_and_birthday_block
inner join listed
    on
        name_and_birthday_block.key_1 = listed.name_key
        and name_and_birthday_block.key_2 = month(listed.birth_date)
        and name_and_birthday_block.key_3 = day(listed.birth_date)
inner join known
    on
        name_and_birthday_block.key_1 = known.name_key
        and name_and_birthday_block.key_2 = month(known.birth_date)
        and name_and_birthday_block.key_3 = day(known.birth_date)

union

select
    listed.record_id,
    known.known_id

from name_and_swapped_date_block
inner join listed
    on
        name_and_swapped_date_block.key_1 = listed.name_key
        and name_and_swapped_date_block.key_2 = year(listed.birth_date)
        and name_and_swapped_date_block.key_3
        = month(listed.birth_date) + day(listed.birth_date)
inner join known
    on
        name_and_swapped_date_block.key_1 = known.name_key
        and name_and_swapped_date_block.key_2 = year(known.birth_date)
        and name_and_swapped_date_block.key_3
        = month(known.birth_date) + day(known.birth_date)

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
