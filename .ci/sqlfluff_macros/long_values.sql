{# Short stand-ins for macros whose text is long: the linter looks at the model, not at them. #}
{% macro identify(rows) %}{{ '' if kwargs }}select {{ rows }}.* from {{ rows }}{% endmacro %}
{% macro normalise_name(text) %}normalise_name({{ text }}){% endmacro %}
{% macro number_told(text) %}number_told({{ text }}){% endmacro %}
{% macro parse_birth_date(text) %}parse_birth_date({{ text }}){% endmacro %}
{% macro parse_date(text) %}{{ '' if varargs or kwargs }}parse_date({{ text }}){% endmacro %}
{% macro notes_and_unread(others) %}{{ '' if varargs or kwargs }}notes, unread{% endmacro %}
{% macro parse_rupiah(text) %}parse_rupiah({{ text }}){% endmacro %}
{% macro read_date(table, column) %}read_date({{ column }}){% endmacro %}
{% macro read_rupiah(table, column) %}read_rupiah({{ column }}){% endmacro %}
{% macro tidy_name(text) %}tidy_name({{ text }}){% endmacro %}
{% macro spelt_as_one(name) %}spelt_as_one({{ name }}){% endmacro %}
{% macro unknown_staged_words() %}{% endmacro %}
