"""What stands in a cell is read, or unknown and said so: never taken for something else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from street import Street

Ask = Callable[[str], list[tuple]]

# "berlaku sampai" of an accepted objection of somebody with a car, and the verdict on 24 October
ENDS = {
    "30/09/2025": "ineligible",
    "20250930": "ineligible",
    "15/08/2025 11:59:59 PM": "ineligible",
    "akhir September 2025": "undetermined",
    "2010-05-1234": "undetermined",
    "31/02/2026": "undetermined",
    "0": "undetermined",
    "#REF!": "undetermined",
    "########": "undetermined",
    "?": "undetermined",
    "tidak diketahui": "undetermined",
    "NULL": "eligible",
    "": "eligible",
    "-": "eligible",
    "31/12/2025": "eligible",
    "30/6/26": "eligible",
    "30/6/25": "ineligible",
    "31 Des 2025": "eligible",
    "9999-12-31": "eligible",
    "45960.0": "eligible",  # 30 October 2025
    "2025-10-23T17:00:00.000Z": "eligible",  # 24 October in Jakarta
    "2025-10-23T16:00:00.000Z": "ineligible",
    "24/10/2025": "eligible",  # the day itself is included
    "23/10/2025": "ineligible",
}
# other cells of an objection, and the verdict
OBJECTIONS = {
    "its day is no day": ({"TANGGAL": "kemarin"}, "undetermined"),
    "its day is missing": ({"TANGGAL": ""}, "undetermined"),
    "its day is to come": ({"TANGGAL": "2025-12-01"}, "ineligible"),
    "a dot after the word": ({"STATUS": "Diterima."}, "eligible"),
    "an unknown word": ({"STATUS": "DIKABULKAN SEBAGIAN"}, "undetermined"),
    "rejected": ({"STATUS": "DITOLAK"}, "ineligible"),
    "a title for the programme": ({"PROGRAM": "Kartu Lansia Jakarta"}, "undetermined"),
    "two programmes": ({"PROGRAM": "KPDJ dan KLJ"}, "undetermined"),
    "no programme": ({"PROGRAM": ""}, "undetermined"),
    "another programme": ({"PROGRAM": "KPDJ"}, "ineligible"),
    "a word for the criterion": ({"KRITERIA": "mobil"}, "undetermined"),
    "another criterion": ({"KRITERIA": "owns_no_valuable_property"}, "ineligible"),
    "a card alone": ({"NIK": ""}, "undetermined"),
    "a number that is lost": ({"NIK": "3.17101E+15"}, "undetermined"),
    "ids with blanks": ({"PROGRAM": " Klj ", "KRITERIA": "Owns no car"}, "eligible"),
}
# the words on one objection, and the verdict
LAST_WORDS = {
    "accepted, rejected": (
        ("DITERIMA", "2025-06-01"),
        ("DITOLAK", "2025-09-15"),
        "ineligible",
    ),
    "rejected, accepted": (("DITOLAK", "2025-06-01"), ("DITERIMA", "2025-09-15"), "eligible"),
    "both on one day": (("DITERIMA", "2025-06-01"), ("DITOLAK", "2025-06-01"), "undetermined"),
    "one on no day": (("DITERIMA", "2025-06-01"), ("DITOLAK", "akhir"), "undetermined"),
}
# entry and exit of a care home, and the verdict
STAYS = {
    ("2024-02-15", ""): "ineligible",
    ("2024-02-15", "05/01/26"): "ineligible",
    ("2024-02-15", "1/3/27"): "ineligible",
    ("2024-02-15", "05/01/25"): "eligible",
    ("2024-02-15", "15/09/2025"): "eligible",
    ("2024-02-15", "pindah"): "undetermined",
    ("2024-02-15", "***"): "undetermined",
    ("2024-02-15", "tidak ada"): "ineligible",
    ("entah", ""): "undetermined",
    ("05/01/26", ""): "eligible",
}
# status in the civil registry, and what it is taken for
STATUSES = {
    "MATI": "deceased",
    "WAFAT": "deceased",
    "Meninggal.": "deceased",
    "MENINGGAL?": None,
    "NON AKTIF": "deactivated",
    "TIDAK  AKTIF": "deactivated",
    "PINDAH-KELUAR": "moved_out",
    "HILANG": None,
    "": None,
}
# birth date in the civil registry of somebody born on 7 December 1965, and what is known of it
BIRTHS = {
    "07-12-1965": "1965-12-07",
    "1965-12-06T17:00:00.000Z": "1965-12-07",
    "12/07/1965": "1965-12-07",  # another row of the file proves that a month stands first
    "12/7/65": "1965-12-07",
    "19651207": "1965-12-07",
    "24083": "1965-12-07",
    "24083.0": "1965-12-07",
    "7 Desember 1965": "1965-12-07",
    "'12/07/1965": "1965-12-07",
    "１２／０７／１９６５": "1965-12-07",
    "Dec 7, 1965": "1965-12-07",
}
SCHOOLS = {"SMA": "sma", "MA": None, "MAK": None, "SMALB": None, "SMA/MA": None, "s m k": "smk"}
# region code in the civil registry, and whether it is one of Jakarta
REGIONS = {
    "31.71.01.1001": True,
    "3171019999": True,  # a kelurahan that is not in the list, in this province
    "3201012001": False,
    "9999999999": None,
    "0000000000": None,
    "31710110": None,
}
# fee of a private school beside 420,000 a month, and the amount of the half-year
FEES = {"290000": 4_260_000, "": 2_520_000, "-": 2_520_000, "290rb": None, "gratis": None,
        "#N/A": None, "tidak diketahui": None, "nihil": 2_520_000, "٢٩٠٠٠٠": 4_260_000}  # fmt: skip
# the mark of who is insured by the state, and what is known of it
MARKS = {"1": "pbi_jk", "1.0": "pbi_jk", "01": "pbi_jk", " 1": "pbi_jk", "1,0": "pbi_jk",
         "0": "other", "2": "other", "": "other", "-": "other", "Ya": None, "X": None,
         "#N/A": None, "NULL": "other"}  # fmt: skip
# what one registry file says of one number (status and its day), and what holds on 24 October
LIVES = {
    ("AKTIF 01-01-2020", "MENINGGAL 01-02-2025"): ("deceased", True),
    ("MENINGGAL 01-02-2025", "AKTIF 01-01-2020"): ("deceased", True),
    ("AKTIF", "MENINGGAL 01-02-2025"): ("deceased", True),
    ("MENINGGAL 01-02-2020", "AKTIF 01-06-2025"): (None, True),
    ("AKTIF 01-01-2020", "PINDAH KELUAR 01-02-2025"): ("moved_out", True),
    ("PINDAH KELUAR 01-02-2020", "AKTIF 01-01-2025"): ("active", True),
    ("PINDAH KELUAR 15-11-2025",): ("active", False),
    ("MENINGGAL 15-11-2025",): (None, True),
    ("MENINGGAL 24-10-2025",): ("deceased", False),
    ("AKTIF", "AKTIF"): ("active", False),
}
# sex and birth date of somebody listed as pregnant, and what is known of it
PREGNANT = {("L", "1990-05-10"): None, ("P", "1950-05-10"): None, ("P", "1995-05-10"): True}
AMOUNTS = {
    "300000": 300_000,
    "300000.0000": 300_000,
    "300000,99": 300_000,
    "1.5": None,
    "1,5": None,
    "900000000000": None,
    "4611686018427387904": None,
    "9223372036854775807": None,
}


def name(kind: str, at: int) -> str:
    """A name without digits."""
    return f"{kind} {chr(65 + at // 26)}{chr(65 + at % 26)}"


def split(said: str) -> tuple[str, str, str]:
    """A status and its day, if it has one."""
    status, space, day = said.rpartition(" ")
    return (status, space, day) if day[:1].isdigit() else (said, "", "")


@pytest.fixture(scope="module")
def ask(build: Callable[[Path, Path], Ask], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The warehouse of one drop that holds all the cases above."""
    street = Street()
    for at, end in enumerate(ENDS):
        street.objection(f"E{at}", street.person(name("END", at), car="1"), end)
    for at, (cells, _) in enumerate(OBJECTIONS.values()):
        street.objection(f"O{at}", street.person(name("OBJECTION", at), car="1"), "", **cells)
    for at, (first, second, _) in enumerate(LAST_WORDS.values()):
        person = street.person(name("WORD", at), car="1")
        for status, day in (first, second):
            street.objection(f"W{at}", person, "", STATUS=status, TANGGAL=day)
    for at, (entered, left) in enumerate(STAYS):
        person = street.person(name("STAY", at))
        street.stay(person, TGL_MASUK=entered, TGL_KELUAR=left)
    for at, status in enumerate(STATUSES):
        street.person(name("STATUS", at), STATUS_PENDUDUK=status)
    for at, born in enumerate(BIRTHS):
        street.person(name("BORN", at), "1965-12-07", TGL_LHR=born)
    street.person("PROOF", "1965-11-25", TGL_LHR="11/25/1965")
    for at, school in enumerate(SCHOOLS):
        pupil = street.person(name("PUPIL", at), "2009-05-10", member={"partisipasi_sekolah": "2"})
        street.kjp(pupil, Jenjang=school)
    pupil = street.person(name("PUPILS", 0), "2009-05-10", member={"partisipasi_sekolah": "2"})
    street.kjp(pupil)
    street.kjp(pupil, Jenjang="MA")
    for at, fee in enumerate(FEES):
        pupil = street.person(name("FEE", at), "2009-05-10", member={"partisipasi_sekolah": "2"})
        street.kjp(pupil, **{"Status Sekolah": "Swasta", "SPP Per Bulan": fee})
    for at, code in enumerate(REGIONS):
        street.person(name("REGION", at), KODE_WILAYAH=code)
    street.person("INSURED HERE", member={"pbi_pemda": "1"})
    for at, mark in enumerate(MARKS):
        street.person(name("MARK", at), member={"pbi_nas": mark, "pendengaran": "tuli" * (at == 0)})
    for at, amount in enumerate(AMOUNTS):
        street.card_aid(street.person(name("PAID", at)), NOMINAL=amount)
    street.card_aid(street.person("WRONG CARD"), JENIS_KARTU="KJL")
    street.card_aid(street.person("WRONG MONTH"), BULAN="2025-13")
    street.pkh(street.person("WRONG COMPONENT"), KOMPONEN="ANAK SD")
    street.pkh(street.person("WRONG STAGE"), TAHAP="7")
    street.pkh(street.person("RIGHT STAGE"))
    for at, said in enumerate(LIVES):
        rows = [{"STATUS_PENDUDUK": a, "TGL_STATUS": b} for a, _, b in map(split, said)]
        person = street.person(name("LIFE", at), **rows[0])
        for row in rows[1:]:
            street.again(person, **row)
    for at, (sex, born) in enumerate(PREGNANT):
        street.pkh(street.person(name("MOTHER", at), born, sex=sex), KOMPONEN="BUMIL")
    street.person("OTHER DAY", "1965-10-25", TGL_LHR="24-10-1965")
    street.person(
        "OTHER DAYS", "1965-10-25", TGL_LHR="24-10-1965", member={"tanggal_lahir": "1965-10-24"}
    )
    street.property(street.person("LANDLORD"))
    folder = tmp_path_factory.mktemp("cells")
    return build(street.write(folder / "inbox"), folder / "home")


def verdicts(ask: Ask, kind: str) -> list[str | None]:
    """The verdicts on the senior card of the people of one kind, in order of their names."""
    return [
        verdict
        for (verdict,) in ask(f"""
            select verdict from conformed.dim_person
            left join (
                select person_id, verdict from eligibility.fct_eligibility
                where programme_id = 'klj'
            ) using (person_id)
            where regexp_full_match(full_name, '{kind} [A-Z][A-Z]') order by full_name
        """)
    ]


def test_an_end_that_was_written_is_never_for_ever(ask: Ask) -> None:
    assert dict(zip(ENDS, verdicts(ask, "END"), strict=True)) == ENDS


def test_an_objection_in_doubt_leaves_the_verdict_open(ask: Ask) -> None:
    found = dict(zip(OBJECTIONS, verdicts(ask, "OBJECTION"), strict=True))
    assert found == {case: verdict for case, (_, verdict) in OBJECTIONS.items()}


def test_the_last_word_on_an_objection_counts(ask: Ask) -> None:
    found = dict(zip(LAST_WORDS, verdicts(ask, "WORD"), strict=True))
    assert found == {case: verdict for case, (*_, verdict) in LAST_WORDS.items()}


def test_a_stay_ends_on_a_day_that_was_read(ask: Ask) -> None:
    assert dict(zip(STAYS, verdicts(ask, "STAY"), strict=True)) == STAYS


def facts(ask: Ask, column: str, kind: str) -> list[object]:
    """A fact about the people of one kind, in order of their names."""
    return [
        fact
        for (fact,) in ask(f"""
            select {column} from conformed.dim_person
            where regexp_full_match(full_name, '{kind} [A-Z][A-Z]') order by full_name
        """)
    ]


def test_words_are_known_whatever_stands_between_their_letters(ask: Ask) -> None:
    assert dict(zip(STATUSES, facts(ask, "life_status", "STATUS"), strict=True)) == STATUSES


def test_a_birth_date_is_read_in_every_form(ask: Ask) -> None:
    found = facts(ask, "cast(birth_date as varchar)", "BORN")
    assert dict(zip(BIRTHS, found, strict=True)) == BIRTHS


def test_a_school_that_is_no_kind_of_the_rules_is_unknown(ask: Ask) -> None:
    assert dict(zip(SCHOOLS, facts(ask, "school_type", "PUPIL"), strict=True)) == SCHOOLS


def test_two_kinds_of_school_of_which_one_is_unknown_leave_it_open(ask: Ask) -> None:
    assert facts(ask, "school_type", "PUPILS") == [None]


def test_a_fee_that_was_not_read_is_not_no_fee(ask: Ask) -> None:
    found = ask("""
        select amount from conformed.fct_payment inner join conformed.dim_person using (person_id)
        where full_name like 'FEE %' order by full_name
    """)
    assert dict(zip(FEES, (amount for (amount,) in found), strict=True)) == FEES


def test_a_code_of_no_province_is_none_outside_of_jakarta(ask: Ask) -> None:
    assert dict(zip(REGIONS, facts(ask, "has_jakarta_id", "REGION"), strict=True)) == REGIONS


def test_a_mark_that_is_no_code_is_no_no(ask: Ask) -> None:
    assert dict(zip(MARKS, facts(ask, "insurance_segment", "MARK"), strict=True)) == MARKS


def test_an_amount_outside_of_its_bounds_is_unknown(ask: Ask) -> None:
    found = ask("""
        select amount from conformed.fct_payment inner join conformed.dim_person using (person_id)
        where full_name like 'PAID %' order by full_name
    """)
    assert dict(zip(AMOUNTS, (amount for (amount,) in found), strict=True)) == AMOUNTS
    assert ask("""
        select count(*) from staging.stg_dinsos__pkd where notes like '%fraction_left_out%'
    """) == [(1,)]


def test_what_was_not_read_is_listed_with_file_line_and_text(ask: Ask) -> None:
    found = ask("select file, line, column_name, written from ops.unread_cell")
    listed = {(file, column, written) for file, _, column, written in found}
    assert {
        ("pkd_2025_10.csv", "jenis_kartu", "KJL"),
        ("pkd_2025_10.csv", "bulan", "2025-13"),
        ("pkd_2025_10.csv", "nominal", "900000000000"),
        ("bnba_pkh_2025_tahap4.csv", "komponen", "ANAK SD"),
        ("bnba_pkh_2025_tahap4.csv", "tahap", "7"),
        ("sanggah_20251024.csv", "berlaku_sampai", "akhir September 2025"),
        ("sanggah_20251024.csv", "status", "DIKABULKAN SEBAGIAN"),
        ("panti_20251024.csv", "tgl_keluar", "pindah"),
        ("panti_20251024.csv", "tgl_keluar", "***"),
        ("dukcapil_penduduk_20251024.csv", "status_penduduk", "HILANG"),
        ("kjp_plus_tahap2_2025.csv", "jenjang", "SMA/MA"),
        ("kjp_plus_tahap2_2025.csv", "spp_per_bulan", "290rb"),
        ("anggota_keluarga_dtsen_v3_2025_31.73.csv", "pendengaran", "tuli"),
        ("anggota_keluarga_dtsen_v3_2025_31.73.csv", "pbi_nas", "Ya"),
    } <= listed
    [(line,)] = ask("select line from ops.unread_cell where written = 'KJL'")
    assert line == len(AMOUNTS) + 2


def test_one_cell_never_stops_the_week(ask: Ask) -> None:
    assert (
        ask("""
        select count(*), count(*) filter (where programme_id is null) from conformed.fct_payment
    """)[0][1]
        == 0
    )
    assert ask("select nearest_word, kept_in from ops.unknown_word where written = 'KJL'") == [
        ("KLJ", "seeds/source_word.csv")
    ]


def contradicted(ask: Ask) -> set[str]:
    """The names of people with a finding that lists contradict each other."""
    return {
        person
        for (person,) in ask("""
            select full_name from overlap.fct_finding
            inner join conformed.dim_person using (person_id)
            where rule_id = 'contradictory_facts' and review_agency is not null
        """)
    }


def test_nobody_is_dead_and_alive_nor_gone_before_the_day(ask: Ask) -> None:
    found = facts(ask, "life_status", "LIFE")
    expected = [status for status, _ in LIVES.values()]
    assert dict(zip(LIVES, found, strict=True)) == dict(zip(LIVES, expected, strict=True))
    told = contradicted(ask)
    assert [name("LIFE", at) in told for at in range(len(LIVES))] == [
        is_told for _, is_told in LIVES.values()
    ]


def test_a_list_makes_nobody_pregnant_who_cannot_be(ask: Ask) -> None:
    found = facts(ask, "is_pregnant", "MOTHER")
    assert dict(zip(PREGNANT, found, strict=True)) == PREGNANT
    assert [name("MOTHER", at) in contradicted(ask) for at in range(3)] == [True, True, False]


def test_a_birth_date_that_two_others_contradict_decides_nothing(ask: Ask) -> None:
    assert ask("""
        select full_name, cast(birth_date as varchar) from conformed.dim_person
        where full_name like 'OTHER DAY%' order by full_name
    """) == [("OTHER DAY", None), ("OTHER DAYS", "1965-10-24")]
    assert {"OTHER DAY", "OTHER DAYS"} & contradicted(ask) == {"OTHER DAY"}
