{#
    One row of a payment list, in the one shape that enrolments and payments are made of.
    `months` is the length of the row's period; amounts are whole rupiah.
#}
{% macro benefit_row(model, programme_id, unit, role, amount, monthly_amount, component='null',
                     card='no_kk', paid_on='paid_on') -%}
    select
        source_row_id,
        '{{ model.split("__")[0] | replace("stg_", "") }}' as source,
        '{{ model.split("__")[1] }}' as table_name,
        snapshot_key,
        batch_date,
        {{ programme_id }} as programme_id,
        cast({{ component }} as varchar) as component,
        '{{ unit }}' as unit,
        '{{ role }}' as role,
        cast({{ card }} as varchar) as no_kk,
        period_starts_on,
        period_ends_on,
        cast({{ monthly_amount }} as bigint) as monthly_amount,
        cast({{ amount }} as bigint) as amount,
        enrolment_status,
        payment_status,
        cast({{ paid_on }} as date) as paid_on
    from {{ ref(model) }}
{%- endmacro %}
