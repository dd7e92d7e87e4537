-- The true person and family behind every row of the table at hand, and what befell it.
create or replace temp view placed as
select
    page.*,
    file_plan.header_line + 1 + page.row_no - file_plan.first_row
    + if(page.row_no - file_plan.first_row >= file_plan.repeat_after, 1, 0) as line

from page
inner join file_plan on page.file = file_plan.file;

create or replace temp view damaged_line as
select
    file,
    line,
    string_agg(damage, ',' order by damage) as damage

from damage
where
    batch_date = getvariable('drop_date')
    and line > 1
group by file, line;

create or replace temp view truth_row as
select
    getvariable('source') as source,
    getvariable('table_name') as table_name,
    getvariable('drop_date') as batch_date,
    placed.file,
    placed.line,
    getvariable('role') as role,
    digits(placed.true_nik) as nik,
    digits(placed.true_no_kk) as no_kk,
    nullif(concat_ws(',', placed.faults, damaged_line.damage), '') as corruption

from placed
left join damaged_line
    on placed.file = damaged_line.file and placed.line = damaged_line.line
order by placed.row_no;
