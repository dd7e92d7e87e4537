with

example (written, references_told, words_kept) as (

    values
    ('08305b1eebbb-159, 08305b1eebbb-160', 2, ','),
    ('deceased 2024-10-19; blts 42e1aacc0ee5-318', 1, 'deceased 2024-10-19; blts'),
    ('bps dtsen_member 1: 7ff85429c83a-1658; pkh 1', 1, '; pkh 1'),
    ('bps h231f0e71e48c261db53a18c6', 0, 'bps h231f0e71e48c261db53a18c6')

),

keyed as (

    select
        *,
        {{ keyed_rows('written', "'a key'") }} as told

    from example

)

select
    written,
    told

from keyed
where
    length(told) != length({{ regex_replace('written', '[0-9a-f]{12}-[0-9]+', '') }})
    + 25 * references_told
    or not contains(told, words_kept)
    or told like '%-159%'
