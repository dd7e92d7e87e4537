{#
    Stops a build whose rule book is not the one that the committed SQL was compiled from.
    Runs before every dbt command that writes.
#}
{% macro refuse_stale_rules() %}
    {% if execute %}
        {% set folder = flags.PROFILES_DIR ~ '/rules/' %}
        {% set found = {} %}
        {% for file in run_query(rule_digests(folder)).rows %}
            {% do found.update({file[0]: file[1]}) %}
        {% endfor %}
        {% set compiled = compiled_rules() %}
        {% set remedy = ' Run `selaras compile` and commit what changes.' %}
        {% for name in found if name not in compiled %}
            {% do exceptions.raise_compiler_error(
                'rules/' ~ name ~ ' was never compiled.' ~ remedy
            ) %}
        {% endfor %}
        {% for name, digest in compiled.items() if found.get(name) != digest %}
            {% do exceptions.raise_compiler_error(
                'rules/' ~ name ~ (' changed after it was compiled.' if name in found
                else ' is missing, although models were compiled from it.') ~ remedy
            ) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{# The path and digest of every file of the rule book; line ends do not count. #}
{% macro rule_digests(folder) -%}
    {%- set place = folder | replace("'", "''") -%}
    select
        replace(filename, '{{ place }}', '') as name,
        sha256(replace(content, chr(13), '')) as digest
    from read_text('{{ place }}**/*.yml')
    where name not like '%/%' or name like 'linkage/%'
{%- endmacro %}
