-- A register read wrongly recognises nobody, and then every other figure is quietly small.
-- Without any register nobody can be recognised, and reconciliation says that it is missing.
with

matched as (

    select
        source || '.' || table_name || ' ' || role as subject,
        count(*) as row_count,
        count(*) filter (where match_method != 'unmatched') as recognised

    from identity.match
    group by all

)

select
    subject,
    round(100.0 * recognised / row_count) || ' % recognised' as observed,
    'at least 50 %' as expected

from matched
where
    row_count >= 100
    and exists (select 1 from identity.person)
    and recognised < 0.5 * row_count
