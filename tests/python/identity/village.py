"""A village whose civil registry changes from drop to drop; who became what is told in DROPS."""

import csv
import random
from dataclasses import dataclass, replace
from pathlib import Path

HERE = "3171011001"  # Kemendagri; the same kelurahan is 3173080003 for BPS
DAYS = ("2025-10-10", "2025-10-17", "2025-10-24")
SENT_LATE = "2025-10-24"  # the only drop with a card list, which goes on with old numbers


@dataclass(frozen=True)
class Villager:
    """Somebody as the civil registry writes them."""

    nik: str
    card: str
    name: str
    born: str  # dd-mm-yyyy
    sex: str = "L"


def card(number: int) -> str:
    """An invented family card."""
    return f"317101120315{number}"


BUDI = Villager("3171011005609001", card(9001), "BUDI SANTOSA", "10-05-1960")
SITI = Villager("3171015708639002", card(9001), "SITI AMINAH", "17-08-1963", "P")
ANDI = Villager("3171010201409123", card(9001), "ANDI SANTOSA", "02-01-1940")
TONO = Villager("3171012003809004", card(9002), "TONO WIJAYA", "20-03-1980")
RINI = Villager("3171014106139005", card(9002), "RINI WIJAYA", "01-06-2013", "P")
JOKO = Villager("3171010912859006", card(9003), "JOKO SUSILO", "09-12-1985")
DEWI = Villager("3171015501879007", card(9003), "DEWI LESTARI", "15-01-1987", "P")
DIMAS = Villager("3171011501059008", card(9003), "DIMAS SUSILO", "15-01-2005")
NUR = Villager("3171014802509009", card(9004), "NUR HAYATI", "08-02-1950", "P")
AGUS = Villager("3171012511459010", card(9006), "AGUS REJO", "25-11-1945")
FIRST = (BUDI, SITI, ANDI, TONO, RINI, JOKO, DEWI, DIMAS, NUR, AGUS)

# Second drop: two numbers are corrected, a card is renewed.
ANDI_AGAIN = replace(ANDI, nik="3171010201409132")
AGUS_AGAIN = replace(AGUS, nik="3171012511459011")
RENEWED = tuple(replace(each, card=card(9005)) for each in (TONO, RINI))
SECOND = (BUDI, SITI, ANDI_AGAIN, *RENEWED, JOKO, DEWI, DIMAS, NUR, AGUS_AGAIN)

# Third drop: a correction is corrected, a son leaves, a widow moves in, a number comes back.
ANDI_AT_LAST = replace(ANDI, nik="3171010201409134")
DIMAS_ALONE = replace(DIMAS, card=card(9007))
NUR_MOVED = replace(NUR, card=card(9001))
THIRD = (
    *(BUDI, SITI, ANDI_AT_LAST, *RENEWED, JOKO, DEWI, DIMAS_ALONE, NUR_MOVED),
    *(AGUS_AGAIN, AGUS),
)
DROPS = dict(zip(DAYS, (FIRST, SECOND, THIRD), strict=True))


def write_village(inbox: Path, seed: int | None = None) -> None:
    """Write all drops; with a seed, the rows of every file in another order."""
    order = random.Random(seed) if seed is not None else None
    for day, people in DROPS.items():
        drop = inbox / day
        drop.mkdir(parents=True)
        stamp = day.replace("-", "")
        _write(drop / f"dukcapil_penduduk_{stamp}.csv", map(_resident, people), ",", order)
        if day == DAYS[0]:
            _write(
                drop / "anggota_keluarga_dtsen_v3_2025_31.73.csv", map(_member, FIRST), "|", order
            )
        if day == SENT_LATE:
            _write(drop / "pkd_2025_10.csv", map(_listed, (ANDI, ANDI_AGAIN, TONO)), ";", order)


def _resident(each: Villager) -> dict[str, str]:
    return {
        "NIK": each.nik,
        "NO_KK": each.card,
        "NAMA_LGKP": each.name,
        "JENIS_KLMIN": each.sex,
        "TGL_LHR": each.born,
        "STATUS_PENDUDUK": "AKTIF",
        "KODE_WILAYAH": HERE,
    }


def _member(each: Villager) -> dict[str, str]:
    return {
        "nomor_induk_kependudukan": each.nik,
        "nomor_kartu_keluarga": each.card,
        "nama": each.name,
        "tanggal_lahir": "-".join(reversed(each.born.split("-"))),
        "jenis_kelamin": {"L": "1", "P": "2"}[each.sex],
        "status_hubungan_keluarga": "1",
    }


def _listed(each: Villager) -> dict[str, str]:
    return {
        "NIK": each.nik,
        "NO_KK": each.card,
        "NAMA": each.name,
        "TGL_LAHIR": each.born.replace("-", "/"),
        "JENIS_KARTU": "KLJ",
        "BULAN": "2025-10",
        "NOMINAL": "300000",
        "STATUS": "AKTIF",
    }


def _write(path: Path, written: map, delimiter: str, order: random.Random | None) -> None:
    rows = list(written)
    if order:
        order.shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
