"""Rows that are nobody: counted as ignored and named in the ledger, never people."""

import pytest
from landing_desk import KJMU_HEADER, PKD_HEADER, Desk, kjmu_row, pkd_row

SEMBAKO = "bnba_sembako_2025_10.csv"
SEMBAKO_HEADER = "NO_KKS|NO_KK|NIK|NAMA|ALAMAT|KODE_KEL|PERIODE|NOMINAL|STATUS_SALUR|TGL_SALUR"


def sembako_row(number: int) -> str:
    """A well-formed row of the food list."""
    return (
        f"60320000000{number:05d}|31710101015{number:05d}|31710141015{number:05d}|SITI AMINAH|JL A"
        "|3171011001|2025-10|200000|BERHASIL|06/10/2025"
    )


@pytest.mark.parametrize(
    "total",
    [
        "JUMLAH;3 KPM;;;;;;600000;;",
        "JUMLAH;12;;;;;;600000;;",
        "TOTAL KPM;1.234;;;;;;600000;;",
        "JUMLAH;2 ORANG",
        "JUMLAH;12",
        "31;JUMLAH;;;;;;600000;;",
        ";;TOTAL PENERIMA 3 ORANG;;;;;600000;;",
        "T O T A L;;;;;;;600000;;",
        "Jml. seluruhnya;tiga orang;;;;;;600000;;",
        "Sub-total;;3;;;;;600000;;",
        "SUB TOTAL KELURAHAN GAMBIR;;;;;;;600000;;",
        "Subtotal Universitas Indonesia;3;900000;x;;;;600000;;",
        ";;Jumlah Kel. Gambir;;;;;600000;;",
        "Rata-rata;;;;;;;300000;;",
    ],
)
def test_a_total_row_with_a_count_is_ignored(desk: Desk, total: str) -> None:
    desk.pkd(*(pkd_row(n) for n in range(3)), total)
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (3, 3, 1)
    assert "total 5" in file.reason


def test_a_total_row_in_a_list_of_families_is_no_family(desk: Desk) -> None:
    total = "JUMLAH|3 KPM||||||600000||"
    rows = [sembako_row(n) for n in range(3)]
    desk.put(SEMBAKO, "\n".join([SEMBAKO_HEADER, *rows, total, ""]))
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_ignored) == (3, 1)


@pytest.mark.parametrize(
    "heading", ["Kelurahan: GAMBIR;;;;;;;;;", ";;KECAMATAN GAMBIR;;;;;;;", ";;RW 05;;;;;;;"]
)
def test_a_heading_over_a_part_of_the_list_is_nobody(desk: Desk, heading: str) -> None:
    desk.pkd(pkd_row(1), heading, pkd_row(2))
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 1)
    assert "title 3" in file.reason


def test_a_name_beside_a_kelurahan_stays_a_person(desk: Desk) -> None:
    desk.pkd(pkd_row(1), ";;SITI;;;Kelurahan Gambir;;;;", pkd_row(2))
    assert desk.land_one().rows_accepted == 3


@pytest.mark.parametrize("name", ["TOTAL SUGIARTO", "JUMLAHATI"])
def test_a_person_whose_name_begins_like_a_total_stays_a_person(desk: Desk, name: str) -> None:
    desk.pkd(pkd_row(1, name), pkd_row(2))
    assert desk.land_one().rows_accepted == 2


@pytest.mark.parametrize(
    "numbers",
    [
        "1;2;3;4;5;6;7;8;9;10",
        "(1);(2);(3);(4);(5);(6);(7);(8);(9);(10)",
        "1.;2.;3.;4.;5.;6.;7.;8.;9.;10.",
        "a;b;c;d;e;f;g;h;i;j",
        "(a);(b);(c);(d);(e);(f);(g);(h);(i);(j)",
        ";1;2;3;4;5;6;7;8;9",
        "I;II;III;IV;V;VI;VII;VIII;IX;X",
    ],
)
def test_a_row_of_column_numbers_is_ignored(desk: Desk, numbers: str) -> None:
    desk.pkd(numbers, pkd_row(1), pkd_row(2))
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 1)
    assert "column numbers 2" in file.reason


@pytest.mark.parametrize(
    "types",
    [
        "VARCHAR(16);VARCHAR(16);VARCHAR(100);DATE;VARCHAR(4);TEXT;TEXT;BIGINT;TEXT;TEXT",
        "teks (16);teks (16);teks;tanggal;teks;teks;periode;angka;teks;teks",
        "string;string;string;datetime;;string;string;decimal(15.2);string;string",
    ],
)
def test_a_row_of_column_types_is_ignored(desk: Desk, types: str) -> None:
    desk.pkd(types, pkd_row(1, "TEKS ANGKA"))
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (1, 1, 1)
    assert "column types 2" in file.reason


def test_a_row_of_column_numbers_in_a_workbook_is_ignored(desk: Desk) -> None:
    desk.workbook([["DAFTAR"], KJMU_HEADER, [*range(1, 10)], kjmu_row(1)])
    file = desk.land_one()
    assert (file.rows_read, file.rows_ignored) == (1, 2)


SIGNED = [
    "Jakarta, 24 Oktober 2025",
    "Kepala Dinas Sosial Provinsi DKI Jakarta",
    "",
    "Drs. H. BAMBANG SUTRISNO, M.Si",
    "NIP. 19650505 199003 1 001",
]


@pytest.mark.parametrize("place", [0, 2, 3, 7])
def test_a_signature_block_is_nobody(desk: Desk, place: int) -> None:
    block = [";" * place + line + ";" * (9 - place) if line else "" for line in SIGNED]
    desk.pkd(pkd_row(1), pkd_row(2), "JUMLAH;;;;;;;600000;;", *block)
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 6)
    assert "signature 5-6, 8-9" in file.reason


@pytest.mark.parametrize(
    "signed",
    [
        "Cendana Utara, 24 Oktober 2025",
        "Kota Administrasi Jakarta Pusat, tanggal 24 Oktober 2025",
        "Wai Lontar, 24-10-2025",
        "Wai Lontar,        Oktober 2025",
        "Kab. Lontar, ............",
    ],
)
def test_a_list_may_be_signed_at_any_place(desk: Desk, signed: str) -> None:
    desk.pkd(pkd_row(1), pkd_row(2), f";;;;;{signed};;;;")
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 1)
    assert "signature 4" in file.reason


def test_a_person_without_a_number_and_with_place_and_day_of_birth_stays_a_person(
    desk: Desk,
) -> None:
    desk.pkd(pkd_row(1), ";;SITI;Jakarta, 5 Mei 2015;;;;;;", pkd_row(2))
    assert desk.land_one().rows_accepted == 3


def test_a_signature_block_without_delimiters_is_nobody(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(2), *SIGNED)
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 5)


def test_a_signature_block_in_a_workbook_is_nobody(desk: Desk) -> None:
    block = [["", "", line] for line in SIGNED]
    block[4] = ["", "", "NIP.", "196505051990031001"]
    desk.workbook([["DAFTAR"], KJMU_HEADER, kjmu_row(1), kjmu_row(2), *block])
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted) == (2, 2)


@pytest.mark.parametrize(
    "note",
    [
        "Catatan: data per 30 September 2025;;;;;;;;;",
        ";;*) Keterangan status mengikuti SK;;;;;;;",
        "Sumber: Dinas Sosial",
        "Ket. : KLJ = Kartu Lansia Jakarta;;;;;;;;;",
        "Terbilang: enam ratus ribu rupiah;;;;;;;;;",
        "Dicetak pada 24/10/2025 10:15;;;;;;;;;",
        "-- akhir data --;;;;;;;;;",
        "(2 rows)",
        "END OF FILE",
    ],
)
def test_a_note_under_the_table_is_nobody(desk: Desk, note: str) -> None:
    desk.pkd(pkd_row(1), pkd_row(2), note)
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 1)
    assert "note 4" in file.reason


def test_a_title_that_is_repeated_with_the_header_is_nobody(desk: Desk) -> None:
    titles = [";;DAFTAR PENERIMA KARTU LANSIA JAKARTA;;;;;;;", ";;Oktober Ceria;;;;;;;"]
    desk.pkd(pkd_row(1), *titles, PKD_HEADER, pkd_row(2))
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 3)
    assert "title 3-4" in file.reason


def test_a_header_that_is_repeated_with_other_words_is_nobody(desk: Desk) -> None:
    again = "N I K;No. KK;Nama;Tgl. Lahir;Jenis;Kelurahan;Bulan;Nominal;Status;Rek"
    desk.pkd(pkd_row(1), again, pkd_row(2))
    assert desk.land_one().rows_accepted == 2


def test_a_row_with_a_name_alone_is_a_person_where_no_block_surrounds_it(desk: Desk) -> None:
    desk.pkd(pkd_row(1), ";;SITI AMINAH;;;;;;;", pkd_row(2), ";;BUDI;;;;;;;")
    assert desk.land_one().rows_accepted == 4


def test_after_a_signature_in_mid_file_people_go_on(desk: Desk) -> None:
    block = [f";;{line};;;;;;;" for line in SIGNED if line]
    desk.pkd(pkd_row(1), *block, pkd_row(2), ";;BUDI SANTOSO;01/01/1950;KLJ;GAMBIR;;;;")
    file = desk.land_one()
    assert file.rows_accepted >= 3
    assert ("BUDI SANTOSO",) in desk.rows("dinsos/pkd", "nama")


@pytest.mark.parametrize(
    "nothing",
    ["NULL", "null", "\\N", "#N/A", "-", "n/a", "tidak ada", "Tidak Ada", "--", "NaN", "None",
     "N.A.", " NULL ", "(null)", "nihil", "#REF!", "–"],
)  # fmt: skip
def test_a_word_for_nothing_is_a_blank_in_every_column(desk: Desk, nothing: str) -> None:
    cells = pkd_row(1).split(";")
    rows = [";".join([*cells[:at], nothing, *cells[at + 1 :]]) for at in range(10)]
    desk.pkd(*rows)
    assert desk.land_one().rows_accepted == 10
    names = [name.lower() for name in PKD_HEADER.split(";")]
    for at, landed in enumerate(desk.rows("dinsos/pkd", ", ".join(names))):
        assert [cell is None for cell in landed] == [place == at for place in range(10)]
    kept = [row[0] for row in desk.rows("dinsos/pkd", "blank_cells")]
    assert kept[2] == '{"nama":"' + nothing.replace("\\", "\\\\") + '"}'


def test_a_row_of_words_for_nothing_names_nobody(desk: Desk) -> None:
    desk.pkd("NULL;\\N;#N/A;01/01/1950;KLJ;GAMBIR;2025-10;300000;CAIR;77", pkd_row(2))
    assert desk.land_one().rows_accepted == 1
    assert [row[:2] for row in desk.quarantine()] == [(2, "names_nobody")]


def test_an_exported_blank_says_the_same_as_an_empty_cell(desk: Desk) -> None:
    rows = [pkd_row(1).replace("GAMBIR", word) for word in ("", "NULL", "-")]
    desk.pkd(*rows)
    desk.land()
    assert len(set(desk.rows("dinsos/pkd", "content_digest"))) == 1
