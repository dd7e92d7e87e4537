-- Written by `selaras compile` from rules/linkage.yml and its trained model. Edit the
-- rule, not this file.
with

pair as (

    select * from {{ ref('family_pair') }}

),

listed as (

    select * from {{ ref('family_record') }}

),

known as (

    select * from {{ ref('undescribed_record') }}

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

),

block as (

    select
        'card' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from card_block

    union all

    select
        'number_without_serial' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from number_without_serial_block

    union all

    select
        'number_without_place' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from number_without_place_block

    union all

    select
        'number_without_year' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from number_without_year_block

    union all

    select
        'number_without_day_and_month' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from number_without_day_and_month_block

    union all

    select
        'first_word_and_birth_date' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from first_word_and_birth_date_block

    union all

    select
        'last_word_and_birth_date' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from last_word_and_birth_date_block

    union all

    select
        'name_and_month_of_birth' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from name_and_month_of_birth_block

    union all

    select
        'name_and_birthday' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from name_and_birthday_block

    union all

    select
        'name_and_swapped_date' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from name_and_swapped_date_block

    union all

    select
        'name_and_kelurahan' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from name_and_kelurahan_block

    union all

    select
        'birth_date_and_kelurahan' as blocking_rule,
        records,
        people,
        people > 300 or records * people > 90000 as is_left_out

    from birth_date_and_kelurahan_block

),

crowded as (

    select
        'card' as blocking_rule,
        listed.record_id

    from card_block as crowd
    inner join listed
        on crowd.key_1 = listed.no_kk
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'number_without_serial' as blocking_rule,
        listed.record_id

    from number_without_serial_block as crowd
    inner join listed
        on crowd.key_1 = left(listed.nik, 12)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'number_without_place' as blocking_rule,
        listed.record_id

    from number_without_place_block as crowd
    inner join listed
        on crowd.key_1 = substr(listed.nik, 7, 10)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'number_without_year' as blocking_rule,
        listed.record_id

    from number_without_year_block as crowd
    inner join listed
        on
            crowd.key_1 = left(listed.nik, 10)
            and crowd.key_2 = substr(listed.nik, 13, 4)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'number_without_day_and_month' as blocking_rule,
        listed.record_id

    from number_without_day_and_month_block as crowd
    inner join listed
        on
            crowd.key_1 = left(listed.nik, 6)
            and crowd.key_2 = substr(listed.nik, 11, 6)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'first_word_and_birth_date' as blocking_rule,
        listed.record_id

    from first_word_and_birth_date_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.first_word
            and crowd.key_2 = listed.birth_date
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'last_word_and_birth_date' as blocking_rule,
        listed.record_id

    from last_word_and_birth_date_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.last_word
            and crowd.key_2 = listed.birth_date
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'name_and_month_of_birth' as blocking_rule,
        listed.record_id

    from name_and_month_of_birth_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.name_key
            and crowd.key_2 = year(listed.birth_date)
            and crowd.key_3 = month(listed.birth_date)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'name_and_birthday' as blocking_rule,
        listed.record_id

    from name_and_birthday_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.name_key
            and crowd.key_2 = month(listed.birth_date)
            and crowd.key_3 = day(listed.birth_date)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'name_and_swapped_date' as blocking_rule,
        listed.record_id

    from name_and_swapped_date_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.name_key
            and crowd.key_2 = year(listed.birth_date)
            and crowd.key_3 = month(listed.birth_date) + day(listed.birth_date)
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'name_and_kelurahan' as blocking_rule,
        listed.record_id

    from name_and_kelurahan_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.name_key
            and crowd.key_2 = listed.region_code
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

    union all

    select
        'birth_date_and_kelurahan' as blocking_rule,
        listed.record_id

    from birth_date_and_kelurahan_block as crowd
    inner join listed
        on
            crowd.key_1 = listed.birth_date
            and crowd.key_2 = listed.region_code
    where
        crowd.people > 300
        or crowd.records * crowd.people > 90000

),

left_out as (

    select
        crowded.blocking_rule,
        count(distinct crowded.record_id) as records

    from crowded
    left join pair
        on crowded.record_id = pair.record_id
    where pair.record_id is null
    group by crowded.blocking_rule

)

select
    'family' as linkage_stage,
    block.blocking_rule,
    count(*) as blocks,
    count(*) filter (where block.is_left_out) as blocks_left_out,
    max(block.people) as largest_block,
    cast(
        coalesce(
            sum(block.records * block.people) filter (where not block.is_left_out), 0
        ) as bigint
    ) as pairs,
    cast(
        coalesce(
            sum(block.records * block.people) filter (where block.is_left_out), 0
        ) as bigint
    ) as pairs_left_out,
    coalesce(max(left_out.records), 0) as records_left_without_pair

from block
left join left_out
    on block.blocking_rule = left_out.blocking_rule
group by block.blocking_rule
