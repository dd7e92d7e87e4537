{# The words that staging writes, by the name of the column. #}
{% macro staged_words() %}
    {%- set number = [
        'valid', 'repaired', 'float', 'swapped', 'date_conflict', 'zeroed', 'truncated',
        'placeholder', 'malformed', 'scientific', 'same_as_card', 'missing',
    ] %}
    {%- set region = [
        'code', 'crosswalk', 'name', 'spelling', 'district', 'missing', 'unknown',
    ] %}
    {{- return({
        'nik_status': number,
        'manager_nik_status': number,
        'member_nik_status': number,
        'no_kk_status': number,
        'region_status': region,
        'id_card_region_status': region,
        'enrolment_status': ['active', 'nominated', 'cancelled', 'unknown'],
        'payment_status': [
            'succeeded', 'failed', 'in_process', 'cancelled', 'listed', 'unknown',
        ],
        'life_status': ['active', 'deceased', 'moved_out', 'deactivated'],
        'component': [
            'pregnant', 'early_childhood', 'primary', 'junior_secondary',
            'senior_secondary', 'elderly', 'severe_disability',
        ],
    }) -}}
{% endmacro %}

{#
    The other words in staging. All its models are looked through, so that a new one needs no
    mention; whoever asks has to depend on listed_row, which reads them all.
#}
{% macro unknown_staged_words() %}
    {% for model in graph.get('nodes', {}).values() if model.schema == 'staging' %}
    {%- set relation = api.Relation.create(model.database, model.schema, model.name) %}
    {%- for column in adapter.get_columns_in_relation(relation) if column.name in staged_words() %}
    union all
    {{ words_outside(relation, model.name, column.name, staged_words()[column.name]) }}
    {% endfor %}
    {% endfor %}
{% endmacro %}
