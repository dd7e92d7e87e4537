-- What is new, corrected or removed against the drop before, in lists that both carry.
insert into change
select
    getvariable('source') as source,
    getvariable('table_name') as table_name,
    getvariable('drop_date') as batch_date,
    case
        when before.key is null then 'new'
        when after.key is null then 'removed'
        else 'corrected'
    end as change_kind,
    digits(coalesce(after.true_nik, before.true_nik)) as nik,
    digits(coalesce(after.true_no_kk, before.true_no_kk)) as no_kk,
    before.faults as corruption_before,
    after.faults as corruption_after,
    coalesce(after.snapshot, before.snapshot) as snapshot,
    coalesce(after.key, before.key) as key,
    coalesce(after.copy, before.copy) as copy

from (
    select * from before
    where snapshot in (select snapshot from after)
) as before
full outer join after
    on
        before.snapshot = after.snapshot
        and before.key = after.key
        and before.copy = after.copy
where before.content is distinct from after.content;
