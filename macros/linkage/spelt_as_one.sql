{#
    A name with old and new spelling made one: oe and u, dj and j, tj and c, ch and kh and h, sj
    and sy, nj and ny, ph and v and f, double letters and single ones. Most names have
    none of them, which one look tells.
#}
{% macro spelt_as_one(name) -%}
    {%- set pairs = [
        ('OE', 'U'), ('DJ', 'J'), ('TJ', 'C'), ('SJ', 'SY'), ('NJ', 'NY'), ('KH', 'H'),
        ('CH', 'H'), ('PH', 'F'), ('V', 'F'), ('DH', 'D'), ('TH', 'T'), ('AA', 'A'), ('II', 'I'),
        ('LL', 'L'), ('MM', 'M'), ('NN', 'N'), ('SS', 'S'), ('TT', 'T'), ('DD', 'D'), ('RR', 'R'),
    ] -%}
    {%- set text = namespace(value=name) -%}
    {%- for old, new in pairs -%}
        {%- set text.value = "replace(" ~ text.value ~ ", '" ~ old ~ "', '" ~ new ~ "')" -%}
    {%- endfor -%}
    case
        when {{ regex_found(name, pairs | map('first') | join('|')) }} then {{ text.value }}
        else {{ name }}
    end
{%- endmacro %}
