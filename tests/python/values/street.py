"""A street to put people in, each a family of their own, and the lists that name them.

Everybody is fit for the senior card (KLJ) unless something else is said of them, so that what a
cell was taken for shows in a verdict.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path

DAY = "2025-10-24"
HERE, HERE_BPS = "3171011001", "3173080003"  # one kelurahan in both schemes
FORMS = {
    "keluarga_dtsen_v3_2025_31.73.csv": "|",
    "anggota_keluarga_dtsen_v3_2025_31.73.csv": "|",
    "bnba_pkh_2025_tahap4.csv": ";",
    "bnba_sembako_2025_10.csv": "|",
    "pkd_2025_10.csv": ";",
}


@dataclass
class Person:
    """Somebody with a card and a number of their own."""

    nik: str
    card: str
    name: str
    born: str  # yyyy-mm-dd

    @property
    def slashed(self) -> str:
        return "/".join(reversed(self.born.split("-")))


@dataclass
class Street:
    """The rows of one drop, by file."""

    day: str = DAY
    files: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def add(self, file: str, **row: str) -> None:
        """One row of a file."""
        self.files.setdefault(file, []).append(row)

    def person(
        self,
        name: str,
        born: str = "1950-05-10",
        *,
        sex: str = "L",
        car: str = "2",
        decile: str = "2",
        card: str | None = None,
        member: dict[str, str] | None = None,
        **resident: str,
    ) -> Person:
        """Somebody in both registers; `resident` and `member` say what is written otherwise."""
        number = 9001 + len(self.people)
        day = int(born[8:10]) + (40 if sex == "P" else 0)
        nik = f"317101{day:02}{born[5:7]}{born[2:4]}{number}"
        person = Person(nik, card or f"317101120315{number}", name, born)
        self.people[name] = person
        if card is None:
            self.add(
                "keluarga_dtsen_v3_2025_31.73.csv",
                kode_kabupaten_kota="3173",
                kode_kecamatan="3173080",
                kode_kelurahan_desa=HERE_BPS,
                nomor_kartu_keluarga=person.card,
                desil_nasional=decile,
                aset_bergerak_mobil=car,
            )
        self.files.setdefault("anggota_keluarga_dtsen_v3_2025_31.73.csv", []).append(
            {
                "nomor_induk_kependudukan": nik,
                "nomor_kartu_keluarga": person.card,
                "nama": name,
                "tanggal_lahir": born,
                "jenis_kelamin": "1" if sex == "L" else "2",
                "status_hubungan_keluarga": "1" if card is None else "3",
                "partisipasi_sekolah": "3",
                "jenjang_tertinggi_yang_diduduki": "",
                **(member or {}),
            }
        )
        self.add(
            f"dukcapil_penduduk_{self.day.replace('-', '')}.csv",
            **{
                "NIK": nik,
                "NO_KK": person.card,
                "NAMA_LGKP": name,
                "JENIS_KLMIN": sex,
                "TGL_LHR": "-".join(reversed(born.split("-"))),
                "JENIS_PKRJN": "BURUH HARIAN LEPAS",
                "STATUS_PENDUDUK": "AKTIF",
                "TGL_STATUS": "",
                "KODE_WILAYAH": HERE,
            }
            | resident,
        )
        return person

    def again(self, person: Person, **row: str) -> None:
        """Another row of the civil registry on the same number."""
        rows = self.files[f"dukcapil_penduduk_{self.day.replace('-', '')}.csv"]
        rows.append(next(each for each in rows if each["NIK"] == person.nik) | row)

    def objection(self, number: str, person: Person, until: str, **row: str) -> None:
        """An accepted objection to the car of somebody."""
        self.add(
            f"sanggah_{self.day.replace('-', '')}.csv",
            **{
                "ID": number,
                "NIK": person.nik,
                "NO_KK": person.card,
                "PROGRAM": "KLJ",
                "KRITERIA": "owns_no_car",
                "STATUS": "DITERIMA",
                "BERLAKU_SAMPAI": until,
                "TANGGAL": "2025-06-01",
            }
            | row,
        )

    def stay(self, person: Person, **row: str) -> None:
        """Somebody in a care home."""
        self.add(
            f"panti_{self.day.replace('-', '')}.csv",
            **{
                "NIK": person.nik,
                "NAMA": person.name,
                "NAMA_PANTI": "Panti Satu",
                "TGL_MASUK": "2024-02-15",
                "TGL_KELUAR": "",
            }
            | row,
        )

    def property(self, person: Person, **row: str) -> None:
        """A property of somebody; where nobody has one, nothing is known of anybody's."""
        self.add(
            f"bapenda_aset_{self.day.replace('-', '')}.csv",
            **{"NIK": person.nik, "JENIS": "PBB", "NJOP": "500000000", "TAHUN": "2025"} | row,
        )

    def card_aid(self, person: Person, **row: str) -> None:
        """Somebody on the list of the senior card."""
        self.add(
            "pkd_2025_10.csv",
            **{
                "NIK": person.nik,
                "NO_KK": person.card,
                "NAMA": person.name,
                "TGL_LAHIR": person.slashed,
                "JENIS_KARTU": "KLJ",
                "BULAN": "2025-10",
                "NOMINAL": "300000",
                "STATUS": "AKTIF",
            }
            | row,
        )

    def pkh(self, person: Person, member: Person | None = None, **row: str) -> None:
        """Somebody in a component of PKH, paid for by themselves or by somebody else."""
        member = member or person
        self.add(
            "bnba_pkh_2025_tahap4.csv",
            **{
                "NO_KK": person.card,
                "NIK_PENGURUS": person.nik,
                "NAMA_PENGURUS": person.name,
                "NIK_ANGGOTA": member.nik,
                "NAMA_ANGGOTA": member.name,
                "TGL_LAHIR_ANGGOTA": member.slashed,
                "KOMPONEN": "LANSIA",
                "TAHAP": "4",
                "TAHUN": "2025",
                "NOMINAL": "600000",
                "STATUS_SALUR": "BERHASIL",
                "TGL_SALUR": "05/10/2025",
            }
            | row,
        )

    def sembako(self, person: Person, **row: str) -> None:
        """A family on the food list."""
        self.add(
            "bnba_sembako_2025_10.csv",
            **{
                "NIK": person.nik,
                "NO_KK": person.card,
                "NAMA": person.name,
                "PERIODE": "2025-10",
                "NOMINAL": "200000",
                "STATUS_SALUR": "BERHASIL",
                "TGL_SALUR": "06/10/2025",
            }
            | row,
        )

    def pip(self, person: Person, **row: str) -> None:
        """A pupil of PIP."""
        self.add(
            "pip_2025_jakarta.csv",
            **{
                "NIK": person.nik,
                "NAMA_SISWA": person.name,
                "TANGGAL_LAHIR": person.born,
                "JENJANG": "SD",
                "NOMINAL": "450000",
                "STATUS": "CAIR",
                "TGL_CAIR": "",
            }
            | row,
        )

    def kjp(self, person: Person, **row: str) -> None:
        """A pupil of KJP Plus."""
        self.add(
            "kjp_plus_tahap2_2025.csv",
            **{
                "NIK Siswa": person.nik,
                "No KK": person.card,
                "Nama Siswa": person.name,
                "Tanggal Lahir": person.slashed,
                "Jenjang": "SMA",
                "Kelurahan": "Gambir",
                "Dana Per Bulan": "420000",
                "Status": "AKTIF",
            }
            | row,
        )

    def write(self, inbox: Path) -> Path:
        """Write every file of the drop under an inbox."""
        drop = inbox / self.day
        drop.mkdir(parents=True)
        for name, rows in self.files.items():
            with (drop / name).open("w", encoding="utf-8", newline="") as file:
                header = list(dict.fromkeys(key for row in rows for key in row))
                writer = csv.DictWriter(file, header, restval="", delimiter=FORMS.get(name, ","))
                writer.writeheader()
                writer.writerows(rows)
        return inbox
