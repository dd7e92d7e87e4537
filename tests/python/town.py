"""A town of a few invented families, written as the agencies would send it.

Every expectation about it was worked out by hand; see test_town.py.
"""

import csv
from pathlib import Path

import xlsxwriter

HERE = "3171011001"  # Kemendagri; the same kelurahan is 3173080003 for BPS
BPS = {"kode_kabupaten_kota": "3173", "kode_kecamatan": "3173080"}

# card, decile, lists a car
FAMILIES = [
    ("3171011203159001", "2", "2"),
    ("3171011203159002", "7", "1"),
    ("3171011203159003", "3", "2"),
    ("3171011203159004", "", "2"),
    ("3171011203159005", "4", "2"),
]

# number, card, name, birth date, sex, role, school, level, job, status, day of status
# ruff: noqa: E501
PEOPLE = [
    ("3171011005609001", 0, "BUDI SANTOSA", "1960-05-10", "1", "1", "3", "", "BURUH", "AKTIF", ""),
    ("3171015708639002", 0, "SITI AMINAH", "1963-08-17", "2", "2", "3", "", "IBU", "AKTIF", ""),
    ("3171010201409003", 0, "AMIR HAMZAH", "1940-01-02", "1", "6", "3", "", "IBU", "AKTIF", ""),
    ("3171012003809004", 1, "TONO WIJAYA", "1980-03-20", "1", "1", "3", "", "PNS", "AKTIF", ""),
    ("3171014106139005", 1, "RINI WIJAYA", "2013-06-01", "2", "3", "2", "2", "PELAJAR", "AKTIF", ""),
    ("3171010912859006", 2, "JOKO SUSILO", "1985-12-09", "1", "1", "3", "", "BURUH", "AKTIF", ""),
    ("3171011501209007", 2, "DIMAS SUSILO", "2020-01-15", "1", "3", "1", "", "", "AKTIF", ""),
    ("3171014802509008", 3, "NUR HAYATI", "1950-02-08", "2", "1", "3", "", "IBU", "AKTIF", ""),
    ("3171012511459009", 4, "KARTO REJO", "1945-11-25", "1", "1", "3", "", "BURUH", "MENINGGAL", "2025-08-01"),
    ("3171016207479010", 4, "SUMI LESTARI", "1947-07-22", "2", "2", "3", "", "IBU", "AKTIF", ""),
]  # fmt: skip


def write_town(inbox: Path, batch_date: str = "2025-10-24") -> None:
    """Write one drop of the town under an inbox."""
    drop = inbox / batch_date
    drop.mkdir(parents=True)
    _dtsen(drop)
    _dukcapil(drop, batch_date)
    _kemensos(drop)
    _jakarta(drop, batch_date)


def _dtsen(drop: Path) -> None:
    families = [
        {
            "kode_kabupaten_kota": BPS["kode_kabupaten_kota"],
            "kode_kecamatan": BPS["kode_kecamatan"],
            "kode_kelurahan_desa": "3173080003",
            "kelurahan_desa": "Gambir",
            "nomor_kartu_keluarga": f"{card}.0",
            "desil_nasional": decile,
            "aset_bergerak_mobil": car,
        }
        for card, decile, car in FAMILIES
    ]
    members = [
        {
            "nomor_induk_kependudukan": f"{nik}.0",
            "nomor_kartu_keluarga": FAMILIES[family][0],
            "nama": name,
            "tanggal_lahir": born,
            "jenis_kelamin": sex,
            "status_hubungan_keluarga": role,
            "partisipasi_sekolah": school,
            "jenjang_tertinggi_yang_diduduki": level,
            "penglihatan": "1",
        }
        for nik, family, name, born, sex, role, school, level, *_ in PEOPLE
    ]
    write_csv(drop / "keluarga_dtsen_v3_2025_31.73.csv", families, "|", quoting=csv.QUOTE_ALL)
    write_csv(drop / "anggota_keluarga_dtsen_v3_2025_31.73.csv", members, "|", csv.QUOTE_ALL)


def _dukcapil(drop: Path, batch_date: str) -> None:
    rows = [
        {
            "NIK": nik,
            "NO_KK": FAMILIES[family][0],
            "NAMA_LGKP": name,
            "JENIS_KLMIN": "L" if sex == "1" else "P",
            "TGL_LHR": "-".join(reversed(born.split("-"))),
            "JENIS_PKRJN": {"IBU": "MENGURUS RUMAH TANGGA", "BURUH": "BURUH HARIAN LEPAS",
                            "PELAJAR": "PELAJAR/MAHASISWA", "": "BELUM/TIDAK BEKERJA"}.get(job, job),
            "STATUS_PENDUDUK": status,
            "TGL_STATUS": "-".join(reversed(since.split("-"))) if since else "",
            "KODE_WILAYAH": HERE,
        }
        for nik, family, name, born, sex, _, _, _, job, status, since in PEOPLE
    ]  # fmt: skip
    write_csv(drop / f"dukcapil_penduduk_{batch_date.replace('-', '')}.csv", rows, ",")


def _kemensos(drop: Path) -> None:
    def pkh(family: int, member: int, component: str, amount: str) -> dict[str, str]:
        manager = next(person for person in PEOPLE if person[1] == family)
        return {
            "NO_KK": FAMILIES[family][0],
            "NIK_PENGURUS": manager[0],
            "NAMA_PENGURUS": manager[2].title(),
            "NIK_ANGGOTA": PEOPLE[member][0],
            "NAMA_ANGGOTA": PEOPLE[member][2],
            "TGL_LAHIR_ANGGOTA": "/".join(reversed(PEOPLE[member][3].split("-"))),
            "KOMPONEN": component,
            "TAHAP": "4",
            "TAHUN": "2025",
            "NOMINAL": amount,
            "STATUS_SALUR": "BERHASIL",
            "TGL_SALUR": "05/10/2025",
        }

    def cash(family: int, card: str, amount: str, status: str = "BERHASIL") -> dict[str, str]:
        head = next(person for person in PEOPLE if person[1] == family)
        return {"NIK": head[0], "NO_KK": card, "NAMA": head[2], "NOMINAL": amount,
                "STATUS_SALUR": status, "TGL_SALUR": "06/10/2025"}  # fmt: skip

    write_csv(
        drop / "bnba_pkh_2025_tahap4.csv",
        [pkh(0, 2, "LANSIA", "Rp600.000"), pkh(2, 6, "BALITA", "750.000,00")],
        ";",
    )
    sembako = [cash(0, FAMILIES[0][0], "200000"), cash(4, "", "200000", "GAGAL")]
    # The same family twice in one month.
    sembako.append(dict(sembako[0]))
    write_csv(
        drop / "bnba_sembako_2025_10.csv", [{**row, "PERIODE": "2025-10"} for row in sembako], "|"
    )
    blts = [cash(0, FAMILIES[0][0], "900000"), cash(2, FAMILIES[2][0], "900000", "PROSES"),
            {**cash(3, "", "900000"), "NIK": "", "NAMA": "ORANG LAIN"}]  # fmt: skip
    write_csv(
        drop / "blts_kesra_2025.csv",
        [{"NIK_KPM": row.pop("NIK"), "NAMA_KPM": row.pop("NAMA"), **row} for row in blts],
        ",",
    )


def _jakarta(drop: Path, batch_date: str) -> None:
    cards = [(2, "KLJ"), (7, "KLJ"), (8, "KLJ"), (9, "KLJ")]
    write_csv(
        drop / "pkd_2025_10.csv",
        [
            {
                "NIK": PEOPLE[person][0],
                "NO_KK": FAMILIES[PEOPLE[person][1]][0],
                "NAMA": PEOPLE[person][2],
                "TGL_LAHIR": "/".join(reversed(PEOPLE[person][3].split("-"))),
                "JENIS_KARTU": card,
                "BULAN": "2025-10",
                "NOMINAL": "300000",
                "STATUS": "AKTIF",
            }
            for person, card in cards
        ],
        ";",
    )
    write_csv(
        drop / f"panti_{batch_date.replace('-', '')}.csv",
        [{"NIK": PEOPLE[9][0], "NAMA": PEOPLE[9][2], "NAMA_PANTI": "Panti Satu",
          "TGL_MASUK": "2025-01-01", "TGL_KELUAR": ""}],
        ",",
    )  # fmt: skip
    write_csv(
        drop / f"bapenda_aset_{batch_date.replace('-', '')}.csv",
        [{"NIK": PEOPLE[7][0], "JENIS": "PBB", "NJOP": "1.500.000.000", "TAHUN": "2025"}],
        ",",
    )
    _kjp(drop / "kjp_plus_tahap2_2025.xlsx")


def _kjp(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Data")
    for row, title in enumerate(["DINAS PENDIDIKAN", "KJP PLUS", "TAHAP 2 2025"]):
        sheet.write(row, 0, title)
    header = ["No", "NIK Siswa", "No KK", "Nama Siswa", "Tanggal Lahir", "Jenjang",
              "Kelurahan", "Dana Per Bulan", "Status"]  # fmt: skip
    sheet.write_row(3, 0, header)
    pupil = PEOPLE[4]
    sheet.write_row(4, 0, [1, pupil[0], FAMILIES[1][0], "Rini Wijaya", "1 Juni 2013", "SD",
                           "Gambir", 250_000, "AKTIF"])  # fmt: skip
    sheet.write_row(5, 0, ["TOTAL", "", "", "", "", "", "", 250_000, ""])
    book.close()


def write_csv(
    path: Path, rows: list[dict[str, str]], delimiter: str, quoting: int = csv.QUOTE_MINIMAL
) -> None:
    """Write dictionaries as a delimited file with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter, quoting=quoting)
        writer.writeheader()
        writer.writerows(rows)
