{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
        'blts.yml': 'ca6a17cae167456779a09dfb4e97d5904ad47c70830d4f226565a994a2656043',
        'klj.yml': '29a666c992d2bc823f855addcbde8e41284f70bc2fddbd35e1d07fb96a6f8efa',
        'overlaps.yml': '825aa0888b9df501e63596b88d4297ffedfef794de80aed296078c2fabe50286',
        'pkh.yml': 'efbdbcaaf5e76db4a5eb0cbb065a84f8cbcbc158260367b1dda91b7f36c6a00c',
        'programmes.yml': 'd4075c5977ebb60e747a792b37a174ad4fb0c28dce3f36aa2543b3e8170adbc2',
        'sembako.yml': 'aa04e0b960d84424f8f9962bd470883dc7e1b1ce9da754914ca9c07852b20325',
        'vocabulary.yml': '2950e58b0f5a3c2d1e945dcfd7ec7cc85af27b904b522f0e550f46446764c6b2'
    }) }}
{% endmacro %}
