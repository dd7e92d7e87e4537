-- Whom rows of lists name without a number that leads to somebody.
with

named as (

    select
        list_row.source_row_id,
        list_row.role,
        coalesce(list_row.nik, list_row.nik_remains) as nik,
        coalesce(list_row.no_kk, list_row.no_kk_remains) as no_kk,
        list_row.name_normalised as name,
        list_row.birth_date,
        cast(null as varchar) as sex,
        list_row.region_code

    from {{ ref('listed_name') }} as list_row
    left join {{ ref('list_row_by_number') }} as numbered
        on
            list_row.source_row_id = numbered.source_row_id
            and list_row.role = numbered.role
    where numbered.source_row_id is null

)

select
    named.*,
    {{ record_id('pseudonym_key.pseudonym_key') }} as record_id

from named
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
