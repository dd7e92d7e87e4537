with

landed as (

    {{ rows_in_force('dinsos', 'objection') }}

),

criterion as (

    select distinct criterion_id from {{ ref('criterion') }}

),

typed as (

    select
        *,
        {{ read_date('dinsos.objection', 'berlaku_sampai') }} as valid_until,
        {{ read_date('dinsos.objection', 'tanggal') }} as decided_on,
        {{ spelt_as_id('program') }} as programme_id,
        {{ spelt_as_id('kriteria') }} as criterion_id,
        {{ word_key('status') }} as written_status
    from landed

),

identified as (

    {{ identify('typed', nik='nik', no_kk='no_kk') }}

)

select
    {{ passed_through('identified') }},
    trim(identified.id) as objection_id,
    {{ number_columns('nik') }},
    {{ number_columns('no_kk') }},
    programme.programme_id,
    criterion.criterion_id,
    objection_word.meaning as status,
    identified.valid_until,
    identified.valid_until is null and {{ is_written('berlaku_sampai') }}
        as is_end_unread,
    identified.decided_on,
    {{ tidy_name('identified.catatan') }} as note,
    {{ notes_and_unread(
        [number_note('nik'), number_note('no_kk')],
        bad_date={
            'berlaku_sampai': 'identified.valid_until',
            'tanggal': 'identified.decided_on',
        },
        unknown_word={
            'identified.program': 'programme.programme_id',
            'identified.kriteria': 'criterion.criterion_id',
            'identified.status': 'objection_word.written',
        },
    ) }}

from identified
{{ join_word('objection', 'written_status') }}
left join {{ ref('programme') }} as programme
    on identified.programme_id = programme.programme_id
left join criterion
    on identified.criterion_id = criterion.criterion_id
