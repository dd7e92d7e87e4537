with

family as (

    select
        'family' as subject,
        family.programme_id,
        family.region_code,
        family.decile as atom,
        family.decile,
        decile.decile_group,
        count(*) as unit_count,
        cast(sum(family.amount) as bigint) as amount

    from {{ ref('open_family') }} as family
    inner join {{ ref('open_decile_group') }} as decile
        on family.decile = decile.decile
    group by
        family.programme_id,
        family.region_code,
        family.decile,
        decile.decile_group

),

person as (

    select
        'person' as subject,
        programme_id,
        region_code,
        concat_ws(' ', sex, age_group) as atom,
        sex,
        age_group,
        count(*) as unit_count,
        cast(null as bigint) as amount

    from {{ ref('open_person') }}
    group by
        programme_id,
        region_code,
        sex,
        age_group

),

paid as (

    select
        'payment' as subject,
        programme_id,
        region_code,
        paid_month as atom,
        paid_month,
        count(*) as unit_count,
        cast(sum(amount) as bigint) as amount

    from {{ ref('open_payment') }}
    group by
        programme_id,
        region_code,
        paid_month

)

{{ cut_by('family', {
    'all': "'all'", 'decile': 'decile', 'decile_group': 'decile_group',
}) }}

union all

{{ cut_by('person', {'all': "'all'", 'sex': 'sex', 'age_group': 'age_group'}) }}

union all

{{ cut_by('paid', {'all': "'all'", 'month': 'paid_month'}) }}
