"""Lists whose rows name people of an invented city without a usable number."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

Person = dict[str, str]
Row = dict[str, str]
DAYS = ("2025-10-24", "2025-10-31")


def residents(drop: Path) -> list[Person]:
    """The people of the civil registry, one family member after the other, each name once."""
    [path] = drop.glob("dukcapil_*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        people = [each for each in csv.DictReader(file) if each["STATUS_PENDUDUK"] == "AKTIF"]
    names = [each["NAMA_LGKP"] for each in people]
    return [each for each in people if names.count(each["NAMA_LGKP"]) == 1]


def row_of(person: Person) -> Row:
    """A row of a PKD list that names somebody rightly; the month makes it a list of its own."""
    return {
        "NIK": person["NIK"],
        "NO_KK": person["NO_KK"],
        "NAMA": person["NAMA_LGKP"],
        "TGL_LAHIR": person["TGL_LHR"].replace("-", "/"),
        "JENIS_KARTU": "KLJ",
        "BULAN": "2025-10",
        "NOMINAL": "300000",
        "STATUS": "AKTIF",
    }


def _digit(number: str, at: int) -> str:
    """A number with one digit written as the next one."""
    return number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]


def _exchanged(number: str, at: int) -> str:
    """A number with two neighbouring digits exchanged."""
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _near(row: Row, days: int) -> str:
    """The birth date some days off."""
    day, month, year = map(int, row["TGL_LAHIR"].split("/"))
    return (date(year, month, day) + timedelta(days)).strftime("%d/%m/%Y")


# What befell a row, and whether the rest of it still tells who is meant.
FOUND: dict[str, Callable[[Row], Row]] = {
    "no number": lambda row: {"NIK": ""},
    "no number and no card": lambda row: {"NIK": "-", "NO_KK": ""},
    "last digit zeroed": lambda row: {"NIK": row["NIK"][:15] + "0", "NO_KK": ""},
    "one digit wrong": lambda row: {"NIK": _digit(row["NIK"], 13)},
    "two digits wrong": lambda row: {"NIK": _digit(_digit(row["NIK"], 2), 13)},
    "two digits exchanged": lambda row: {
        "NIK": row["NIK"][:12] + row["NIK"][13::-1][:2] + row["NIK"][14:]
    },
    "cut short": lambda row: {"NIK": row["NIK"][:14]},
    "scientific": lambda row: {"NIK": "3.17509E+15"},
    "card in place of the number": lambda row: {"NIK": row["NO_KK"]},
    "no number and a date near by": lambda row: {"NIK": "", "TGL_LAHIR": _near(row, 9)},
    "no number and a title": lambda row: {"NIK": "", "NAMA": f"H. {row['NAMA'].title()}, S.Pd."},
    "no number and old spelling": lambda row: {"NIK": "", "NAMA": row["NAMA"].replace("U", "OE")},
    "no number and a slip": lambda row: {"NIK": "", "NAMA": row["NAMA"] + "H"},
    "no number and digits in the name": lambda row: {"NIK": "", "NAMA": row["NAMA"] + " 2"},
}
# Name and card alone: enough where the name is rare.
LEFT: dict[str, Callable[[Row], Row]] = {
    "no number and no date": lambda row: {"NIK": "", "TGL_LAHIR": ""},
    "no number and an impossible date": lambda row: {"NIK": "", "TGL_LAHIR": "31/02/1950"},
    "no number and a date to come": lambda row: {"NIK": "", "TGL_LAHIR": "01/01/2090"},
}
OPEN: dict[str, Callable[[Row], Row]] = {
    "no number and no name": lambda row: {"NIK": "", "NAMA": ""},
    "no number and another script": lambda row: {"NIK": "", "NAMA": "سيتي أمينة"},
    "no number and an endless name": lambda row: {"NIK": "", "NAMA": "X" * 300},
    "nothing but a name": lambda row: {"NIK": "", "NO_KK": "", "TGL_LAHIR": "", "NAMA": "SITI"},
    "a date and no more": lambda row: {
        "NIK": "", "NO_KK": "", "TGL_LAHIR": "01/01/1950", "NAMA": "ORANG ASING LAIN",
    },
}  # fmt: skip


def write_pkd(drop: Path, rows: list[Row]) -> None:
    """Write the PKD list of the month."""
    _write(drop / "pkd_2025_10.csv", rows, ";")


def write_zeroed(drop: Path, people: list[Person]) -> None:
    """Write a KIPK list that a spreadsheet went over: every number ends in 0."""
    rows = [
        {
            "NIK": person["NIK"][:15] + "0",
            "NAMA": person["NAMA_LGKP"],
            "TGL_LAHIR": person["TGL_LHR"].replace("-", "/"),
            "SEMESTER": "1",
            "BIAYA_HIDUP_PER_BULAN": "1400000",
            "STATUS": "AKTIF",
        }
        for person in people
    ]
    _write(drop / "kipk_2025_ganjil.csv", rows, ";")


def write_decisions(drop: Path, decisions: list[tuple[str, str]]) -> None:
    """Write decisions of 25 October 2025."""
    rows = [
        {"SUBJECT_ID": subject, "DECISION": word, "DECIDED_BY": "petugas",
         "DECIDED_ON": "2025-10-25", "NOTE": ""}
        for subject, word in decisions
    ]  # fmt: skip
    _write(drop / f"keputusan_{drop.name.replace('-', '')}.csv", rows, ",")


def _write(path: Path, rows: list[Row], delimiter: str) -> None:
    """Write rows as a delimited file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
