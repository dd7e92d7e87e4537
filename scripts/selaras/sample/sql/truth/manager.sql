-- The managers of PKH families, who stand in the same rows as the members.
create or replace temp view truth_manager as
select
    getvariable('source') as source,
    getvariable('table_name') as table_name,
    getvariable('drop_date') as batch_date,
    page.file,
    file_plan.header_line + 1 + page.row_no - file_plan.first_row
    + if(page.row_no - file_plan.first_row >= file_plan.repeat_after, 1, 0) as line,
    'manager' as role,
    digits(page.true_manager_nik) as nik,
    digits(page.true_no_kk) as no_kk,
    page.manager_faults as corruption

from page
inner join file_plan on page.file = file_plan.file;
