-- The managers of PKH families, who stand in the same rows as the members.
create or replace temp view truth_manager as
select
    getvariable('source') as source,
    getvariable('table_name') as table_name,
    getvariable('drop_date') as batch_date,
    file,
    line,
    'manager' as role,
    digits(true_manager_nik) as nik,
    digits(true_no_kk) as no_kk,
    manager_faults as corruption

from placed
order by row_no;
