with

enrolled as (

    select
        coalesce(family_key, source_row_id) as family_key,
        programme_id

    from conformed.fct_enrolment
    where status is distinct from 'cancelled'

),

family as (

    select
        family_key,
        bool_or(programme_id in ('pkh', 'sembako')) as is_regular,
        bool_or(programme_id = 'blts') as is_temporary,
        bool_or(programme_id in ('pkh', 'sembako', 'blts', 'pip', 'kipk'))
            as is_central,
        bool_or(
            programme_id in (
                'kjp_plus', 'kjmu', 'diploma_relief', 'klj', 'kpdj', 'kaj'
            )
        ) as is_provincial

    from enrolled
    group by family_key

),

recounted as (

    unpivot (

        select
            count(*) filter (where is_regular) as regular_families,
            count(*) filter (where is_temporary) as temporary_cash_families,
            count(*) filter (where is_regular or is_temporary) as all_families,
            count(*) filter (where is_central and is_provincial)
                as cross_level_families

        from family

    )
    on columns(*) into name metric_id value figure

)

select
    recounted.metric_id as subject,
    coalesce(cast(mart_headline.value as varchar), 'missing') as observed,
    recounted.figure as expected

from recounted
left join marts.mart_headline as mart_headline
    on recounted.metric_id = mart_headline.metric_id
where mart_headline.value is distinct from recounted.figure
