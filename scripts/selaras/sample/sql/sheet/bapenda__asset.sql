create or replace temp table sheet as
with

owned as (

    select
        family_no,
        property_value,
        unnest(list_filter(
            [
                if(
                    (owns_car and draw('car_listed', family_no) < 0.87)
                    or draw('car_sold', family_no) < 0.006,
                    0,
                    null
                ),
                if(
                    property_value is not null and draw('home_listed', family_no) < 0.9,
                    1,
                    null
                )
            ],
            lambda kind: kind is not null
        )) as kind

    from household

)

select
    'bapenda_aset_' || strftime(getvariable('drop_date'), '%Y%m%d') || '.csv' as file,
    '' as snapshot,
    owned.family_no * 2 + owned.kind as key,
    1 as copy,
    owned.kind,
    owned.property_value,
    head.nik,
    head.no_kk,
    number_fault(
        'asset',
        owned.family_no * 2 + owned.kind,
        0.02,
        head.nik,
        head.is_woman,
        true,
        false
    ) as number_fault,
    head.nik as true_nik,
    head.no_kk as true_no_kk

from owned
inner join head on owned.family_no = head.family_no
where kind is not null
order by key;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    written_nik(number_fault, nik, no_kk, nik, key) as nik,
    if(kind = 0, 'KENDARAAN_R4', 'PBB') as jenis,
    if(
        kind = 0,
        choose('car', key, [
            'TOYOTA AVANZA', 'DAIHATSU XENIA', 'HONDA BRIO', 'SUZUKI ERTIGA',
            'MITSUBISHI XPANDER', 'SUZUKI CARRY'
        ])
        || ' ' || cast(2008 + pick('car_year', key, 17) as varchar),
        address(key // 2)
    ) as keterangan,
    if(kind = 1, written_money('asset', key, property_value), null) as njop,
    cast(year(getvariable('last_date')) as varchar) as tahun,
    nullif(concat_ws(
        ',', number_fault,
        if(kind = 0 or is_plain_money('asset', key), null, 'money_form')
    ), '') as faults,
    null as amount

from sheet;
