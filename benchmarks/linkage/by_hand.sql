-- What an analyst would write: the same card and first name, or the same name and day
-- of birth; where that leads to one person, it is taken.
create table by_hand as
with

agreeing as (

    select
        listed.record_id,
        known.known_id

    from list_record as listed
    inner join person_record as known
        on listed.no_kk = known.no_kk and listed.first_word = known.first_word

    union

    select
        listed.record_id,
        known.known_id

    from list_record as listed
    inner join person_record as known
        on listed.name = known.name and listed.birth_date = known.birth_date

)

select
    record_id,
    min(known_id) as known_id,
    0.9 as score

from agreeing
group by record_id
having count(*) = 1
