"""Delimited files that arrive broken: what is kept, what is set aside, and what is said."""

import pytest
from landing_desk import PKD_HEADER, Desk, pkd_row

NAMES = "line, nama, reading_note"


def test_a_clean_file_is_landed_as_it_is(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(2))
    file = desk.land_one()
    assert (file.status, file.rows_read, file.rows_ignored) == ("accepted", 2, 0)
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "SITI AMINAH", None), (3, "SITI AMINAH", None)]


def test_cells_are_text_exactly_as_read(desk: Desk) -> None:
    desk.pkd("3.17509E+15;'3171010101500001;  A  ;31/02/50;x;;O1l;Rp750.000,00;=1+1;007.0")
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nik, no_kk, nama, kelurahan, nominal, status, no_rekening") == [
        ("3.17509E+15", "'3171010101500001", "  A  ", None, "Rp750.000,00", "=1+1", "007.0")
    ]


def test_an_unclosed_quote_costs_only_its_own_line(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(2, '"SITI'), *(pkd_row(n) for n in range(3, 60)))
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_quarantined) == (58, 1)
    assert desk.quarantine() == [(3, "unclosed_quote", pkd_row(2, '"SITI'))]


def test_an_unclosed_quote_on_the_last_line_is_set_aside(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(2, '"SITI'))
    desk.land_one()
    assert desk.quarantine() == [(3, "unclosed_quote", pkd_row(2, '"SITI'))]


def test_two_unclosed_quotes_do_not_pair_up_over_rows_between(desk: Desk) -> None:
    desk.pkd(pkd_row(1, '"A'), pkd_row(2), pkd_row(3, '"B'), pkd_row(4))
    file = desk.land_one()
    assert [row[0] for row in desk.quarantine()] == [2, 4]
    assert file.rows_accepted == 2


def test_a_delimiter_inside_quotes_belongs_to_the_cell(desk: Desk) -> None:
    desk.pkd(pkd_row(1, '"SITI; AMINAH"'))
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "SITI; AMINAH", None)]


def test_doubled_quotes_are_one_quote(desk: Desk) -> None:
    desk.pkd(pkd_row(1, '"SITI ""AMI"" AMINAH"'))
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, 'SITI "AMI" AMINAH', None)]


def test_stray_quotes_in_a_fully_quoted_line_are_mended(desk: Desk) -> None:
    quoted = '"' + pkd_row(1, 'SITI "AMI" AMINAH').replace(";", '";"') + '"'
    desk.pkd(quoted)
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, 'SITI "AMI" AMINAH', "quote_mended")]


def test_stray_quotes_are_mended_where_only_filled_cells_are_quoted(desk: Desk) -> None:
    cells = pkd_row(1, 'SI"TI').replace("GAMBIR", "").split(";")
    desk.pkd(";".join(f'"{cell}"' if cell else "" for cell in cells))
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, 'SI"TI', "quote_mended")]


def test_a_stray_quote_in_a_cell_without_quotes_is_kept_and_noted(desk: Desk) -> None:
    desk.pkd(pkd_row(1, 'SI"TI'))
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, 'SI"TI', "stray_quote")]


def test_a_quoted_record_over_several_lines_is_joined(desk: Desk) -> None:
    desk.pkd(pkd_row(1, '"SITI\nAMINAH\nBINTI ALI"'), pkd_row(2))
    file = desk.land_one()
    assert file.rows_read == 2
    assert desk.rows("dinsos/pkd", NAMES) == [
        (2, "SITI AMINAH BINTI ALI", "joined_lines"),
        (5, "SITI AMINAH", None),
    ]


def test_surplus_empty_cells_are_dropped_with_a_note(desk: Desk) -> None:
    desk.pkd(pkd_row(1) + ";;;")
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "SITI AMINAH", "surplus_fields_dropped")]


def test_a_delimiter_at_the_end_of_every_line_is_nothing_to_remark_on(desk: Desk) -> None:
    desk.pkd(pkd_row(1) + ";", header=PKD_HEADER + ";")
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "SITI AMINAH", None)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [(pkd_row(1) + ";more", "too_many_fields"), ("3171014101500001;2;3", "too_few_fields")],
)
def test_a_row_with_a_wrong_number_of_cells_is_set_aside(
    desk: Desk, line: str, reason: str
) -> None:
    desk.pkd(line, pkd_row(2))
    desk.land_one()
    assert desk.quarantine() == [(2, reason, line)]


def test_a_truncated_last_line_is_set_aside_as_such(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(2)[:40], end="")
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_quarantined) == (1, 1)
    assert desk.quarantine() == [(3, "truncated_last_line", pkd_row(2)[:40])]


def test_a_last_line_without_line_end_is_a_row_like_any_other(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(2), end="")
    assert desk.land_one().rows_accepted == 2


def test_blank_rows_delimiter_rows_and_trailing_empty_rows_are_ignored(desk: Desk) -> None:
    desk.pkd(pkd_row(1), "", ";;;;;;;;;", " ; ;;;;;;;", pkd_row(2), "", "", ";;;")
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_quarantined, file.rows_ignored) == (2, 0, 6)


@pytest.mark.parametrize("again", [PKD_HEADER, PKD_HEADER.lower(), "\ufeff" + PKD_HEADER])
def test_a_header_repeated_in_mid_file_is_ignored(desk: Desk, again: str) -> None:
    desk.pkd(pkd_row(1), again, pkd_row(2))
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_quarantined, file.rows_ignored) == (2, 0, 1)


@pytest.mark.parametrize(
    "total",
    ["TOTAL;;;;;;;600000;;", ";;JUMLAH;;;;;600000;;", "Grand Total: 2;;;;;;;;;", "Jumlah;600000"],
)
def test_a_total_row_is_ignored(desk: Desk, total: str) -> None:
    desk.pkd(pkd_row(1), total)
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_quarantined, file.rows_ignored) == (1, 0, 1)


def test_a_row_that_names_nobody_is_set_aside_with_its_text(desk: Desk) -> None:
    nobody = "9999999999999999;0;-;01/01/1950;KLJ;GAMBIR;2025-10;300000;CAIR;77"
    desk.pkd(nobody, pkd_row(2))
    desk.land_one()
    assert desk.quarantine() == [(2, "names_nobody", nobody)]


@pytest.mark.parametrize(
    "named", ["9999999999999999;0;SITI", ";3171010101500001;-", "317509;;", "3.17509E+15;-;"]
)
def test_a_row_that_names_someone_somehow_is_accepted(desk: Desk, named: str) -> None:
    desk.pkd(f"{named};01/01/1950;KLJ;GAMBIR;2025-10;300000;CAIR;77")
    assert desk.land_one().rows_accepted == 1


def test_a_blank_required_cell_is_an_unknown_and_no_reason_to_set_a_row_aside(
    desk: Desk,
) -> None:
    desk.pkd("3171014101500001;;;;;;;;;")
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nik, no_kk, status") == [("3171014101500001", None, None)]


def test_a_byte_order_mark_and_windows_line_ends_leave_no_trace(desk: Desk) -> None:
    text = "\r\n".join([PKD_HEADER, pkd_row(1), pkd_row(2), ""])
    desk.put("pkd_2025_10.csv", b"\xef\xbb\xbf" + text.encode())
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nik[1:4], no_rekening, reading_note") == [
        ("3171", "77", None),
        ("3171", "77", None),
    ]


def test_mixed_encodings_are_read_line_by_line(desk: Desk) -> None:
    header = "NIK,NAMA,TGL_LAHIR,NAMA_PANTI,TGL_MASUK,TGL_KELUAR\n"
    rows = [
        "3171014101500001,JOSÉ,,PANTI,2025-01-01,\n".encode(),
        "3171014101500002,JOSÉ,,PANTI,2025-01-01,\n".encode("latin-1"),
        "3171014101500003,“ANI”,,PANTI,2025-01-01,\n".encode("cp1252"),
    ]
    desk.put("panti_20251024.csv", header.encode() + b"".join(rows))
    desk.land_one()
    assert desk.rows("dinsos/care_home", "nama, reading_note") == [
        ("JOSÉ", None),
        ("JOSÉ", "decoded_latin1"),
        ("“ANI”", "decoded_latin1"),
    ]


def test_letters_of_dos_and_those_encoded_twice_are_read_and_noted(desk: Desk) -> None:
    rows = [
        pkd_row(1, "JOSÉ").encode("cp850"),
        pkd_row(2, "MUÑOZ José").encode("cp437"),
        pkd_row(3, "JOSÉ D’ANGELO".encode().decode("cp1252")).encode(),
        pkd_row(4, "RENÉ “ANI” D’A").encode("cp1252"),
        pkd_row(5, "ÂNIA").encode(),
    ]
    desk.pkd(*rows)
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nama, reading_note") == [
        ("JOSÉ", "decoded_dos"),
        ("MUÑOZ José", "decoded_dos"),
        ("JOSÉ D’ANGELO", "decoded_twice"),
        ("RENÉ “ANI” D’A", None),
        ("ÂNIA", None),
    ]


def test_a_source_that_is_declared_latin1_is_read_so_without_a_note(desk: Desk) -> None:
    desk.pkd(pkd_row(1, "RENÉ").encode("latin-1"))
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "RENÉ", None)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_wide_signs_is_read(desk: Desk, encoding: str) -> None:
    desk.put("pkd_2025_10.csv", "\r\n".join([PKD_HEADER, pkd_row(1, "RENÉ"), ""]).encode(encoding))
    file = desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "RENÉ", None)]
    assert encoding[:6] in file.reason


@pytest.mark.parametrize("end", ["\u0085", "\u2028"])
def test_the_line_ends_of_mainframes_are_line_ends_where_there_are_no_others(
    desk: Desk, end: str
) -> None:
    desk.put("pkd_2025_10.csv", end.join([PKD_HEADER, pkd_row(1), pkd_row(2), ""]))
    assert desk.land_one().rows_accepted == 2


def test_the_line_ends_of_old_macs_are_line_ends(desk: Desk) -> None:
    desk.put("pkd_2025_10.csv", "\r".join([PKD_HEADER, pkd_row(1), pkd_row(2), ""]))
    assert desk.land_one().rows_accepted == 2


def test_nul_bytes_are_taken_out_with_a_note(desk: Desk) -> None:
    desk.pkd(pkd_row(1, "SI\0TI"), "\0" * 300)
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES) == [(2, "SITI", "nul_removed")]
    assert [row[1] for row in desk.quarantine()] == ["undecodable"]


def test_a_gigantic_line_is_set_aside_and_the_file_goes_on(desk: Desk) -> None:
    desk.pkd(pkd_row(1), "x" * 9_000_000, pkd_row(2), pkd_row(3, "y" * 2_000_000), pkd_row(4))
    file = desk.land_one()
    assert file.rows_accepted == 3
    assert [row[:2] for row in desk.quarantine()] == [(3, "line_too_long"), (5, "line_too_long")]


def test_unknown_columns_are_kept_as_json(desk: Desk) -> None:
    desk.pkd(pkd_row(1) + ";O'Neil", pkd_row(2) + ";", header=PKD_HEADER + ";Catatan's")
    desk.land_one()
    assert desk.rows("dinsos/pkd", "extra") == [("""{"Catatan's":"O'Neil"}""",), (None,)]


def test_columns_are_found_in_any_order_case_and_spacing(desk: Desk) -> None:
    header = "bulan;No KK; nik ;NAMA;Tgl Lahir;JENIS KARTU;nominal;Status"
    desk.pkd("2025-10;3171010101500001;3171014101500001;SITI;;KLJ;1;CAIR", header=header)
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nik, no_kk, bulan, no_rekening") == [
        ("3171014101500001", "3171010101500001", "2025-10", None)
    ]


def test_a_missing_required_column_refuses_the_file_and_names_it(desk: Desk) -> None:
    desk.pkd("1;2", header="NIK;NAMA")
    file = desk.land_one()
    assert file.status == "refused"
    assert file.reason == (
        "pkd_2025_10.csv is refused because the required column no_kk is missing;"
        " the header `NO_KK` is expected within the first 20 rows."
    )


def test_a_required_column_that_is_there_twice_refuses_the_file(desk: Desk) -> None:
    desk.pkd(pkd_row(1) + ";x", header=PKD_HEADER + ";nik")
    assert "`NIK` is there twice" in desk.land_one().reason


@pytest.mark.parametrize("content", ["", "\n\n", ";;;\n", "\ufeff"])
def test_an_empty_file_is_refused(desk: Desk, content: str) -> None:
    desk.put("pkd_2025_10.csv", content)
    file = desk.land_one()
    assert file.status == "refused"
    assert "empty" in file.reason or "no header" in file.reason


def test_a_file_with_a_header_only_is_accepted_with_no_row(desk: Desk) -> None:
    desk.pkd()
    file = desk.land_one()
    assert (file.status, file.rows_read) == ("accepted", 0)
    assert desk.rows("dinsos/pkd") == []


def test_a_file_saved_with_another_delimiter_is_read_and_the_ledger_says_so(desk: Desk) -> None:
    desk.pkd(pkd_row(1).replace(";", ","), header=PKD_HEADER.replace(";", ","))
    file = desk.land_one()
    assert (file.rows_accepted, file.reason) == (1, "read with the delimiter ','")


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"7z\xbc\xaf", b"\n<html><table>"])
def test_what_is_no_text_and_calls_itself_csv_is_refused(desk: Desk, begins: bytes) -> None:
    desk.put("pkd_2025_10.csv", begins + b" and so on")
    assert "not CSV text" in desk.land_one().reason
