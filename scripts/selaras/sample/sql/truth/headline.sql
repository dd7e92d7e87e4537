-- The figures that a perfect reading of the last drop must give: distinct true
-- families.
create temp table on_list as
select
    listed.programme,
    listed.component,
    listed.class,
    listed.family_no,
    listed.person_no,
    card.no_kk,
    person.nik

from listed
inner join card on listed.family_no = card.family_no
left join person on listed.person_no = person.person_no
where
    listed.is_current
    and not (
        listed.programme in ('kjp_plus', 'kjmu', 'kipk')
        and is_cancelled(listed.programme, listed.person_no)
    )
union all by name
select
    enrolment.programme,
    enrolment.component,
    enrolment.class,
    enrolment.family_no,
    enrolment.person_no,
    person.no_kk,
    person.nik

from enrolment
inner join person on enrolment.person_no = person.person_no
where
    enrolment.programme = 'diploma_relief'
    and enrolment.starts_on <= getvariable('last_date');

create temp view headline as
with

family as (

    select
        family_no,
        bool_or(programme in ('pkh', 'sembako')) as is_regular,
        bool_or(programme = 'blts') as is_temporary,
        bool_or(programme in ('pkh', 'sembako', 'blts', 'pip', 'kipk')) as is_central,
        bool_or(
            programme in ('kjp_plus', 'kjmu', 'diploma_relief', 'klj', 'kpdj', 'kaj')
        ) as is_provincial

    from on_list
    group by family_no

),

counted as (

    select
        count(*) filter (where is_regular) as regular_families,
        count(*) filter (where is_temporary) as temporary_cash_families,
        count(*) filter (where is_regular or is_temporary) as all_families,
        count(*) filter (where is_central and is_provincial) as cross_level_families,
        (select sum(amount) from disbursed) as disbursed_rupiah,
        (select sum(double_amount) from disbursed) as double_paid_rupiah

    from family

)

unpivot (
    select columns(*)::bigint from counted
) on columns(*) into name metric_id value value;
