-- The true person and family behind every row of the table at hand.
create or replace temp view truth_row as
with

role as (

    select
        row_no,
        file,
        getvariable('role') as role,
        true_nik,
        true_no_kk,
        faults

    from page

)

select
    getvariable('source') as source,
    getvariable('table_name') as table_name,
    getvariable('drop_date') as batch_date,
    role.file,
    file_plan.header_line + 1 + role.row_no - file_plan.first_row
    + if(role.row_no - file_plan.first_row >= file_plan.repeat_after, 1, 0) as line,
    role.role,
    digits(role.true_nik) as nik,
    digits(role.true_no_kk) as no_kk,
    role.faults as corruption

from role
inner join file_plan on role.file = file_plan.file;
