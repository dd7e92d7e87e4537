{#
    How `dbt source freshness` tells the age of a list: the day of judgement against the drop of its
    last accepted file, or, of a list that comes in one file a place, of the place that is longest
    missing. So it says what `ops.source_age` says. A list of which no file ever came is not late.
#}
{% macro duckdb__collect_freshness(source, loaded_at_field, filter) %}
    {% call statement('collect_freshness', fetch_result=True, auto_begin=False) -%}
    with

    as_of as (

        select
            coalesce(
                try_cast(nullif('{{ day_asked_for() }}', '') as date), max(batch_date)
            ) as as_of_date
        from landing.ledger

    ),

    place_file as (

        select max(ledger.{{ loaded_at_field }}) as loaded_on
        from landing.ledger as ledger
        inner join as_of
            on ledger.batch_date <= as_of.as_of_date
        where
            ledger.status = 'accepted'
            and ledger.source || '__' || ledger.table_name = '{{ source.identifier }}'
        group by case when {{ is_of_a_place('ledger.snapshot_key') }} then ledger.snapshot_key end

    )

    select
        cast(coalesce(min(place_file.loaded_on), max(as_of.as_of_date)) as timestamp) as max_loaded_at,
        cast(max(as_of.as_of_date) as timestamp) as snapshotted_at
    from as_of
    left join place_file
        on true
    {%- endcall %}
    {{ return(load_result('collect_freshness')) }}
{% endmacro %}
