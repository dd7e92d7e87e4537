with

landed as (

    {{ rows_in_force('dinsos', 'field_answer') }}

),

typed as (

    select
        *,
        {{ tidy_name('nama') }} as full_name,
        {{ read_date('dinsos.field_answer', 'tanggal') }} as told_on,
        lower(trim(fakta)) as asked_fact,
        {{ word_key('jawaban') }} as written_answer,
        {{ parse_rupiah('jawaban') }} as written_number
    from landed

),

identified as (

    {{ identify('typed', nik='nik', no_kk='no_kk') }}

),

fact as (

    select
        *,
        concat(unit, '.', fact_id) as asked_fact
    from {{ ref('fact') }}
    where counts_days is not null

),

-- What the values of a fact are called, in either language.
value_word as (

    select distinct
        domain as fact_id,
        code,
        unnest([
            {{ word_key('label_indonesian') }}, {{ word_key('label_english') }}
        ]) as written
    from {{ ref('code_label') }}

),

read as (

    select
        identified.*,
        split_part(identified.asked_fact, '.', 1) as unit,
        split_part(identified.asked_fact, '.', 2) as fact_id,
        case fact.type
            when 'boolean' then answer_word.meaning
            when 'integer' then cast(identified.written_number as varchar)
            when 'text' then value_word.code
        end as answer,
        coalesce(not_learned_word.meaning, answer) as answer_or_none

    from identified
    left join fact
        on identified.asked_fact = fact.asked_fact
    left join value_word
        on
            fact.fact_id = value_word.fact_id
            and identified.written_answer = value_word.written
    {{ join_word('answer', 'written_answer') }}
    {{ join_word('not_learned', 'written_answer') }}

)

select
    {{ passed_through('read') }},
    {{ number_columns('nik', 'read') }},
    {{ number_columns('no_kk', 'read') }},
    read.full_name,
    {{ normalise_name('read.full_name') }} as name_normalised,
    read.unit,
    read.fact_id,
    read.answer,
    read.answer is null and read.answer_or_none is not null as is_not_learned,
    {{ tidy_name('read.oleh') }} as told_by,
    read.told_on,
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk')],
        bad_date={'tanggal': 'read.told_on'},
        unknown_word={'jawaban': 'read.answer_or_none'},
    ) }}

from read
