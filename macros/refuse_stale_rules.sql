{#
    Stops a build whose rule book or contracts of lists are not those that the committed SQL was
    compiled from. Runs before every dbt command that writes.
#}
{% macro refuse_stale_rules() %}
    {% if execute %}
        {% set found = {} %}
        {% for file in run_query(rule_digests(flags.PROFILES_DIR ~ '/')).rows %}
            {% do found.update({file[0]: file[1]}) %}
        {% endfor %}
        {% set compiled = compiled_rules() %}
        {% set remedy = ' Run `selaras compile` and commit what changes.' %}
        {% for name in found if name not in compiled %}
            {% do exceptions.raise_compiler_error(name ~ ' was never compiled.' ~ remedy) %}
        {% endfor %}
        {% for name, digest in compiled.items() if found.get(name) != digest %}
            {% do exceptions.raise_compiler_error(
                name ~ (' changed after it was compiled.' if name in found
                else ' is missing, although models were compiled from it.') ~ remedy
            ) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{# The path and digest of every rule and contract of a project; line ends do not count. #}
{% macro rule_digests(project) -%}
    {%- set place = project | replace("'", "''") -%}
    select
        replace(filename, '{{ place }}', '') as name,
        sha256(replace(content, chr(13), '')) as digest
    from read_text([
        '{{ place }}rules/*.yml',
        '{{ place }}rules/linkage/*.yml',
        '{{ place }}models/staging/*/_*__sources.yml'
    ])
{%- endmacro %}
