{{ config(materialized='view') }}

with

listed as (

    select
        word_list,
        written,
        'seeds/source_word.csv' as kept_in
    from {{ ref('source_word') }}

    union all

    select
        'status' as word_list,
        written_status as written,
        'seeds/status_code.csv' as kept_in
    from {{ ref('status_code') }}

    union all

    select
        'occupation' as word_list,
        occupation as written,
        'seeds/occupation_class.csv' as kept_in
    from {{ ref('occupation_class') }}

    union all

    select
        code_list as word_list,
        code as written,
        'seeds/dtsen_code.csv' as kept_in
    from {{ ref('dtsen_code') }}

    union all

    select
        'programme' as word_list,
        programme_id as written,
        'rules/' as kept_in
    from {{ ref('programme') }}

    union all

    select distinct
        'criterion' as word_list,
        criterion_id as written,
        'rules/' as kept_in
    from {{ ref('criterion') }}

)

select
    word_list,
    written,
    {{ word_key('written') }} as word_key,
    kept_in

from listed
