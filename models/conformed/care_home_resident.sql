with

stay as (

    select * from {{ ref('stg_dinsos__care_home') }}

),

matched as (

    select * from {{ ref('list_row_person') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    matched.person_id,
    {{ any_member(
        "stay.entered_on <= as_of.as_of_date and case when not stay.is_end_unread"
        " then coalesce(stay.left_on > as_of.as_of_date, true) end"
    ) }} as lives_in_care_home

from stay
inner join matched
    on stay.source_row_id = matched.source_row_id
cross join as_of
group by matched.person_id
