with

example (written, expected_name, expected_normalised) as (

    values
    ('Siti Aminah', 'Siti Aminah', 'SITI AMINAH'),
    ('  siti   aminah ', 'siti aminah', 'SITI AMINAH'),
    ('Siti' || chr(160) || 'Aminah', 'Siti Aminah', 'SITI AMINAH'),
    ('SUHARTO', 'SUHARTO', 'SUHARTO'),
    ('H. Ahmad Rizki', 'H. Ahmad Rizki', 'AHMAD RIZKI'),
    ('H Ahmad Rizki', 'H Ahmad Rizki', 'AHMAD RIZKI'),
    ('Hj. Dewi Lestari', 'Hj. Dewi Lestari', 'DEWI LESTARI'),
    ('KH Ali Rahman', 'KH Ali Rahman', 'ALI RAHMAN'),
    ('K.H. Ali Rahman', 'K.H. Ali Rahman', 'ALI RAHMAN'),
    ('K. H. Ali Rahman', 'K. H. Ali Rahman', 'ALI RAHMAN'),
    ('K Hadi', 'K Hadi', 'K HADI'),
    ('Drs. H. Budi Santoso, M.Si', 'Drs. H. Budi Santoso, M.Si', 'BUDI SANTOSO'),
    ('Dr. Ir. Budi Santoso', 'Dr. Ir. Budi Santoso', 'BUDI SANTOSO'),
    ('Dra. Rina Wati, S.Pd.', 'Dra. Rina Wati, S.Pd.', 'RINA WATI'),
    ('Rina Wati S.Pd', 'Rina Wati S.Pd', 'RINA WATI'),
    ('Rina Wati S.E.', 'Rina Wati S.E.', 'RINA WATI'),
    ('(Alm) H. Ali Rahman', '(Alm) H. Ali Rahman', 'ALI RAHMAN'),
    ('Rina Wati (Almh.)', 'Rina Wati (Almh.)', 'RINA WATI'),
    ('ALI RAHMAN ALM', 'ALI RAHMAN ALM', 'ALI RAHMAN'),
    ('Almira', 'Almira', 'ALMIRA'),
    ('Moh. Ali', 'Moh. Ali', 'MUHAMMAD ALI'),
    ('Muh. Ali', 'Muh. Ali', 'MUHAMMAD ALI'),
    ('Mhd Ali', 'Mhd Ali', 'MUHAMMAD ALI'),
    ('M. Ali', 'M. Ali', 'MUHAMMAD ALI'),
    ('M.Ali', 'M.Ali', 'MUHAMMAD ALI'),
    ('M Ali', 'M Ali', 'MUHAMMAD ALI'),
    ('H. Moch. Ali', 'H. Moch. Ali', 'MUHAMMAD ALI'),
    ('Mohammad Ali', 'Mohammad Ali', 'MUHAMMAD ALI'),
    ('Ali Moh.', 'Ali Moh.', 'ALI MUHAMMAD'),
    ('Abd. Rahman', 'Abd. Rahman', 'ABDUL RAHMAN'),
    ('Abd Rahman', 'Abd Rahman', 'ABDUL RAHMAN'),
    ('St. Aminah', 'St. Aminah', 'SITI AMINAH'),
    ('Nur''aini', 'Nur''aini', 'NURAINI'),
    ('Syafi’i', 'Syafi’i', 'SYAFII'),
    ('Ana-Maria', 'Ana-Maria', 'ANA MARIA'),
    ('Harun', 'Harun', 'HARUN'),
    ('Irma', 'Irma', 'IRMA'),
    ('André', 'André', 'ANDRE'),
    ('ANDRÉ SÁNCHEZ-MUÑOZ', 'ANDRÉ SÁNCHEZ-MUÑOZ', 'ANDRE SANCHEZ MUNOZ'),
    ('Françoise', 'Françoise', 'FRANCOISE'),
    ('Jürgen', 'Jürgen', 'JURGEN'),
    ('Hj. Élisa', 'Hj. Élisa', 'ELISA'),
    -- the accent as a sign of its own
    ('Andre' || chr(769), 'Andre' || chr(769), 'ANDRE'),
    ('Syafiʿi', 'Syafiʿi', 'SYAFII'),
    ('Nur´aini', 'Nur´aini', 'NURAINI'),
    ('Si' || chr(8203) || 'ti', 'Siti', 'SITI'),
    ('Si' || chr(173) || 'ti', 'Siti', 'SITI'),
    ('Siti' || chr(12288) || 'Aminah', 'Siti Aminah', 'SITI AMINAH'),
    ('Siti' || chr(9) || 'Aminah' || chr(10), 'Siti Aminah', 'SITI AMINAH'),
    ('  ', null, null),
    (null, null, null)

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
