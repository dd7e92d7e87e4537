{#
    How the cells of a list are read, by source.table and column: what its contract says of them.

    date     `from`: the first day that makes sense; `ahead`: how many years after the drop the
             last one may lie, null for any. `nik`: the person number whose birth day it is.
    rupiah   `least` and `most` that make sense.
#}
{% macro contract_reads() -%}
    {%- set birth = {'as': 'date', 'from': '1900-01-02', 'ahead': 0} -%}
    {%- set event = {'as': 'date', 'from': '2000-01-01', 'ahead': 1} -%}
    {%- set stay = {'as': 'date', 'from': '1950-01-01', 'ahead': 1} -%}
    {%- set end = {'as': 'date', 'from': '1950-01-01', 'ahead': none} -%}
    {%- set person = dict(birth, nik='nik') -%}
    {%- set aid = {'as': 'rupiah', 'least': 0, 'most': 20000000} -%}
    {%- set fees = {'as': 'rupiah', 'least': 0, 'most': 500000000} -%}
    {{- return({
        'bapenda.asset': {'njop': {'as': 'rupiah', 'least': 0, 'most': 100000000000000}},
        'bps.dtsen_family': {},
        'bps.dtsen_member': {'tanggal_lahir': dict(birth, nik='nomor_induk_kependudukan')},
        'dinsos.care_home': {'tgl_lahir': person, 'tgl_masuk': stay, 'tgl_keluar': end},
        'dinsos.decision': {'decided_on': event},
        'dinsos.objection': {'berlaku_sampai': end, 'tanggal': event},
        'dinsos.pkd': {'tgl_lahir': person, 'nominal': aid},
        'disdik.diploma_relief': {
            'tanggal_lahir': person, 'tanggal_bayar': event, 'tunggakan': fees,
        },
        'disdik.kjmu': {'tanggal_lahir': person, 'dana_per_semester': fees},
        'disdik.kjp_plus': {
            'tanggal_lahir': dict(birth, nik='nik_siswa'),
            'dana_per_bulan': aid, 'spp_per_bulan': aid,
        },
        'dukcapil.resident': {'tgl_lhr': person, 'tgl_status': dict(event, **{'from': '1900-01-02'})},
        'kemdiktisaintek.kipk': {
            'tgl_lahir': person, 'biaya_hidup_per_bulan': aid, 'biaya_kuliah': fees,
        },
        'kemendikdasmen.pip': {'tanggal_lahir': person, 'tgl_cair': event, 'nominal': aid},
        'kemensos.blts': {'tgl_salur': event, 'nominal': aid},
        'kemensos.pkh': {
            'tgl_lahir_anggota': dict(birth, nik='nik_anggota'), 'tgl_salur': event, 'nominal': aid,
        },
        'kemensos.sembako': {'tgl_salur': event, 'nominal': aid},
    }) -}}
{%- endmacro %}

{# The columns of a list that are read as dates, with what its contract says of each. #}
{% macro contract_dates(table) -%}
    {%- set dates = {} -%}
    {%- for column, reads in contract_reads()[table].items() if reads.as == 'date' -%}
        {%- do dates.update({column: reads}) -%}
    {%- endfor -%}
    {{- return(dates) -}}
{%- endmacro %}

{# A date of a list, within the bounds of its contract; takes rows of rows_in_force(). #}
{% macro read_date(table, column) -%}
    {%- set reads = contract_reads()[table][column] -%}
    {%- set last = 'batch_date' if reads.ahead == 0 else add_months('batch_date', reads.ahead * 12)
        if reads.ahead else "date '9999-12-31'" -%}
    {{ parse_date(
        column,
        pivot=last if reads.ahead is not none else add_months('batch_date', 600),
        from="date '" ~ reads.from ~ "'", to=last, turned=column ~ '_turned'
    ) }}
{%- endmacro %}

{# Whole rupiah of a list, within the bounds of its contract. #}
{% macro read_rupiah(table, column) -%}
    {%- set reads = contract_reads()[table][column] -%}
    {{ parse_rupiah(column, least=reads.least, most=reads.most) }}
{%- endmacro %}
