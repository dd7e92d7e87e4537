-- Invented names: common parts, put together by chance.
set variable men = [
    'AGUS', 'AHMAD', 'ANDI', 'ANTON', 'ARIF', 'ASEP', 'BAMBANG', 'BAYU', 'BUDI',
    'CAHYO', 'DADANG', 'DANI', 'DEDI', 'DENI', 'DIDIK', 'DIMAS', 'DONI', 'DWI', 'EDI',
    'EKO', 'ENDANG', 'ERWIN', 'FAJAR', 'FARHAN', 'FERI', 'GALIH', 'GILANG', 'GUNAWAN',
    'HADI', 'HARIS', 'HARTONO', 'HENDRA', 'HERI', 'IBNU', 'ILHAM', 'IMAM', 'INDRA',
    'IRFAN', 'IWAN', 'JAJANG', 'JOKO', 'JUNAEDI', 'KURNIA', 'LUKMAN', 'MARTIN',
    'MUHAMMAD', 'MUHAMMAD', 'MUHAMMAD', 'MUHAMMAD', 'MOHAMMAD', 'MUCHLIS', 'NANANG',
    'NUGROHO', 'NURDIN', 'OKTAVIAN', 'PANJI', 'PURNOMO', 'RAHMAT', 'RANGGA', 'REZA',
    'RIDWAN', 'RIZKI', 'ROBERT', 'ROHMAN', 'RUDI', 'SAEFUL', 'SALIM', 'SAMSUL', 'SIGIT',
    'SLAMET', 'SUGENG', 'SUHERMAN', 'SUPARMAN', 'SURYA', 'SUTRISNO', 'TAUFIK', 'TEGUH',
    'TRI', 'UJANG', 'WAHYU', 'WAWAN', 'WIDODO', 'YAYAN', 'YOGA', 'YUSUF', 'ZAENAL',
    'ZULKIFLI', 'YOHANES', 'ANDRÉ'
];
set variable women = [
    'AISYAH', 'ANI', 'ANISA', 'ASTUTI', 'AYU', 'BUNGA', 'CITRA', 'DESI', 'DEWI', 'DIAH',
    'DIAN', 'DINA', 'DWI', 'EKA', 'ELI', 'ENDANG', 'ERNA', 'ETI', 'FATIMAH', 'FITRI',
    'HANI', 'HARTATI', 'HENI', 'IDA', 'IIS', 'INDAH', 'INTAN', 'IRMA', 'JUMIATI',
    'KARTINI', 'KARTIKA', 'KHADIJAH', 'LAILA', 'LESTARI', 'LILIS', 'LINDA', 'MARIA',
    'MARYAM', 'MAYA', 'MEGA', 'MURNI', 'NANI', 'NINING', 'NOVI', 'NUR', 'NURHAYATI',
    'NURUL', 'PUJI', 'PUTRI', 'RANI', 'RATNA', 'RINA', 'RINI', 'ROHANI', 'ROSITA',
    'SARI', 'SITI', 'SITI', 'SITI', 'SRI', 'SRI', 'SULASTRI', 'SUMIATI', 'SUPARTI',
    'SURYANI', 'SUSI', 'TINI', 'TITIN', 'TRI', 'TUTI', 'UMI', 'WATI', 'WIWIN', 'WULAN',
    'YANI', 'YENI', 'YULIA', 'YUNI', 'ZAHRA', 'ZULAIKHA', 'RENÉE', 'THERESIA', 'NI LUH',
    'CUT'
];
set variable middles = [
    'ABDUL', 'ADI', 'AKBAR', 'ALAM', 'AMIN', 'ARYA', 'BAGUS', 'DHARMA', 'FAUZI',
    'HAKIM', 'HASAN', 'HIDAYAT', 'IKHSAN', 'JAYA', 'KHAIRUL', 'KUSUMA', 'LATIF',
    'MAHARANI', 'MULYA', 'NUR', 'PERMATA', 'PUTRA', 'RAHMA', 'RAMADHAN', 'RIZAL',
    'SETIA', 'SYAH', 'TIRTA', 'UTAMI', 'WIRA', 'YUDHA', 'ZAHRA'
];
set variable lasts = [
    'ABDULLAH', 'ADITYA', 'ANGGRAINI', 'ARDIANSYAH', 'ARIFIN', 'ASTUTI', 'BUDIMAN',
    'CAHYONO', 'DAMANIK', 'EFENDI', 'FADILLAH', 'FIRMANSYAH', 'GINTING', 'GUNAWAN',
    'HAKIM', 'HALIM', 'HANDAYANI', 'HARAHAP', 'HARTONO', 'HASIBUAN', 'HERMAWAN',
    'HIDAYAT', 'IRAWAN', 'ISKANDAR', 'JUNIARTI', 'KURNIAWAN', 'KUSUMA', 'LESTARI',
    'LUBIS', 'MAHENDRA', 'MARPAUNG', 'MAULANA', 'MULYADI', 'MULYANI', 'NASUTION',
    'NUGRAHA', 'NUGROHO', 'NURJANAH', 'PAMUNGKAS', 'PANGESTU', 'PANJAITAN', 'PERMANA',
    'PRASETYO', 'PRATAMA', 'PRIYANTO', 'PURNAMA', 'RAHAYU', 'RAHMAWATI', 'RAMADHAN',
    'RITONGA', 'ROHMAN', 'SANJAYA', 'SANTOSO', 'SAPUTRA', 'SARAGIH', 'SETIAWAN',
    'SIAHAAN', 'SIMANJUNTAK', 'SIREGAR', 'SITUMORANG', 'SOLIHIN', 'SUBAGYO', 'SUDRAJAT',
    'SUHENDAR', 'SULISTYO', 'SURYADI', 'SUSANTO', 'SUTARJO', 'SYAHPUTRA', 'SYARIFUDIN',
    'TAMBUNAN', 'TANJUNG', 'UTOMO', 'WAHYUDI', 'WIBOWO', 'WICAKSONO', 'WIJAYA',
    'WIJAYANTI', 'YULIANTI', 'YUSUF', 'ZAELANI', 'AL-FARIZI', 'D''COSTA'
];

create macro full_name(person_no, family_no, seat, is_woman) as
    if(
        is_woman,
        choose('first_name', person_no, getvariable('women')),
        choose('first_name', person_no, getvariable('men'))
    )
    || case
        when draw('name_words', person_no) < 0.40
            then ' ' || choose('middle_name', person_no, getvariable('middles'))
        else ''
    end
    || case
        when draw('name_words', person_no) between 0.28 and 0.40
            or draw('name_words', person_no) > 0.88
            then ''
        -- a child often bears the last name of the head
        when seat between 3 and 7 and draw('family_name', person_no) < 0.4
            then ' ' || choose('last_name', family_no * 16 + 1, getvariable('lasts'))
        else ' ' || choose('last_name', person_no, getvariable('lasts'))
    end;
