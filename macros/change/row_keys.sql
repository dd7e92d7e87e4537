{#
    By what a row may be found again in another file, the surest first; a key is null where a
    part of it is. Takes rows of changed_subject.
#}
{% macro row_keys() -%}
    [
        about || '/n/' || nik || '/' || full_name,
        about || '/n/' || nik,
        about || '/o/' || own_number,
        about || '/k/' || no_kk || '/' || full_name,
        about || '/k/' || no_kk || '/' || cast(birth_date as varchar),
        about || '/d/' || full_name || '/' || cast(birth_date as varchar),
        case when is_about_family then about || '/f/' || no_kk end,
        about || '/t/' || detail || '/' || coalesce(full_name, ''),
        case when nik is null and no_kk is null then about || '/m/' || full_name end
    ]
{%- endmacro %}
