-- What is null contradicts nothing; the name as written is kept.
with

example (written, expected_name, expected_normalised) as (

    values
    ('محمد علي', 'محمد علي', null),
    ('陳大文', '陳大文', null),
    ('ꦱꦶꦠꦶ ꦲꦩꦶꦤꦃ', 'ꦱꦶꦠꦶ ꦲꦩꦶꦤꦃ', null),
    ('Сити', 'Сити', null),
    ('H. 陳大文', 'H. 陳大文', null),
    ('12345', '12345', null),
    ('3175091205909001', '3175091205909001', null),
    ('-', '-', null),
    ('?', '?', null),
    ('...', '...', null),
    ('´', '´', null),
    ('H.', 'H.', null),
    ('Hj. ', 'Hj.', null),
    (', S.Pd', ', S.Pd', null),
    ('', null, null),
    ('   ', null, null),
    (chr(160), null, null),
    (chr(8203), null, null),
    (chr(9) || chr(10), null, null),
    (null, null, null),

    ('Siti 陳', 'Siti 陳', 'SITI'),
    ('Siti (ꦱꦶꦠꦶ)', 'Siti (ꦱꦶꦠꦶ)', 'SITI'),
    (repeat('Siti ', 60), trim(repeat('Siti ', 60)), trim(repeat('SITI ', 60))),
    (repeat('陳', 300), repeat('陳', 300), null),

    -- digits are no letters
    ('Siti Aminah 2', 'Siti Aminah 2', 'SITI AMINAH'),
    ('S1ti', 'S1ti', 'S TI'),
    ('5iti', '5iti', 'ITI'),
    ('0mar', '0mar', 'MAR'),
    ('Siti4minah', 'Siti4minah', 'SITI MINAH')

),

tidied as (

    select
        *,
        {{ tidy_name('written') }} as full_name
    from example

)

select
    written,
    full_name,
    {{ normalise_name('full_name') }} as found
from tidied
where
    full_name is distinct from expected_name
    or {{ normalise_name('full_name') }} is distinct from expected_normalised
