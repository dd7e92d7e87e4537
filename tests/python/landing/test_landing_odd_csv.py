"""Delimited files that a spreadsheet or an exporter wrote in its own way."""

import os
from pathlib import Path

import pytest
from landing_desk import DAY, PKD, PKD_HEADER, Desk, pkd_row

PIP = "pip_2025_jakarta.csv"
NAMES = "line, nama, reading_note"


def test_a_line_break_in_a_header_cell_is_read(desk: Desk) -> None:
    header = PKD_HEADER.replace("NO_KK", '"NO\nKK"').replace("TGL_LAHIR", '"TGL\r\nLAHIR"')
    desk.pkd(pkd_row(1), pkd_row(2), header=header)
    file = desk.land_one()
    assert (file.status, file.rows_accepted) == ("accepted", 2)
    assert desk.rows("dinsos/pkd", "line, no_kk, tgl_lahir")[0] == (
        4,
        "3171010101500001",
        "01/01/1950",
    )


def test_a_title_with_a_line_break_before_such_a_header_is_read(desk: Desk) -> None:
    header = '"DAFTAR\nPENERIMA";;;;;;;;;\n' + PKD_HEADER.replace("NAMA", '"NAMA\nPENERIMA"')
    desk.put(PKD, header.replace('"NAMA\nPENERIMA"', '"NA\nMA"') + "\n" + pkd_row(1) + "\n")
    assert desk.land_one().rows_accepted == 1


@pytest.mark.parametrize("moved", [(0, 1), (6, 7)])
def test_a_header_repeated_in_another_order_refuses_the_file(
    desk: Desk, moved: tuple[int, int]
) -> None:
    titles = PKD_HEADER.split(";")
    left, right = moved
    titles[left], titles[right] = titles[right], titles[left]
    desk.pkd(pkd_row(1), ";".join(titles), pkd_row(2))
    file = desk.land_one()
    assert (file.status, file.rows_read) == ("refused", 0)
    assert "in another order (line 3)" in file.reason


@pytest.mark.parametrize("quoted", [False, True])
def test_records_that_end_in_a_carriage_return_inside_another_file_are_rows(
    desk: Desk, quoted: bool
) -> None:
    rows = [pkd_row(n) for n in range(1, 21)]
    if quoted:
        rows = ['"' + row.replace(";", '";"') + '"' for row in rows]
    text = "\n".join([PKD_HEADER, *rows[:5], "\r".join(rows[5:15]), *rows[15:], ""])
    desk.put(PKD, text)
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted) == (20, 20)
    assert [row[0] for row in desk.rows("dinsos/pkd", "line")] == list(range(2, 22))


def test_a_header_that_ends_in_a_carriage_return_is_a_header(desk: Desk) -> None:
    text = PKD_HEADER + "\r" + "\r".join(pkd_row(n) for n in range(3)) + "\n" + pkd_row(4) + "\n"
    desk.put(PKD, text)
    assert desk.land_one().rows_accepted == 4


def test_a_carriage_return_inside_a_cell_stays_a_blank(desk: Desk) -> None:
    desk.pkd(pkd_row(1, '"SITI\rAMINAH"'), pkd_row(2, "SITI\rAMINAH"))
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nama") == [("SITI AMINAH",), ("SITI AMINAH",)]


@pytest.mark.parametrize("name", ['"SITI" ', ' "SITI"', ' "SITI" ', '"SITI"\t'])
def test_blanks_around_quotes_are_trimmed(desk: Desk, name: str) -> None:
    desk.pkd(pkd_row(1, name), pkd_row(2))
    desk.land_one()
    assert desk.rows("dinsos/pkd", NAMES)[0] == (2, "SITI", "quote_mended")


def test_blanks_around_every_quote_are_trimmed(desk: Desk) -> None:
    row = '"' + pkd_row(1, 'SITI; "AMI"'.replace('"', '""')).replace(";", '" ; "') + '"'
    row = row.replace('SITI" ; " ', "SITI; ")
    desk.pkd(row)
    desk.land_one()
    assert desk.rows("dinsos/pkd", "nama, bulan") == [('SITI; "AMI"', "2025-10")]


def test_optional_last_columns_may_be_missing_with_their_delimiter(desk: Desk) -> None:
    desk.pkd(*(pkd_row(n) for n in range(1, 5)), pkd_row(5).removesuffix(";77"))
    desk.land_one()
    assert desk.rows("dinsos/pkd", "line, status, no_rekening, reading_note")[-1] == (
        6,
        "CAIR",
        None,
        "last_fields_missing",
    )


def test_a_file_that_leaves_them_out_everywhere_is_read(desk: Desk) -> None:
    desk.pkd(*(pkd_row(n).removesuffix(";77") for n in range(1, 5)))
    assert desk.land_one().rows_accepted == 4


def test_a_required_last_column_may_not_be_missing(desk: Desk) -> None:
    short = pkd_row(5).removesuffix(";CAIR;77")
    desk.pkd(pkd_row(1), short, pkd_row(2))
    desk.land_one()
    assert desk.quarantine() == [(3, "too_few_fields", short)]


def test_a_delimiter_lost_in_mid_row_is_not_taken_for_a_missing_last_column(desk: Desk) -> None:
    shifted = pkd_row(5).replace(";GAMBIR;", "GAMBIR;")
    desk.pkd(*(pkd_row(n) for n in range(1, 5)), shifted, pkd_row(6))
    desk.land_one()
    assert desk.quarantine() == [(6, "too_few_fields", shifted)]


@pytest.mark.parametrize("header", ["No. KK", "NO-KK", "No. K.K.", "NO/KK", "No KK :", "No KK *)"])
def test_signs_in_a_header_are_as_blanks(desk: Desk, header: str) -> None:
    desk.pkd(pkd_row(1), header=PKD_HEADER.replace("NO_KK", header))
    assert desk.land_one().rows_accepted == 1


def test_three_thousand_extra_columns_are_kept_out_of_the_way(desk: Desk) -> None:
    more = [f"TAMBAHAN_{n}" for n in range(3000)]
    header = ";".join([PKD_HEADER, *more])
    desk.pkd(pkd_row(1) + ";" + ";".join(["x"] * 3000), header=header)
    file = desk.land_one()
    assert (file.status, file.rows_accepted) == ("accepted", 1), file.reason
    assert len(desk.rows("dinsos/pkd", "extra")[0][0]) > 3000


def test_a_name_of_250_letters_does_not_stop_the_others(desk: Desk) -> None:
    desk.put("kipk_2025_" + "a" * 236 + ".csv", "NIK\n1\n")
    desk.put("x" * 250 + ".csv", "NIK\n1\n")
    desk.pkd(pkd_row(1))
    desk.land()
    found = dict(desk.rows("ledger", "file, status"))
    assert found.pop(PKD) == "accepted"
    assert set(found.values()) == {"refused"}


@pytest.mark.parametrize(
    "name",
    [
        "pkd_2025_13.csv",
        "pkd_2025_00.csv",
        "pkd_２０２５_10.csv",
        "pkd_0000_10.csv",
        "pkd_2525_10.csv",
        "panti_20251399.csv",
        "panti_20250230.csv",
        "bnba_pkh_2025_tahap0.csv",
        "bnba_pkh_2025_tahap99.csv",
    ],
)
def test_a_period_that_cannot_be_is_refused_by_name(desk: Desk, name: str) -> None:
    desk.put(name, f"{PKD_HEADER}\n{pkd_row(1)}\n")
    file = desk.land_one()
    assert file.status == "refused"
    assert "period" in file.reason or "name is not known" in file.reason


def test_a_day_that_cannot_be_supersedes_no_real_one(desk: Desk) -> None:
    header = "NIK,NAMA,TGL_LAHIR,NAMA_PANTI,TGL_MASUK,TGL_KELUAR\n"
    desk.put("panti_20251024.csv", header + "3171014101500001,SITI,,A,,\n")
    desk.put("panti_20251399.csv", header)
    desk.land()
    assert dict(desk.rows("ledger", "file, status")) == {
        "panti_20251024.csv": "accepted",
        "panti_20251399.csv": "refused",
    }


def test_a_day_after_the_drop_supersedes_no_day_before_it(desk: Desk) -> None:
    header = "NIK,NAMA,TGL_LAHIR,NAMA_PANTI,TGL_MASUK,TGL_KELUAR\n"
    desk.put("panti_20251024.csv", header + "3171014101500001,SITI,,A,,\n")
    desk.put("panti_20991231.csv", header)
    desk.land()
    assert dict(desk.rows("ledger", "file, status"))["panti_20251024.csv"] == "accepted"


def test_a_file_that_changed_with_the_same_size_and_time_is_landed_anew(desk: Desk) -> None:
    path = desk.pkd(pkd_row(1))
    desk.land()
    _rewrite(path, path.read_bytes().replace(b"AMINAH", b"FATIMA"))
    assert [str(day) for day in desk.land().landed] == [DAY]
    assert desk.rows("dinsos/pkd", "nama") == [("SITI FATIMA",)]


def _rewrite(path: Path, content: bytes) -> None:
    """Change a file and leave its size and time as they were."""
    before = path.stat()
    assert len(content) == before.st_size
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_that_are_one_quoted_cell_each_are_read_without_these_quotes(
    desk: Desk, end: str
) -> None:
    named = pkd_row(2, '"SITI; ""AMI"""')
    lines = ["DAFTAR PENERIMA", PKD_HEADER, pkd_row(1), named]
    wrapped = ['"' + line.replace('"', '""') + '"' for line in lines]
    desk.put(PKD, "\ufeff" + end.join([*wrapped, pkd_row(3), '"short;row"', ""]))
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_quarantined) == (3, 1)
    assert "each line was one quoted cell" in file.reason
    assert [row[1] for row in desk.rows("dinsos/pkd", NAMES)] == [
        "SITI AMINAH",
        'SITI; "AMI"',
        "SITI AMINAH",
    ]
    assert [row[0] for row in desk.rows("dinsos/pkd", "line")] == [3, 4, 5]
    assert desk.quarantine()[0][0] == 6


@pytest.mark.parametrize("mark", ["^", "~", "\x1f"])
def test_a_delimiter_that_is_rare_is_read_and_told(desk: Desk, mark: str) -> None:
    quoted = '"' + pkd_row(2, "SITI; AMI").replace(";", f'"{mark}"', 2).replace("; ", "\0")
    quoted = quoted.replace(";", f'"{mark}"').replace("\0", "; ") + '"'
    header, row = PKD_HEADER.replace(";", mark), pkd_row(1).replace(";", mark)
    desk.put(PKD, "\n".join([header, row, quoted, mark * 9, ""]))
    file = desk.land_one()
    assert (file.rows_accepted, file.rows_ignored) == (2, 1)
    assert f"read with the delimiter {mark!r}" in file.reason
    assert [row[1] for row in desk.rows("dinsos/pkd", NAMES)] == ["SITI AMINAH", "SITI; AMI"]


@pytest.mark.parametrize("mark", ["$$", "¦", "      "])
def test_a_header_that_nothing_known_divides_is_refused_for_that(desk: Desk, mark: str) -> None:
    desk.put(PKD, "\n".join([PKD_HEADER, pkd_row(1), ""]).replace(";", mark))
    assert "no sign that is known stands between the columns" in desk.land_one().reason
