-- Planted overlaps: people, or families, whom two programmes serve on the last date.
create temp view overlap as
select
    rule.rule_id,
    'person' as scope,
    digits(one.nik) as nik,
    digits(one.no_kk) as no_kk,
    one.programme,
    other.programme as other_programme

from (
    values
    ('pkh_elderly_klj', 'pkh', 'elderly', 'klj'),
    ('pkh_disability_kpdj', 'pkh', 'severe_disability', 'kpdj'),
    ('pkh_early_childhood_kaj', 'pkh', 'early_childhood', 'kaj'),
    ('klj_kpdj', 'klj', null, 'kpdj'),
    ('kjmu_kipk', 'kjmu', null, 'kipk'),
    ('kjp_plus_pip', 'kjp_plus', null, 'pip')
) as rule (rule_id, programme, component, other_programme)
inner join on_list as one
    on
        rule.programme = one.programme
        and (rule.component is null or rule.component = one.component)
inner join on_list as other
    on rule.other_programme = other.programme and one.person_no = other.person_no
union all by name
select distinct
    'central_family_pkd' as rule_id,
    'family' as scope,
    cast(null as varchar) as nik,
    digits(one.no_kk) as no_kk,
    'pkh_or_sembako' as programme,
    other.programme as other_programme

from on_list as one
inner join on_list as other on one.family_no = other.family_no
where
    one.programme in ('pkh', 'sembako')
    and other.programme in ('klj', 'kpdj', 'kaj')
order by all;
