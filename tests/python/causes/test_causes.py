"""Causes of changed verdicts are found by judging again, and make up the whole difference."""

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from two_weeks import TwoWeeks, our_book

from selaras.rules.compiler import compile_rules
from selaras.workspace import PROJECT

FITS = {
    **dict.fromkeys(("is_alive", "is_member", "has_jakarta_id", "lives_in_jakarta"), True),
    **dict.fromkeys(("lives_in_care_home", "is_public_pensioner"), False),
}
POOR = {"owns_car": False, "highest_property_value": 0, "uses_branded_water": False}


@pytest.fixture(scope="module")
def world() -> TwoWeeks:
    """The tables and the rule book, made once."""
    return TwoWeeks()


@pytest.fixture
def weeks(world: TwoWeeks) -> TwoWeeks:
    """Nobody is known yet."""
    world.forget()
    return world


def old_person(weeks: TwoWeeks, **others: object) -> None:
    """Someone of seventy whom nothing keeps from the senior card."""
    facts = {**FITS, "birth_date": date(1950, 1, 1), **others}
    weeks.put("dim_person", person_id="p1", household_id="h1", **facts)
    weeks.put("dim_household", household_id="h1", national_decile=3, **POOR)


def told(weeks: TwoWeeks, programme: str = "klj") -> list[tuple]:
    """Kind, name, source table and field of each cause, and the verdict behind it."""
    causes = [each for each in weeks.causes() if each["programme_id"] == programme]
    assert weeks.faults() == []
    return [
        (
            *(each["cause_kind"], each["name"]),
            f"{each['source']}.{each['table_name']}.{each['field']}" if each["source"] else None,
            each["verdict"],
        )
        for each in causes
    ]


def test_a_week_without_one_before_it_explains_nothing(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-24")
    assert weeks.causes() == []


def test_a_week_in_which_nothing_changed_has_no_causes(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-17")
    weeks.week("2025-10-24")
    assert weeks.causes() == []


def test_a_birthday_is_time_alone(weeks: TwoWeeks) -> None:
    old_person(weeks, birth_date=date(1965, 10, 20))
    weeks.week("2025-10-17")
    weeks.week("2025-10-24")
    assert told(weeks) == [("time", "age_years", None, "eligible")]


def test_a_corrected_row_is_named_with_its_field(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_household set national_decile = 7")
    weeks.week("2025-10-24")
    family = {"household_id": "h1"}
    weeks.changed_row("bps.dtsen_family", "r1", family, "corrected", "national_decile")
    weeks.changed_row("bps.dtsen_family", "r2", family, "corrected", "floor_material")
    cause = "bps.dtsen_family.national_decile"
    assert told(weeks) == [("data", "national_decile", cause, "ineligible")]


def test_a_family_with_another_card_is_the_same_family(weeks: TwoWeeks) -> None:
    then, now = weeks.family("1"), weeks.family("2")
    old_person(weeks)
    weeks.put("fct_enrolment", programme_id="pkh", household_id="h1", status="active")
    weeks.under_card("h1", then)
    weeks.week("2025-10-17")
    weeks.under_card(then, now)
    weeks.db.execute("update dim_household set owns_car = true")
    weeks.week("2025-10-24")
    renewed = {"change_kind": "card_renewed", "previous_household_id": then}
    weeks.put("identity_change", batch_date=weeks.today, household_id=now, **renewed)
    weeks.changed_row("bapenda.asset", "r1", {"household_id": now}, "new")
    weeks.changed_card("dukcapil.resident", "r2", {"person_id": "p1"}, "1", "2")
    assert told(weeks) == [("data", "owns_car", "bapenda.asset.None", "ineligible")]
    assert told(weeks, "pkh") == []


def test_who_moved_to_another_family_is_judged_with_it_because_of_the_register(
    weeks: TwoWeeks,
) -> None:
    old_person(weeks)
    weeks.put("dim_household", household_id="h2", **{**POOR, "national_decile": 8})
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_person set household_id = 'h2'")
    weeks.week("2025-10-24")
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p1"}, "corrected", "no_kk")
    cause = "dukcapil.resident.no_kk"
    assert told(weeks) == [("data", "national_decile", cause, "ineligible")]


def test_who_brings_a_programme_into_a_family_is_told_by_the_register(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.put("dim_household", household_id="h2", **{**POOR, "national_decile": 8})
    weeks.week("2025-10-17")
    weeks.put("fct_enrolment", programme_id="pkh", household_id="h2", status="active")
    weeks.week("2025-10-24")
    joined = {"person_id": "p1", "household_id": "h2"}
    weeks.changed_row("dukcapil.resident", "r1", joined, "corrected", "no_kk")
    weeks.changed_row("dukcapil.resident", "r2", joined, "corrected", "full_name")
    cause = "dukcapil.resident.no_kk"
    assert told(weeks, "pkh") == [("data", "is_enrolled", cause, "ineligible")]


def test_another_row_attached_is_linkage(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_household set national_decile = 7, family_print = 'other'")
    weeks.week("2025-10-24")
    assert told(weeks) == [("linkage", "national_decile", None, "ineligible")]


def test_a_match_that_is_another_is_named_with_both_scores(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_household set national_decile = 7, family_print = 'other'")
    weeks.week("2025-10-24")
    row = {"source": "bps", "table_name": "dtsen_family", "source_row_id": "r1"}
    weeks.attached("past", "c1", household_id="h1", match_method="scored", score=0.91, **row)
    weeks.attached("now", "c2", household_id="h1", match_method="decided", score=0.7, **row)
    weeks.attached("now", "c3", household_id="h2", match_method="scored", score=0.9, **row)
    causes = [each for each in weeks.causes() if each["programme_id"] == "klj"]
    columns = ("cause_kind", "source_row_id", "candidate_id", "was_attached_by", "attached_by")
    assert [tuple(map(each.get, (*columns, "was_score", "score"))) for each in causes] == [
        ("linkage", "r1", "c1", "scored", None, 0.91, None),
        ("linkage", "r1", "c2", None, "decided", None, 0.7),
    ]
    assert [each["amount_change"] for each in causes] == [-300_000, 0]


def test_days_that_a_row_names_are_time(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_person set lives_in_care_home = true")
    weeks.week("2025-10-24")
    assert told(weeks) == [("time", "lives_in_care_home", None, "ineligible")]


def test_a_day_of_a_parameter_that_passed_is_told_with_both_values(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2022-12-30")
    weeks.week("2023-01-06")
    (cause,) = [each for each in weeks.causes() if each["programme_id"] == "klj"]
    assert weeks.faults() == []
    assert (cause["cause_kind"], cause["name"]) == ("parameter_date", "monthly_amount")
    assert (cause["was_value"], cause["now_value"]) == ("600000", "300000")
    assert cause["amount_change"] == -300_000


def other_book(folder: Path, *changes: tuple[str, str]) -> dict[Path, str]:
    """What our rule book compiles to where the rule of the senior card says something else."""
    for room in ("rules", "macros", "models/staging"):
        shutil.copytree(PROJECT / room, folder / room)
    rule = folder / "rules/klj.yml"
    text = rule.read_text(encoding="utf-8")
    for ours, other in changes:
        assert ours in text
        text = text.replace(ours, other)
    rule.write_text(text, encoding="utf-8")
    return compile_rules(folder)


def steps(weeks: TwoWeeks) -> list[tuple]:
    """Kind and name of each cause, the verdict and the rupiah behind it."""
    columns = ("cause_kind", "name", "verdict", "entitled_amount")
    found = [tuple(map(each.get, columns)) for each in weeks.causes()
             if each["programme_id"] == "klj"]  # fmt: skip
    assert weeks.faults() == []
    return found


def test_a_changed_rule_is_told_by_its_parameter(weeks: TwoWeeks, tmp_path: Path) -> None:
    old_person(weeks, birth_date=date(1963, 1, 1))
    weeks.book(other_book(tmp_path, ("{value: 60,", "{value: 65,")))
    weeks.week("2025-10-17")
    weeks.book(our_book())
    weeks.week("2025-10-24")
    (cause,) = [each for each in weeks.causes() if each["programme_id"] == "klj"]
    assert weeks.faults() == []
    assert (cause["cause_kind"], cause["part"], cause["name"]) == (
        "rule",
        "parameter",
        "minimum_age",
    )
    assert (cause["was_value"], cause["now_value"]) == ("65", "60")
    (digests,) = weeks.rows("from rule_digest where programme_id = 'klj'")
    assert digests["was_rule_digest"] != digests["rule_digest"]
    assert (cause["was_verdict"], cause["verdict"]) == (None, "eligible")


def test_each_changed_figure_and_criterion_is_told_by_what_it_changed(
    weeks: TwoWeeks, tmp_path: Path
) -> None:
    old_person(weeks, birth_date=date(1963, 1, 1), is_public_pensioner=True)
    changes = [("{value: 60,", "{value: 65,"), ("value: 300_000\n", "value: 250_000\n")]
    changes += [("when: not is_public_pensioner", "when: not is_public_pensioner or age_years > 1")]
    weeks.book(other_book(tmp_path, *changes))
    weeks.put("fct_enrolment", programme_id="klj", person_id="p1", status="active")
    weeks.week("2025-10-17")
    weeks.book(our_book())
    weeks.db.execute("update dim_person set is_public_pensioner = false")
    weeks.week("2025-10-24")
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p1"}, "corrected", "occupation")
    assert steps(weeks) == [
        ("rule", "is_not_public_pensioner", "ineligible", None),
        ("rule", "minimum_age", "ineligible", None),
        ("data", "is_public_pensioner", "eligible", 300_000),
    ]


def test_a_figure_and_a_day_of_another_are_told_apart(weeks: TwoWeeks, tmp_path: Path) -> None:
    old_person(weeks, birth_date=date(1960, 1, 1))
    weeks.book(other_book(tmp_path, ("{value: 60,", "{value: 65,")))
    weeks.put("fct_enrolment", programme_id="klj", person_id="p1", status="active")
    weeks.week("2022-12-30")
    weeks.book(our_book())
    weeks.week("2023-01-06")
    assert steps(weeks) == [
        ("rule", "minimum_age", "eligible", 600_000),
        ("parameter_date", "monthly_amount", "eligible", 300_000),
    ]


def test_several_causes_are_told_one_after_another(weeks: TwoWeeks) -> None:
    old_person(weeks, birth_date=date(1965, 10, 20), is_public_pensioner=True)
    weeks.put("fct_enrolment", programme_id="klj", person_id="p1", status="active")
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_person set is_public_pensioner = false")
    weeks.db.execute("delete from fct_enrolment")
    weeks.week("2025-10-24")
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p1"}, "corrected", "occupation")
    weeks.changed_row("dinsos.pkd", "r2", {"person_id": "p1"}, "removed")
    weeks.db.execute("update changed_subject set programme_id = 'klj' where source_row_id = 'r2'")
    assert told(weeks) == [
        ("time", "age_years", None, "ineligible"),
        ("data", "is_public_pensioner", "dukcapil.resident.occupation", "eligible"),
        ("data", "is_enrolled", "dinsos.pkd.None", "eligible"),
    ]


def test_a_day_of_the_rule_a_fact_and_a_row_of_one_week_add_up(weeks: TwoWeeks) -> None:
    old_person(weeks, is_public_pensioner=False)
    weeks.put("fct_enrolment", programme_id="klj", person_id="p1", status="active")
    weeks.week("2022-12-30")
    weeks.db.execute("update dim_person set is_public_pensioner = true")
    weeks.db.execute("delete from fct_enrolment")
    weeks.week("2023-01-06")
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p1"}, "corrected", "occupation")
    weeks.changed_row("dinsos.pkd", "r2", {"person_id": "p1"}, "removed")
    weeks.db.execute("update changed_subject set programme_id = 'klj' where source_row_id = 'r2'")
    assert steps(weeks) == [
        ("parameter_date", "monthly_amount", "eligible", 300_000),
        ("data", "is_public_pensioner", "ineligible", None),
        ("data", "is_enrolled", "ineligible", None),
    ]


def test_an_objection_that_ended_is_time(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.db.execute("update dim_household set owns_car = true")
    who = {"programme_id": "klj", "person_id": "p1", "household_id": "h1"}
    weeks.put("objection_in_force", objection_id="o1", criterion_id="owns_no_car", **who)
    weeks.week("2025-10-17")
    weeks.db.execute("delete from objection_in_force")
    weeks.week("2025-10-24")
    assert told(weeks) == [("time", "objection.owns_no_car", None, "ineligible")]


def test_a_member_who_left_changes_what_the_family_gets(weeks: TwoWeeks) -> None:
    weeks.put(
        "dim_household", household_id="h1", national_decile=2, has_public_servant_member=False
    )
    for name, born in (("p1", date(1950, 1, 1)), ("p2", date(1951, 1, 1))):
        weeks.put("dim_person", person_id=name, household_id="h1", birth_date=born, **FITS)
    weeks.db.execute("update dim_person set is_pregnant = false, is_in_school = false,"
                     " has_severe_disability = false")  # fmt: skip
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_person set household_id = 'h2' where person_id = 'p2'")
    weeks.week("2025-10-24")
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p2"}, "corrected", "no_kk")
    (cause,) = [each for each in weeks.causes() if each["programme_id"] == "pkh"]
    assert weeks.faults() == []
    assert (cause["name"], cause["subject_id"], cause["field"]) == ("member", "p2", "no_kk")
    assert cause["amount_change"] == -200_000


@pytest.mark.parametrize("seed", range(2))
def test_whatever_changes_the_causes_add_up(weeks: TwoWeeks, seed: int) -> None:
    draw = random.Random(seed)
    populate(weeks, draw, range(120))
    weeks.week("2024-12-29")
    for table in ("dim_person", "dim_household", "fct_enrolment", "objection_in_force"):
        weeks.db.execute(f"create or replace temp table other_{table} as from {table}")
        weeks.db.execute(f"delete from {table}")
    populate(weeks, draw, range(20, 140))
    for table, key in (("dim_person", "person_id"), ("dim_household", "household_id")):
        weeks.db.execute(  # a third stays as it was, so that some facts change alone
            f"insert into {table} from other_{table} where hash({key}) % 3 = 0"
            f" and {key} in (select {key} from {table})"
        )
        weeks.db.execute(
            f"delete from {table} where rowid not in (select max(rowid) from {table}"
            f" group by {key})"
        )
    weeks.week("2025-01-05")
    causes = weeks.causes()
    assert weeks.faults() == []
    assert {each["cause_kind"] for each in causes} >= {"time", "linkage"}
    assert len(causes) > 200
    (difference,) = weeks.rows(
        "select (select sum(entitled_amount) from week_verdict)"
        " - (select sum(entitled_amount) from past_week_verdict) as whole,"
        " (select sum(amount_change) from verdict_step) as told"
    )
    assert difference["whole"] == difference["told"]


def populate(weeks: TwoWeeks, draw: random.Random, numbers: range) -> None:
    """People and families of whom anything may be known or not."""
    for number in numbers:
        moved = draw.random() < 0.2  # to another family than in the other week
        family = f"h{draw.choice(numbers) // 3 if moved else number // 3}"
        facts = drawn(weeks, draw, "person")
        facts |= {"birth_date": date(1940, 1, 1) + timedelta(draw.randrange(31_000))}
        facts["is_pregnant"] = None  # follows sex and age
        weeks.put("dim_person", person_id=f"p{number}", household_id=family, **facts)
        if number % 3 == 0:
            others = drawn(weeks, draw, "household")
            weeks.put("dim_household", household_id=f"h{number // 3}", **others)
        for programme in draw.sample(["klj", "kpdj", "kjp_plus", "pkh", "sembako", "pip"], 2):
            who = {"person_id": f"p{number}", "household_id": family}
            weeks.put("fct_enrolment", programme_id=programme, status="active", **who)
        if draw.random() < 0.3:
            criterion = draw.choice(["owns_no_car", "owns_no_valuable_property?"])
            who = {"person_id": f"p{number}", "household_id": family, "criterion_id": criterion}
            weeks.put("objection_in_force", objection_id=f"o{number}", programme_id="klj", **who)


def drawn(weeks: TwoWeeks, draw: random.Random, unit: str) -> dict[str, object]:
    """A value, or none, of every fact of a unit."""
    values: dict[str, object] = {}
    for name, fact in weeks.facts[unit].items():
        likely = 0.9 if name in FITS or name in POOR else 0.7
        if fact.type == "boolean":
            usual = FITS.get(name, POOR.get(name, False))
            values[name] = usual if draw.random() < likely else draw.choice([True, False, None])
        elif fact.type == "integer":
            values[name] = draw.choice([None, 0, 1, 2, 3, 4, 5, 8])
        elif fact.type == "text" and fact.values:
            values[name] = draw.choice([None, *fact.values])
    return values


def test_a_week_that_left_less_than_is_needed_explains_nothing(weeks: TwoWeeks) -> None:
    old_person(weeks)
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_household set national_decile = 7")
    weeks.week("2025-10-24")
    weeks.db.execute("delete from past_week_rule")
    assert weeks.causes() == []
