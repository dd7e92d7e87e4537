{# The key of a place of dim_region: the kelurahan, or `unknown` where none is known. #}
{% macro region_key(region_code) -%}
    coalesce({{ region_code }}, 'unknown')
{%- endmacro %}

{# The key of a decile of dim_decile: its number, or 0 where it is not known. #}
{% macro decile_key(national_decile) -%}
    coalesce({{ national_decile }}, 0)
{%- endmacro %}
