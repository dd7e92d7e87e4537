"""What happens in a town: from the drop of its day on, the lists of agencies say it.

A drop of `selaras sample` is changed line by line, as bytes, so that whatever is wrong with its
files stays wrong: other ends of lines, encodings, marks at the beginning.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

RESIDENTS = "dukcapil_penduduk_*.csv"
MEMBERS = "anggota_keluarga_dtsen_*.csv"
FAMILIES = "keluarga_dtsen_*.csv"
HOMES = "panti_*.csv"
# What a cell that is corrected may say afterwards, by list and column.
CORRECTED: dict[tuple[str, str], tuple[str, ...]] = {
    (FAMILIES, "desil_nasional"): ("1", "3", "5", "8", ""),
    (FAMILIES, "aset_bergerak_mobil"): ("1", "2", ""),
    (MEMBERS, "nama"): ("Sri Kenanga", "Agus Lembayung"),
    (MEMBERS, "tanggal_lahir"): ("1961-04-09", "2012-02-30"),
    (MEMBERS, "berjalan_atau_naik_tangga"): ("1", "4"),
    (RESIDENTS, "JENIS_PKRJN"): ("PEGAWAI NEGERI SIPIL (PNS)", "BURUH HARIAN LEPAS"),
    (RESIDENTS, "NAMA_LGKP"): ("SRI KENANGA", "AGUS LEMBAYUNG"),
    (RESIDENTS, "KODE_WILAYAH"): ("3171011001", "3174011003"),
    ("bnba_pkh_*_tahap4.csv", "NOMINAL"): ("600000", "75000"),
    ("bnba_sembako_*_10.csv", "NIK"): ("3171010101809001", "317101010180900"),
    ("pkd_*_10.csv", "NOMINAL"): ("300000", "600000"),
    ("pkd_*_10.csv", "STATUS"): ("GAGAL", "BERHASIL"),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A line of a list whose cells can be told apart; cells are as they are written."""

    path: Path
    at: int
    names: tuple[str, ...]
    cells: tuple[bytes, ...]
    delimiter: bytes

    def says(self, name: str) -> str:
        """What a cell says."""
        return self.cells[self.names.index(name)].decode("latin-1").strip('"')

    def with_cells(self, **said: str) -> "Row":
        """The same row with other cells, written as its own are."""
        cells = list(self.cells)
        for name, text in said.items():
            place = self.names.index(name)
            quote = '"' if cells[place].startswith(b'"') else ""
            cells[place] = f"{quote}{text}{quote}".encode()
        return replace(self, cells=tuple(cells))


def rows(drop: Path, pattern: str) -> Iterator[Row]:
    """The rows of the files of a list that are not spoilt, in their order."""
    for path in sorted(drop.glob(pattern)):
        header, *lines = path.read_bytes().splitlines()
        header = header.removeprefix(b"\xef\xbb\xbf")
        delimiter = max((b",", b";", b"|"), key=header.count)
        names = tuple(each.decode().strip('"') for each in header.split(delimiter))
        for at, line in enumerate(lines, start=1):
            cells = tuple(line.split(delimiter))
            if len(cells) == len(names) and cells[0] != header.split(delimiter)[0]:
                yield Row(path, at, names, cells, delimiter)


def put(row: Row, is_new: bool = False) -> None:
    """Write a row in its place, or before that where it is a new one."""
    lines = row.path.read_bytes().splitlines(keepends=True)
    ending = b"\r\n" if lines[0].endswith(b"\r\n") else b"\n"
    written = row.delimiter.join(row.cells) + ending
    lines[row.at : row.at + (not is_new)] = [written]
    row.path.write_bytes(b"".join(lines))


@dataclass(frozen=True)
class Happening:
    """Something that lists say from a day on; `change` writes it into a drop."""

    since: date
    told: str
    change: Callable[[Path], None]


def birth(drop: Path, day: date, drawn: random.Random, number: int) -> Happening:
    """A child with a number of its own comes into a family, in both registers."""
    parent = drawn.choice([row for row in rows(drop, RESIDENTS) if _is_plain(row)])
    card, born = parent.says("NO_KK"), day - timedelta(days=drawn.randrange(2, 300))
    nik = f"{card[:6]}{born.day + 40:02}{born:%m%y}{9500 + number}"
    name = f"BAYU KENANGA {'ABCDEFGH'[number % 8]}"

    def change(drop: Path) -> None:
        for row in _of_card(drop, RESIDENTS, "NO_KK", card):
            said = {"NIK": nik, "NAMA_LGKP": name, "JENIS_KLMIN": "P", "STAT_HBKEL": "ANAK"}
            said |= {"TGL_LHR": f"{born:%d-%m-%Y}", "JENIS_PKRJN": "BELUM/TIDAK BEKERJA"}
            put(row.with_cells(**said, STATUS_PENDUDUK="AKTIF", TGL_STATUS=""), is_new=True)
        for row in _of_card(drop, MEMBERS, "nomor_kartu_keluarga", card):
            said = {"nomor_induk_kependudukan": nik, "nama": name.title(), "jenis_kelamin": "2"}
            said |= {"tanggal_lahir": f"{born}", "umur": "0", "status_hubungan_keluarga": "3"}
            put(row.with_cells(**said), is_new=True)

    return Happening(day, "a birth", change)


def death(drop: Path, day: date, drawn: random.Random) -> Happening:
    """Somebody died, as the register says from now on."""
    nik = drawn.choice([row.says("NIK") for row in rows(drop, RESIDENTS) if _is_plain(row)])
    died = day - timedelta(days=drawn.randrange(1, 60))

    def change(drop: Path) -> None:
        for row in _of_card(drop, RESIDENTS, "NIK", nik):
            put(row.with_cells(STATUS_PENDUDUK="MENINGGAL", TGL_STATUS=f"{died:%d-%m-%Y}"))

    return Happening(day, "a death", change)


def correction(drop: Path, day: date, drawn: random.Random) -> Happening:
    """One cell of one list says something else from now on."""
    pattern, name = drawn.choice(sorted(CORRECTED))
    found = list(rows(drop, pattern))
    said = drawn.choice(CORRECTED[pattern, name])
    key = drawn.choice(found).cells[:3] if found else ()

    def change(drop: Path) -> None:
        for row in rows(drop, pattern):
            if row.cells[:3] == key:
                put(row.with_cells(**{name: said}))
                return

    return Happening(day, f"a correction of {name} in {pattern}", change)


def leaving(drop: Path, day: date, drawn: random.Random) -> Happening:
    """A row of a list is gone from now on."""
    pattern = drawn.choice([MEMBERS, "bnba_*.csv", "pkd_*_10.csv", "pip_*.csv"])
    found = list(rows(drop, pattern))
    key = drawn.choice(found).cells[:3] if found else ()

    def change(drop: Path) -> None:
        for row in rows(drop, pattern):
            if row.cells[:3] == key:
                lines = row.path.read_bytes().splitlines(keepends=True)
                row.path.write_bytes(b"".join(lines[: row.at] + lines[row.at + 1 :]))
                return

    return Happening(day, f"a row gone from {pattern}", change)


def rename_heading(drop: Path, pattern: str, old: bytes, new: bytes) -> None:
    """Let the files of a list call a column otherwise."""
    for path in drop.glob(pattern):
        path.write_bytes(path.read_bytes().replace(old, new, 1))


def _is_plain(row: Row) -> bool:
    """Whether somebody lives here under numbers that are whole."""
    whole = all(re.fullmatch("3[0-9]{15}", row.says(name)) for name in ("NIK", "NO_KK"))
    return whole and row.says("STATUS_PENDUDUK") == "AKTIF"


def _of_card(drop: Path, pattern: str, name: str, number: str) -> list[Row]:
    """The first row with a number, or none."""
    return [row for row in rows(drop, pattern) if row.says(name) == number][:1]
