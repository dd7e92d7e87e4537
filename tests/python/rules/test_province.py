"""Another province by the recipe of the guide: its programmes and lists beside the central ones.

Nusa Cendana is invented, and so is everybody in it; every expectation was worked out by hand.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from town import write_csv

from selaras.landing.drop import SAMPLE_MARK
from selaras.sample.week import write_mark
from selaras.workspace import PROJECT

GUIDE = PROJECT / "docs/guides/go-to-the-nation.md"
OWN = Path(__file__).with_name("province")
DAY = "2025-10-24"
NAMED = re.compile(r"(?<!_in_)jakarta(?!_id)|\bdki|_dki|kjp_plus|klj|\"31\d", re.IGNORECASE)
Ask = Callable[[str], list[tuple]]

# card, kelurahan, the same for BPS, decile
FAMILIES = [
    ("7871010201159001", "7871011001", "7872010006", "2"),
    ("7871010201159002", "7871011002", "7872010007", "4"),
    ("7801010201159003", "7801012001", "7802030004", "7"),
    ("7801010201159004", "7801012001", "7802030004", "3"),
    ("7871010201159005", "7871011001", "7872010006", "1"),
    ("7801010201159006", "7801012001", "7802030004", "2"),
    ("7871010201159007", "7871011002", "7872010007", "3"),
]
# number, family, name, birth date, sex, role, school, level, job
PEOPLE = [
    ("7871010503509001", 0, "ARSO LEMBAYUNG", "1950-03-05", "1", "1", "3", "", "BURUH"),
    ("7871015207589002", 1, "WULAN SARI", "1958-07-12", "2", "1", "3", "", "IBU"),
    ("7801012001559003", 2, "SURYA LONTAR", "1955-01-20", "1", "1", "3", "", "BURUH"),
    ("7801014302579004", 3, "SEKAR WANGI", "1957-02-03", "2", "1", "3", "", "IBU"),
    ("7871014605889005", 4, "RATNA MELATI", "1988-05-06", "2", "1", "3", "", "BURUH"),
    ("7871014904159006", 4, "INTAN MELATI", "2015-04-09", "2", "3", "2", "2", "PELAJAR"),
    ("7801011009809007", 5, "GALIH PERKASA", "1980-09-10", "1", "1", "3", "", "BURUH"),
    ("7801011111149008", 5, "BAYU PERKASA", "2014-11-11", "1", "3", "2", "2", "PELAJAR"),
    ("3171014801559009", 6, "LASTRI UTAMI", "1955-01-08", "2", "1", "3", "", "IBU"),
]  # fmt: skip
JOBS = {
    "BURUH": "BURUH HARIAN LEPAS",
    "IBU": "MENGURUS RUMAH TANGGA",
    "PELAJAR": "PELAJAR/MAHASISWA",
}
ARSO, WULAN, SURYA, SEKAR, RATNA, INTAN, GALIH, BAYU, LASTRI = range(len(PEOPLE))


def steps(guide: Path = GUIDE) -> list[str]:
    """The commands of the recipe, as a guide shows them."""
    return re.findall(r"^```sh\n(.*?)^```$", guide.read_text(encoding="utf-8"), re.M | re.S)


def take_out(path: Path, indent: int, gone: str) -> None:
    """By hand: the entries at an indent that say what is gone."""
    text = path.read_text(encoding="utf-8")
    entries = re.split(rf"^(?= {{0,{indent}}}\S)", text, flags=re.M)
    kept = [each for each in entries if not re.search(gone, each)]
    assert len(kept) < len(entries)
    path.write_text("".join(kept), encoding="utf-8")


def edit(path: Path, old: str, new: str) -> None:
    """By hand: one place of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def first_edits(clone: Path) -> None:
    """What the guide says to take out by hand after the programmes are gone."""
    names = "|".join(("klj", "kpdj", "kaj", "kjp_plus", "kjmu", "diploma_relief", "pbi_apbd"))
    take_out(clone / "rules/overlaps.yml", 2, rf"between: .*\b({names})\b")
    dinsos = clone / "models/staging/dinsos"
    take_out(dinsos / "_dinsos__sources.yml", 6, "identifier: dinsos__pkd")
    take_out(dinsos / "_dinsos__models.yml", 2, "name: stg_dinsos__pkd\n")
    bps = clone / "models/staging/bps/_bps__sources.yml"
    edit(bps, ", pbi_apbd: has_local_insurance", "")


def second_edits(clone: Path) -> None:
    """What the guide says to write: places, rules, contracts that are filled in, overlaps."""
    for name in ("region", "region_code_crosswalk"):
        shutil.copy(OWN / f"{name}.csv", clone / "seeds")
    for path in (clone / "models/staging").glob("di*/*"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("FILL IN ", ""), encoding="utf-8")
    for name in ("kartu_lansia", "beasiswa"):
        shutil.copy(OWN / f"{name}.yml", clone / "rules")
    own = (OWN / "overlaps.yml").read_text(encoding="utf-8")
    edit(clone / "rules/overlaps.yml", "overlaps:\n", f"{own}\n")


def write_drop(inbox: Path) -> None:
    """One drop: the registers, three central lists, and the two of the province."""
    drop = inbox / DAY
    drop.mkdir(parents=True)
    for city in ("7872", "7802"):
        at = [place for place, each in enumerate(FAMILIES) if each[2].startswith(city)]
        families = [
            {
                "kode_kabupaten_kota": city,
                "kode_kecamatan": bps[:7],
                "kode_kelurahan_desa": bps,
                "nomor_kartu_keluarga": card,
                "desil_nasional": decile,
                "aset_bergerak_mobil": "2",
            }
            for card, _, bps, decile in (FAMILIES[each] for each in at)
        ]
        members = [
            {
                "nomor_induk_kependudukan": nik,
                "nomor_kartu_keluarga": FAMILIES[family][0],
                "nama": name,
                "tanggal_lahir": born,
                "jenis_kelamin": sex,
                "status_hubungan_keluarga": role,
                "partisipasi_sekolah": school,
                "jenjang_tertinggi_yang_diduduki": level,
                "kelas_tertinggi_yang_diduduki": "4" if level else "",
                "kode_provinsi_ktp": nik[:2],
            }
            for nik, family, name, born, sex, role, school, level, _ in PEOPLE
            if family in at
        ]
        name = f"dtsen_v3_2025_{city[:2]}.{city[2:]}.csv"
        write_csv(drop / f"keluarga_{name}", families, "|", csv.QUOTE_ALL)
        write_csv(drop / f"anggota_keluarga_{name}", members, "|", csv.QUOTE_ALL)
    residents = [
        {
            "NIK": nik,
            "NO_KK": FAMILIES[family][0],
            "NAMA_LGKP": name,
            "JENIS_KLMIN": "L" if sex == "1" else "P",
            "TGL_LHR": backwards(born, "-"),
            "JENIS_PKRJN": JOBS[job],
            "STATUS_PENDUDUK": "AKTIF",
            "TGL_STATUS": "",
            "KODE_WILAYAH": FAMILIES[family][1],
        }
        for nik, family, name, born, sex, *_, job in PEOPLE[:LASTRI]
    ]
    write_csv(drop / "dukcapil_penduduk_20251024.csv", residents, ",")
    pkh = {
        "NO_KK": FAMILIES[0][0],
        "NIK_PENGURUS": PEOPLE[ARSO][0],
        "NAMA_PENGURUS": PEOPLE[ARSO][2],
        "NIK_ANGGOTA": PEOPLE[ARSO][0],
        "NAMA_ANGGOTA": PEOPLE[ARSO][2],
        "TGL_LAHIR_ANGGOTA": backwards(PEOPLE[ARSO][3], "/"),
        "KOMPONEN": "LANSIA",
        "TAHAP": "4",
        "TAHUN": "2025",
        "NOMINAL": "600000",
        "STATUS_SALUR": "BERHASIL",
        "TGL_SALUR": "05/10/2025",
    }
    write_csv(drop / "bnba_pkh_2025_tahap4.csv", [pkh], ";")
    sembako = [
        {
            "NIK": PEOPLE[person][0],
            "NO_KK": FAMILIES[PEOPLE[person][1]][0],
            "NAMA": PEOPLE[person][2],
            "NOMINAL": "200000",
            "STATUS_SALUR": "BERHASIL",
            "TGL_SALUR": "06/10/2025",
            "PERIODE": "2025-10",
        }
        for person in (ARSO, RATNA)
    ]
    write_csv(drop / "bnba_sembako_2025_10.csv", sembako, "|")
    pip = {
        "NIK": PEOPLE[INTAN][0],
        "NAMA_SISWA": PEOPLE[INTAN][2],
        "TANGGAL_LAHIR": PEOPLE[INTAN][3],
        "JENJANG": "SD",
        "NOMINAL": "450000",
        "STATUS": "CAIR",
        "TGL_CAIR": "2025-09-01",
    }
    write_csv(drop / "pip_2025_nusa_cendana.csv", [pip], ",")
    for name, amount, people in (
        ("kartu_lansia", "250000", (ARSO, WULAN, SURYA)),
        ("beasiswa", "150000", (INTAN, BAYU)),
    ):
        rows = [
            {
                "NIK": PEOPLE[person][0],
                "NO_KK": FAMILIES[PEOPLE[person][1]][0],
                "NAMA": PEOPLE[person][2],
                "TANGGAL_LAHIR": backwards(PEOPLE[person][3], "/"),
                "NOMINAL": amount,
                "STATUS": "AKTIF",
            }
            for person in people
        ]
        write_csv(drop / f"{name}_2025_10.csv", rows, ",")
    write_mark(drop)
    assert (drop / SAMPLE_MARK).is_file()


def backwards(day: str, mark: str) -> str:
    """A day of the calendar as lists write it, the day first."""
    return mark.join(reversed(day.split("-")))


@pytest.fixture(scope="module")
def province(module_clone: Path) -> Path:
    """A copy of the project after the recipe, with one week built in its home."""
    clone = module_clone
    for folder in ("reforms", "allocations"):
        shutil.copytree(PROJECT / folder, clone / folder)
    command = clone / ".venv/bin/selaras"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m selaras "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    write_drop(clone / "drops")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
    environment = clean | {"PYTHONPATH": str(clone / "scripts")}
    edits = (first_edits, second_edits, None)
    for step, by_hand in zip(steps(), edits, strict=True):
        ran = subprocess.run(
            ["bash", "-e", "-c", step], cwd=clone, env=environment, capture_output=True, text=True
        )
        assert ran.returncode == 0, step + (ran.stdout + ran.stderr)[-3000:]
        if by_hand:
            by_hand(clone)
    return clone


@pytest.fixture(scope="module")
def ask(province: Path) -> Ask:
    """Put a question to the warehouse of the province."""
    connection = duckdb.connect(str(province / "home/selaras.duckdb"), read_only=True)
    return lambda sql: sorted(connection.sql(sql).fetchall(), key=repr)


def test_both_languages_show_the_same_commands() -> None:
    assert steps() == steps(PROJECT / "docs/id/guides/go-to-the-nation.md")


def test_each_programme_of_the_province_judges_by_its_own_rule(ask: Ask) -> None:
    found = ask(
        "select programme_id, full_name, verdict, coverage, unmet_criteria, entitled_amount"
        " from eligibility.fct_eligibility join conformed.dim_person using (person_id)"
        " where programme_id in ('beasiswa', 'kartu_lansia')"
    )
    assert found == [
        ("beasiswa", "BAYU PERKASA", "eligible", "reached", "", 150_000),
        ("beasiswa", "INTAN MELATI", "eligible", "reached", "", 150_000),
        ("kartu_lansia", "ARSO LEMBAYUNG", "eligible", "reached", "", 250_000),
        ("kartu_lansia", "LASTRI UTAMI", "ineligible", "outside", "has_province_id", None),
        ("kartu_lansia", "SEKAR WANGI", "eligible", "missed", "", 250_000),
        ("kartu_lansia", "SURYA LONTAR", "ineligible", "leaked", "is_in_decile", None),
        ("kartu_lansia", "WULAN SARI", "eligible", "reached", "", 250_000),
    ]


def test_central_programmes_judge_as_they_are(ask: Ask) -> None:
    found = ask(
        "select programme_id, no_kk, verdict, coverage, entitled_amount"
        " from eligibility.fct_eligibility join conformed.dim_household using (household_id)"
        " where programme_id in ('pkh', 'sembako') and person_id is null"
    )
    cards = [card for card, *_ in FAMILIES]
    assert found == sorted(
        [
            ("pkh", cards[0], "eligible", "reached", 200_000),  # one of 75
            ("pkh", cards[1], "eligible", "missed", 200_000),  # one of 67
            ("pkh", cards[3], "eligible", "missed", 200_000),  # one of 68
            ("pkh", cards[4], "eligible", "missed", 75_000),  # a pupil
            ("pkh", cards[5], "eligible", "missed", 75_000),  # a pupil
            ("pkh", cards[6], "undetermined", "open", None),  # no register says that she lives
            ("sembako", cards[0], "eligible", "reached", 200_000),
            ("sembako", cards[1], "eligible", "missed", 200_000),
            ("sembako", cards[3], "eligible", "missed", 200_000),
            ("sembako", cards[4], "eligible", "reached", 200_000),
            ("sembako", cards[5], "eligible", "missed", 200_000),
            ("sembako", cards[6], "undetermined", "open", None),
        ],
        key=repr,
    )


def test_overlaps_with_central_programmes_are_found(ask: Ask) -> None:
    found = ask(
        "select rule_id, full_name, kind, keep_programme_id, review_agency, starts_on::varchar,"
        " ends_on::varchar, monthly_amount_at_stake"
        " from overlap.fct_finding join conformed.dim_person using (person_id)"
    )
    october = ("2025-10-01", "2025-11-01")
    assert found == [
        ("pip_beasiswa", "INTAN MELATI", "same_purpose", None, "disdik_nc", *october, 37_500),
        (
            *("pkh_elderly_kartu_lansia", "ARSO LEMBAYUNG", "exclusive", "pkh", "dinsos_nc"),
            *(*october, 200_000),
        ),
    ]
    assert ask("select count(*) from overlap.fct_finding") == [(2,)]


def test_marts_count_by_the_places_of_the_province(ask: Ask) -> None:
    found = ask(
        "select region_code, city_name, family_count, recipient_family_count,"
        " several_programme_family_count, cross_level_family_count, monthly_amount"
        " from marts.mart_region"
    )
    assert found == [
        ("7801012001", "Kabupaten Lontar", 3, 2, 0, 0, 400_000),
        ("7871011001", "Kota Cendana", 2, 2, 2, 2, 1_037_500),
        ("7871011002", "Kota Cendana", 2, 1, 0, 0, 250_000),
    ]
    assert ask("select metric_id, value from marts.mart_headline where unit = 'families'") == [
        ("all_families", 2),
        ("cross_level_families", 2),
        ("regular_families", 2),
        ("temporary_cash_families", 0),
    ]


def test_nothing_of_jakarta_is_left_in_what_is_published(ask: Ask) -> None:
    schemas = "table_schema in ('marts', 'open_data')"
    tables = ask(
        f"select table_schema || '.' || table_name from information_schema.tables where {schemas}"
    )
    assert len(tables) > 30
    found = {}
    for (table,) in tables:
        # Citations stay: what a ministry wrote of Jakarta was written of Jakarta.
        shown = "* exclude (source)" if table.startswith("marts.mart_parameter") else "*"
        rows = ask(f"select to_json(t)::varchar from (select {shown} from {table}) as t")
        says = {match[0] for (row,) in rows for match in NAMED.finditer(row)}
        found |= {table: says} if says else {}
    assert found == {}
