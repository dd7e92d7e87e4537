{#
    The day to judge on, as asked for, else nothing. dbt reads the whole project again where a
    `--vars` differs from the run before, and where a variable of the environment does only
    those files that read it; so `selaras` asks by the environment.
#}
{% macro day_asked_for() -%}
    {{ var('as_of_date') or env_var('SELARAS_AS_OF', '') }}
{%- endmacro %}
