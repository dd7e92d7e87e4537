{# Every model of staging that holds the rows of a list or register, as source and table. #}
{% macro staged_tables() %}
    {{- return([
        ('bapenda', 'asset'),
        ('bps', 'dtsen_family'),
        ('bps', 'dtsen_member'),
        ('dinsos', 'care_home'),
        ('dinsos', 'decision'),
        ('dinsos', 'objection'),
        ('dinsos', 'pkd'),
        ('disdik', 'diploma_relief'),
        ('disdik', 'kjmu'),
        ('disdik', 'kjp_plus'),
        ('dukcapil', 'resident'),
        ('kemdiktisaintek', 'kipk'),
        ('kemendikdasmen', 'pip'),
        ('kemensos', 'blts'),
        ('kemensos', 'pkh'),
        ('kemensos', 'sembako'),
    ]) -}}
{% endmacro %}

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

{# The words in staging that are not in staged_words(); which columns there are is asked. #}
{% macro unknown_staged_words() %}
    {%- set found = [] %}
    {%- for source_name, table in staged_tables() %}
    {%- set model = 'stg_' ~ source_name ~ '__' ~ table %}
    {%- set relation = ref(model) %}
    {%- set columns = adapter.get_columns_in_relation(relation) if execute else [] %}
    {%- for column in columns if column.name in staged_words() %}
    {%- do found.append((model, column.name, staged_words()[column.name])) %}
    {%- endfor %}
    {%- endfor %}
    {{ unknown_words(found) }}
{% endmacro %}

{# The keys of all models of staging. #}
{% macro staged_keys() %}
    {%- set keys = [] %}
    {%- for source_name, table in staged_tables() %}
    {%- do keys.append(('stg_' ~ source_name ~ '__' ~ table, 'source_row_id')) %}
    {%- endfor %}
    {{- return(keys) -}}
{% endmacro %}
