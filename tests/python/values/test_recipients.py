"""Who is paid although gone, twice, or for two families; and who is only nominated."""

from collections.abc import Callable
from pathlib import Path

import pytest
from street import Street

Ask = Callable[[str], list[tuple]]
# statuses of two rows of one pupil in PIP and of one family in Sembako, and the disposition
TWICE = {
    ("pip", "NOMINASI", "CAIR"): None,
    ("pip", "PEMBERIAN", "CAIR"): "needs_review",
    ("pip", "CAIR", "CAIR"): "open",
    ("sembako", "PROSES", "BERHASIL"): "needs_review",
    ("sembako", "GAGAL", "BERHASIL"): None,
    ("sembako", "BERHASIL", "BERHASIL"): "open",
}
GONE = {"STATUS_PENDUDUK": "MENINGGAL", "TGL_STATUS": "15-08-2025"}
# a yearly or half-yearly list that had begun when its pupil died in August, and what is found
DURING = {
    ("pip", "2025-09-10"): ("2025-08-16", "2026-01-01"),
    ("pip", "2025-05-10"): None,
    ("kjp", ""): ("2025-08-16", "2026-01-01"),
}


def name(kind: str, at: int) -> str:
    """A name without digits."""
    return f"{kind} {chr(65 + at)}"


@pytest.fixture(scope="module")
def ask(build: Callable[[Path, Path], Ask], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The warehouse of two drops."""
    folder = tmp_path_factory.mktemp("recipients")
    for day in ("2025-10-17", "2025-10-24"):
        street = Street(day)
        for at, (programme, *statuses) in enumerate(TWICE):
            person = street.person(name("TWICE", at), "2012-05-10")
            for status in statuses:
                if programme == "pip":
                    street.pip(person, STATUS=status)
                else:
                    street.sembako(person, STATUS_SALUR=status)
        for at, (programme, paid) in enumerate(DURING):
            pupil = street.person(name("PUPIL", at), "2012-05-10", **GONE)
            if programme == "pip":
                street.pip(pupil, TGL_CAIR=paid)
            else:
                street.kjp(pupil)
        payee = street.person("PAYEE", "1985-05-10", sex="P", **GONE)
        child = street.person("CHILD", "2015-05-10", card=payee.card)
        street.pkh(payee, child, KOMPONEN="SD", NOMINAL="225000")
        one = street.person("SHARED", "1970-05-10")
        other = street.person("NEIGHBOUR", "1972-05-10")
        street.sembako(one)
        street.sembako(one, NO_KK=other.card)
        father = street.person("FATHER", "1980-05-10")
        moves = day == "2025-10-24"
        mother = street.person("MOTHER", "1982-05-10", sex="P", card=None if moves else father.card)
        home = mother.card if moves else father.card
        daughter = street.person("DAUGHTER", "2015-05-10", sex="P", card=home)
        street.pkh(mother, daughter, KOMPONEN="SD", NO_KK=father.card)
        turned = street.person("FAUZIAH NUR LAILA", "2010-06-02", sex="P")
        street.pip(turned, NAMA_SISWA="NUR LAILA FAUZIAH")
        first = street.person("ANISA PUTRI", "2011-03-04", sex="P")
        second = street.person("ANITA PUTRI", "2011-03-04", sex="P", card=first.card)
        street.kjp(first, **{"Nama Siswa": second.name, "Jenjang": "SMP"})
        street.write(folder / "inbox")
    return build(folder / "inbox", folder / "home")


def found(ask: Ask, rules: str, columns: str) -> dict[str, tuple]:
    """Findings by the name of the person, or of the one person of the family."""
    rows = ask(f"""
        select person.full_name, {columns}
        from overlap.fct_finding as finding
        inner join conformed.dim_person as person
            on finding.person_id = person.person_id
            or (finding.person_id is null and finding.household_id = person.household_id)
        where {rules}
    """)
    return {row[0]: row[1:] for row in rows}


def test_a_nomination_is_no_payment_and_one_in_process_is_to_review(ask: Ask) -> None:
    double = found(ask, "rule_id = 'double_payment'", "disposition")
    dispositions = [double.get(name("TWICE", at), (None,))[0] for at in range(len(TWICE))]
    assert dict(zip(TWICE, dispositions, strict=True)) == TWICE


def test_what_is_left_of_a_period_after_a_death_is_at_stake(ask: Ask) -> None:
    gone = found(
        ask, "rule_id = 'deceased_recipient'",
        "cast(finding.starts_on as varchar), cast(finding.ends_on as varchar)",
    )  # fmt: skip
    ranges = [gone.get(name("PUPIL", at)) for at in range(len(DURING))]
    assert dict(zip(DURING, ranges, strict=True)) == DURING


def test_a_payee_who_died_is_found_and_the_child_stays_enrolled(ask: Ask) -> None:
    gone = found(ask, "rule_id = 'deceased_recipient'", "finding.programme_id, evidence")
    assert gone["PAYEE"][0] == "pkh" and "payee" in gone["PAYEE"][1]
    assert ask("""
        select status from conformed.fct_enrolment inner join conformed.dim_person using (person_id)
        where full_name = 'CHILD' and programme_id = 'pkh'
    """) == [("active",)]


def test_who_is_paid_for_two_families_is_found(ask: Ask) -> None:
    double = found(
        ask, "rule_id = 'double_payment'", "scope, finding.programme_id, monthly_amount_at_stake"
    )
    assert double["SHARED"] == ("person", "sembako", 200_000)


def test_a_family_that_split_is_enrolled_where_its_people_went(ask: Ask) -> None:
    assert ask("""
        select person.full_name from conformed.fct_enrolment as enrolment
        inner join conformed.dim_person as person using (household_id)
        where enrolment.programme_id = 'pkh' and person.full_name in ('FATHER', 'MOTHER')
    """) == [("MOTHER",)]


def test_the_words_of_a_name_may_stand_in_any_order(ask: Ask) -> None:
    assert ask("""
        select match_method, full_name from identity.match
        left join conformed.dim_person using (person_id)
        where table_name = 'pip' and source_row_id in (
            select source_row_id from staging.stg_kemendikdasmen__pip
            where full_name = 'NUR LAILA FAUZIAH'
        )
    """) == [("exact", "FAUZIAH NUR LAILA")]
    assert "FAUZIAH NUR LAILA" not in found(ask, "rule_id = 'number_of_several_people'", "1")


def test_the_number_of_one_twin_with_the_name_of_the_other_is_for_people(ask: Ask) -> None:
    assert ask("""
        select match_method, candidate_count > 0 from identity.match
        where table_name = 'kjp_plus' and source_row_id in (
            select source_row_id from staging.stg_disdik__kjp_plus where full_name = 'ANITA PUTRI'
        )
    """) == [("unmatched", True)]
