-- A few decisions on subjects that no warehouse has issued.
create or replace temp table sheet as
select
    'keputusan_' || strftime(getvariable('drop_date'), '%Y%m%d') || '.csv' as file,
    '' as snapshot,
    number as key,
    1 as copy,
    cast(null as bigint) as true_nik,
    cast(null as bigint) as true_no_kk

from (select unnest(range(1, 4)) as number) as numbers
order by number;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    'unknown-' || printf('%024x', bits('subject', key)) as subject_id,
    choose('decision', key, ['confirmed', 'false_positive', 'resolved']) as decision,
    'petugas.dinsos' as decided_by,
    '2025-10-0' || cast(key as varchar) as decided_on,
    'Contoh' as note,
    null as faults,
    null as amount

from sheet;
