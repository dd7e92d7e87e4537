with

example (codes, expected_any, expected_severe) as (

    values
    ('1111111111', false, false),
    ('1111111112', true, false),
    ('1211111113', true, true),
    ('4111111111', true, true),
    ('111111111_', null, null),
    ('2________1', true, null),
    ('3_________', true, true),
    ('9111111111', null, null),
    ('9111111114', true, true),
    -- X stands for 10, Y for 33 and Z for 4.0
    ('X111111111', null, null),
    ('Y111111111', null, null),
    ('Y111111112', true, null),
    ('Z111111111', true, true),
    ('__________', null, null)

),

spread as (

    select
        *,
        case substr(codes, 1, 1)
            when 'X' then '10'
            when 'Y' then '33'
            when 'Z' then '4.0'
            when '_' then null
            else substr(codes, 1, 1)
        end as penglihatan,
        nullif(substr(codes, 2, 1), '_') as pendengaran,
        nullif(substr(codes, 3, 1), '_') as berjalan_atau_naik_tangga,
        nullif(substr(codes, 4, 1), '_') as menggunakan_tangan_jari,
        nullif(substr(codes, 5, 1), '_') as belajar_kemampuan_intelektual,
        nullif(substr(codes, 6, 1), '_') as pengendalian_perilaku,
        nullif(substr(codes, 7, 1), '_') as berbicara_komunikasi,
        nullif(substr(codes, 8, 1), '_') as mengurus_diri,
        nullif(substr(codes, 9, 1), '_') as mengingat_berkonsentrasi,
        nullif(substr(codes, 10, 1), '_') as kesedihan_depresi
    from example

),

plain as (

    select
        *,
        {{ has_plain_difficulties() }} as has_plain_difficulties
    from spread

),

identified as (

    select
        *,
        {{ worst_difficulty() }} as worst_difficulty,
        {{ knows_all_difficulties() }} as knows_all_difficulties
    from plain

)

select
    identified.codes,
    {{ has_difficulty("'2'") }} as found_any,
    {{ has_difficulty("'3'") }} as found_severe
from identified
where
    {{ has_difficulty("'2'") }} is distinct from identified.expected_any
    or {{ has_difficulty("'3'") }} is distinct from identified.expected_severe
