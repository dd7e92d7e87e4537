{#
    Takes away the mark that the warehouse is one whole build of what is landed: from here on it
    is not, until a whole build has passed (scripts/selaras/completeness.py).
#}
{% macro forget_completeness() %}
    {% if execute and flags.WHICH in ['build', 'run', 'seed', 'snapshot'] %}
        {% do run_query('drop table if exists ops.complete_build') %}
    {% endif %}
{% endmacro %}
