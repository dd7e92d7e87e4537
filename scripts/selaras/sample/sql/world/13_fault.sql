-- What goes wrong with numbers, names, dates, money and places on their way into a
-- list.
set variable number_faults = [
    'dot_zero', 'dot_zero', 'dot_zero', 'dot_zero', 'zeroed', 'zeroed', 'zeroed',
    'apostrophe', 'apostrophe', 'spaces', 'spaces', 'dots', 'nbsp', 'letters',
    'letters', 'scientific', 'truncated', 'one_digit', 'one_digit', 'swapped',
    'swapped', 'equal', 'placeholder', 'placeholder', 'missing', 'missing', 'missing',
    'head_copied', 'no_plus_40', 'no_plus_40'
];
set variable card_faults = [
    'dot_zero', 'dot_zero', 'zeroed', 'apostrophe', 'spaces', 'dots', 'nbsp', 'letters',
    'scientific', 'truncated', 'one_digit', 'placeholder', 'missing', 'missing'
];
set variable placeholders = [
    '9999999999999999', '0', '-', '0000000000000000', '1111111111111111'
];
set variable months = [
    'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus',
    'September', 'Oktober', 'November', 'Desember'
];

-- Each week four in a hundred of the faults are mended.
create macro is_faulty(what, key, rate) as
    goes_wrong(what, key, rate)
    and draw('mended:' || what, key) >= 0.04 * getvariable('drop_index');

-- The fault of a NIK, or null; faults that cannot befall this number become others.
create macro number_fault(listing, key, rate, nik, is_woman, is_head, has_card) as
    case
        when nik < 1000000000000000 and is_faulty('lost_zero:' || listing, key, 0.25)
            then 'lost_zero'
        when not is_faulty('number:' || listing, key, rate) then null
        else case choose('number_way:' || listing, key, getvariable('number_faults'))
            when 'no_plus_40' then if(is_woman, 'no_plus_40', 'spaces')
            when 'head_copied' then if(is_head, 'letters', 'head_copied')
            when 'zeroed' then if(nik % 10 = 0, 'dot_zero', 'zeroed')
            when 'swapped' then if(has_card, 'swapped', 'apostrophe')
            when 'equal' then if(has_card, 'equal', 'dots')
            else choose('number_way:' || listing, key, getvariable('number_faults'))
        end
    end;

create macro card_fault(listing, key, rate) as
    case
        when is_faulty('card:' || listing, key, rate)
            then choose('card_way:' || listing, key, getvariable('card_faults'))
    end;

create macro misspelt_number(fault, number, key) as
    case fault
        when 'dot_zero' then cast(number as varchar) || '.0'
        when 'zeroed' then digits(number // 10 * 10)
        when 'apostrophe' then '''' || digits(number)
        when 'spaces'
            then substr(digits(number), 1, 6) || ' ' || substr(digits(number), 7, 6)
            || ' ' || substr(digits(number), 13)
        when 'dots'
            then substr(digits(number), 1, 6) || '.' || substr(digits(number), 7, 6)
            || '.' || substr(digits(number), 13)
        when 'nbsp' then digits(number) || chr(160)
        when 'letters' then replace(replace(digits(number), '0', 'O'), '1', 'l')
        when 'scientific'
            then substr(cast(number as varchar), 1, 1) || '.'
            || substr(cast(number as varchar), 2, 5)
            || 'E+' || cast(len(cast(number as varchar)) - 1 as varchar)
        when 'truncated' then substr(digits(number), 1, 14)
        when 'one_digit' then digits(
            number - (number // 100 % 10) * 100
            + ((number // 100 % 10) + 1 + pick('digit', key, 8)) % 10 * 100
        )
        when 'placeholder' then choose('placeholder', key, getvariable('placeholders'))
        when 'lost_zero' then cast(number as varchar)
        else digits(number)
    end;

create macro written_nik(fault, nik, no_kk, head_nik, key) as
    case fault
        when 'missing' then null
        when 'swapped' then digits(no_kk)
        when 'equal' then digits(no_kk)
        when 'head_copied' then digits(head_nik)
        when 'no_plus_40' then digits(nik - 4000000000)
        else misspelt_number(fault, nik, key)
    end;

create macro written_card(fault, number_fault, no_kk, nik, key) as
    case
        when number_fault = 'swapped' then digits(nik)
        when number_fault = 'equal' then digits(no_kk)
        when fault = 'missing' then null
        else misspelt_number(fault, no_kk, key)
    end;

create macro is_abbreviated(listing, key, name) as
    (name like 'MUHAMMAD %' or name like 'MOHAMMAD %')
    and is_faulty('short_name:' || listing, key, 0.5);

create macro is_titled(listing, key, age) as
    age >= 45 and is_faulty('title:' || listing, key, 0.08);

create macro mistyped(name, place) as
    case place % 3
        when 0 then substr(name, 1, 2 + place % 4) || substr(name, 4 + place % 4)
        when 1 then substr(name, 1, 3) || substr(name, 3)
        else replace(replace(name, 'Y', 'I'), 'F', 'V') || if(place % 2 = 0, 'H', '')
    end;

create macro name_fault(listing, key, name, age, rate) as
    nullif(concat_ws(
        ',',
        if(is_faulty('blank_name:' || listing, key, 0.0004), 'blank_name', null),
        if(is_titled(listing, key, age), 'title', null),
        if(is_abbreviated(listing, key, name), 'abbreviation', null),
        if(is_faulty('typo:' || listing, key, rate), 'typo', null),
        if(goes_wrong('mixed_case:' || listing, key, 0.22), 'mixed_case', null)
    ), '');

create macro proper_case(name) as
    list_aggregate(
        list_transform(
            string_split(lower(name), ' '),
            lambda word: upper(substr(word, 1, 1)) || substr(word, 2)
        ),
        'string_agg',
        ' '
    );

create macro written_name(fault, name, is_woman, key) as
    case
        when fault is null then name
        when contains(fault, 'blank_name') then null
        when contains(fault, 'mixed_case')
            then proper_case(altered_name(fault, name, is_woman, key))
        else altered_name(fault, name, is_woman, key)
    end;

create macro altered_name(fault, name, is_woman, key) as
    case
        when not contains(fault, 'title') then ''
        when is_woman then 'HJ. '
        when draw('drs', key) < 0.25 then 'DRS. '
        else 'H. '
    end
    || if(
        contains(fault, 'abbreviation'),
        choose('short', key, ['MOH. ', 'MUH. ', 'M. ']),
        ''
    )
    || if(
        contains(fault, 'typo'),
        mistyped(
            if(contains(fault, 'abbreviation'), substr(name, 10), name),
            pick('typo', key, 12)
        ),
        if(contains(fault, 'abbreviation'), substr(name, 10), name)
    );

create macro date_fault(listing, key) as
    case
        when not is_faulty('date:' || listing, key, 0.02) then null
        when draw('date_way:' || listing, key) < 0.50 then 'date_form'
        when draw('date_way:' || listing, key) < 0.65 then 'two_digit_year'
        when draw('date_way:' || listing, key) < 0.70 then 'impossible_date'
        when draw('date_way:' || listing, key) < 0.92 then 'wrong_date'
        else 'missing_date'
    end;

create macro spelt_date(day_, form) as
    case form
        when 'iso' then strftime(day_, '%Y-%m-%d')
        when 'dashed' then strftime(day_, '%d-%m-%Y')
        when 'slashed' then strftime(day_, '%d/%m/%Y')
        when 'short' then strftime(day_, '%d/%m/%y')
        when 'long'
            then cast(day(day_) as varchar) || ' ' || getvariable('months')[month(day_)]
            || ' ' || cast(year(day_) as varchar)
    end;

create macro written_date(fault, day_, form, key) as
    case fault
        when 'date_form' then spelt_date(
            day_,
            choose(
                'date_form', key,
                list_filter(
                    ['iso', 'dashed', 'slashed', 'long'], lambda other: other != form
                )
            )
        )
        when 'two_digit_year' then spelt_date(day_, 'short')
        when 'impossible_date' then choose(
            'no_such_date',
            key,
            ['31/02/1990', '00/00/0000', '1990-13-45', '32-01-1985']
        )
        when 'wrong_date' then spelt_date(
            cast(day_ + choose('wrong_by', key, [-365, -31, -1, 1, 9, 365]) as date),
            form
        )
        when 'missing_date' then null
        else spelt_date(day_, form)
    end;

create macro thousands(amount) as
    replace(format('{:,}', cast(amount as bigint)), ',', '.');

create macro is_plain_money(listing, key) as
    not goes_wrong('money:' || listing, key, 0.30);

create macro written_money(listing, key, amount) as
    case
        when is_plain_money(listing, key) then cast(amount as varchar)
        when draw('money_form:' || listing, key) < 0.34 then 'Rp' || thousands(amount)
        when draw('money_form:' || listing, key) < 0.67 then thousands(amount) || ',00'
        else 'Rp ' || thousands(amount) || ',00'
    end;

create macro place_fault(listing, key) as
    if(is_faulty('place:' || listing, key, 0.05), 'spelling', null);

create macro written_place(fault, region_no, key) as
    case
        when fault is null then getvariable('kelurahan_name')[region_no]
        when draw('spelling', key) < 0.3
            then replace(getvariable('kelurahan_name')[region_no], ' ', '')
        when draw('spelling', key) < 0.5
            then 'Kel. ' || getvariable('kelurahan_name')[region_no]
        when draw('spelling', key) < 0.8
            then upper(replace(getvariable('kelurahan_name')[region_no], 'j', 'dj'))
        else mistyped(
            getvariable('kelurahan_name')[region_no], 1 + 3 * pick('misspelt', key, 2)
        )
    end;

create macro code_fault(listing, key) as
    case
        when not is_faulty('code:' || listing, key, 0.012) then null
        else choose(
            'code_way:' || listing,
            key,
            ['region_missing', 'region_district', 'region_float']
        )
    end;

create macro written_code(fault, region_no) as
    case fault
        when 'region_missing' then null
        when 'region_district' then getvariable('district_code')[region_no]
        when 'region_float' then getvariable('kelurahan_code')[region_no] || '.0'
        else getvariable('kelurahan_code')[region_no]
    end;

create macro region_now(region_no, new_region_no, move_week) as
    if(
        move_week is not null and move_week <= getvariable('drop_index'),
        new_region_no,
        region_no
    );

-- One row, or two where the same payment stands twice.
create macro copies(listing, snapshot, key, rate) as
    if(
        goes_wrong('double:' || listing || snapshot, key, rate),
        [1, 2],
        [1]
    );

create macro address(family_no) as
    choose('street', family_no, [
        'JL. MELATI', 'JL. MAWAR', 'GG. KELINCI', 'JL. KEBON JERUK', 'JL. PISANGAN',
        'GG. SAWO', 'JL. RAYA', 'JL. KENANGA', 'JL. H. NAIM', 'JL. CEMPAKA'
    ])
    || ' NO. ' || cast(1 + pick('house', family_no, 180) as varchar)
    || ' RT ' || lpad(cast(1 + pick('rt', family_no, 15) as varchar), 3, '0')
    || '/RW ' || lpad(cast(1 + pick('rw', family_no, 12) as varchar), 3, '0');

create macro university(key) as
    choose('university', key, [
        'UNIVERSITAS NEGERI JAKARTA', 'UNIVERSITAS INDONESIA',
        'UIN SYARIF HIDAYATULLAH', 'POLITEKNIK NEGERI JAKARTA', 'UPN VETERAN JAKARTA',
        'UNIVERSITAS TRISAKTI', 'UNIVERSITAS GUNADARMA', 'UNIVERSITAS MERCU BUANA'
    ]);

create macro is_cancelled(programme, key) as
    draw('cancelled:' || programme, key) < 0.008;
