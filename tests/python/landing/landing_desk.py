"""A desk to land drops on: an inbox, a workspace, and ways to look at what came out."""

import csv
import hashlib
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import xlsxwriter

from selaras.landing import LandedFile, LandingResult, land
from selaras.workspace import Workspace

DAY = "2025-10-24"
PKD = "pkd_2025_10.csv"
PKD_HEADER = "NIK;NO_KK;NAMA;TGL_LAHIR;JENIS_KARTU;KELURAHAN;BULAN;NOMINAL;STATUS;NO_REKENING"
KJMU = "kjmu_tahap1_2025.xlsx"
KJMU_HEADER = ["NIK", "No KK", "Nama", "Tanggal Lahir", "Perguruan Tinggi", "Akreditasi",
               "Semester", "Dana Per Semester", "Status"]  # fmt: skip


def pkd_row(number: int = 1, name: str = "SITI AMINAH") -> str:
    """A well-formed row of the card list."""
    nik = f"31710141015{number:05d}"
    return f"{nik};31710101015{number:05d};{name};01/01/1950;KLJ;GAMBIR;2025-10;300000;CAIR;77"


def kjmu_row(number: int = 1, nik: object = None) -> list[object]:
    """A row of the student list, everything as text."""
    return [nik or f"31710141059{number:05d}", f"31710101059{number:05d}", "BUDI", "12 Mei 2005",
            "UI", "Unggul", "20251", "9000000", "AKTIF"]  # fmt: skip


@dataclass
class Desk:
    """An inbox and a workspace of one test."""

    folder: Path

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.folder / "home")

    def put(self, name: str, content: str | bytes, day: str = DAY) -> Path:
        """Put a file into a drop."""
        path = self.inbox / day / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def pkd(self, *lines: str | bytes, end: str = "\n", header: str = PKD_HEADER) -> Path:
        """Put the card list with these lines under its header."""
        encoded = [line if isinstance(line, bytes) else line.encode() for line in lines]
        return self.put(PKD, b"\n".join([header.encode(), *encoded]) + end.encode())

    def workbook(self, rows: list[list[object]], name: str = KJMU, hidden: bool = False) -> Path:
        """Put a workbook with these rows from its first row on."""
        path = self.inbox / DAY / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet("Data")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(at, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif cell is not None:
                    sheet.write(at, column, cell)
        if hidden:
            secret = book.add_worksheet("Rahasia")
            secret.write_row(0, 0, KJMU_HEADER)
            secret.write_row(1, 0, kjmu_row(9))
            secret.hide()
        book.close()
        return path

    def manifest(self, *lines: str, header: str = "file,source,rows,sha256,as_of,sent_by") -> Path:
        """Put a manifest with these lines."""
        return self.put("manifest.csv", "\n".join([header, *lines]) + "\n")

    def land(self, **options: object) -> LandingResult:
        """Land the inbox."""
        return land(self.inbox, self.workspace, **options)

    def land_one(self) -> LandedFile:
        """Land the inbox and give the one file of it, whose counts must close."""
        (file,) = self.land().files
        assert file.rows_read == file.rows_accepted + file.rows_quarantined
        return file

    def rows(self, table: str, columns: str = "*") -> list[tuple]:
        """Landed rows of a table such as `dinsos/pkd`, in the order of the file."""
        files = self.workspace.landing / table / "**/*.parquet"
        query = f"select {columns} from read_parquet('{files}', union_by_name = true,"
        query += " hive_partitioning = false)"
        return duckdb.sql(query + (" order by line" if table.count("/") else "")).fetchall()

    def quarantine(self) -> list[tuple[int, str, str]]:
        """Line, reason and text of the rows set aside."""
        return sorted(self.rows("quarantine", "line, reason, raw"))

    def state(self) -> dict[str, int]:
        """Every file of the workspace with its time, but for the lock."""
        files = (p for p in self.workspace.home.rglob("*") if p.name != ".lock")
        return {str(path): path.stat().st_mtime_ns for path in files}


def sha256(path: Path) -> str:
    """The checksum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def as_csv(rows: list[list[str]], delimiter: str, quoting: int = csv.QUOTE_ALL) -> str:
    """Rows as a CSV text."""
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
    return target.getvalue()
