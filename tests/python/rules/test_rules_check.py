"""`selaras rules check`: every kind of finding, with its place, and all of them in one pass."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from small_book import RULE, TODAY, VOCABULARY, found, pasted, write_book
from typer.testing import CliRunner

from selaras.cli.app import app
from selaras.messages import catalogue
from selaras.rules.all_checks import review_rules


def at(text: str, words: str, after: str = "") -> tuple[int, int]:
    """Line and column of words in a text."""
    start = text.index(words, text.index(after))
    return text[:start].count("\n") + 1, start - text.rfind("\n", 0, start)


def test_a_sound_book_has_no_findings(tmp_path: Path) -> None:
    assert found(write_book(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "where", "nearest"),
    [
        ("basis: none\nvalid", "basys: none\nvalid", "unknown_key", "basys", "basis"),
        ("age >= :min_age", "aeg >= :min_age", "unknown_fact", "aeg", "age"),
        ("age >= :min_age", "level >= :min_age", "wrong_type", "level >= :min_age", None),
        ("age >= :min_age", "age >= :min_age and is_il", "unknown_fact", "is_il", "is_ill"),
        ("age >= :min_age", "age >= :min_ag", "unknown_parameter", ":min_ag", ":min_age"),
        ("age >= :min_age", "level = 'hihg'", "unknown_value", "hihg", "high"),
        ("age >= :min_age", "age >= 60", "unused_parameter", "min_age", None),
        ("    basis: none\n    status", "    status", "missing_key", "is_old:", None),
        (", source: none", "", "missing_key", "{value", None),
        ("status: assumed\nb", "status: reported\nb", "no_source", "is_old", None),
        (", en: Old.", "", "missing_key", "{id: Tua", None),
        ("id: Tua., ", "", "missing_key", "{en: Old", None),
        ("en: Old.", "en: ' '", "wrong_kind", "en: ' '", None),
        ("unmet: [is_old]", "unmet: [is_odl]", "unknown_criterion", "is_odl", "is_old"),
        ("given: {age: 59}", "given: {age: 131}", "wrong_fact_value", "age: 131", None),
        ("level: central", "level: centrl", "wrong_choice", "level", "central"),
        ("unmet: [is_old]", "unmet_criteria: []", "unknown_key", "unmet_c", "unmet"),
        ("{kind: flat, amount:", "{kind: flat, amuont:", "unknown_key", "amuont", "amount"),
        ("owner: office", "owner: offise", "unknown_agency", "owner", "office"),
        ("kind: flat", "kind: flatt", "wrong_choice", "{kind", "flat"),
    ],
)
def test_a_finding_says_where_and_what_comes_nearest(
    tmp_path: Path, old: str, new: str, kind: str, where: str, nearest: str | None
) -> None:
    rule = RULE.replace(old, new, 1)
    told = [each.fields() for each in found(write_book(tmp_path, rule), kind)]
    spots = [(each["line"], each["column"]) for each in told]
    assert (told[0]["file"], told[0]["nearest"]) == ("rules/demo.yml", nearest), told
    assert told[0]["severity"] == "error" and told[0]["words"] and told[0]["message"]
    lines = {line for line, _ in spots}
    assert at(rule, where)[0] in lines, spots


@pytest.mark.parametrize(
    ("slip", "broken"),
    [
        (("{id: Tua., en: Old.}", "{id: Tua.}"), "missing_key"),
        (("status: assumed\nb", "status: assume\nb"), "wrong_choice"),
        (("    basis: none\n    status", "    status"), "missing_key"),
    ],
)
def test_a_slip_beside_a_condition_does_not_hide_what_is_wrong_with_it(
    tmp_path: Path, slip: tuple[str, str], broken: str
) -> None:
    rule = RULE.replace(*slip, 1).replace("age >= :min_age", "aeg >= :min_age")
    keys = {each.key for each in found(write_book(tmp_path, rule))}
    assert keys == {broken, "unknown_fact"}


def test_a_wrong_period_or_verdict_hides_neither_the_amount_nor_the_example(tmp_path: Path) -> None:
    rule = RULE.replace("per: month", "per: week").replace('"100"', '"100 * aeg"')
    rule = rule.replace("verdict: ineligible, unmet: [is_old]", "verdict: no, unmet: [is_odl]")
    keys = sorted(each.key for each in found(write_book(tmp_path, rule)))
    assert keys == ["unknown_criterion", "unknown_fact", "wrong_choice", "wrong_choice"]


def test_a_parameter_of_a_broken_list_is_not_called_unused(tmp_path: Path) -> None:
    tiers = "benefit: {kind: tiered, per: month, tiers: [{when: age > :min_age, amount: '1'}]}"
    rule = RULE.replace("age >= :min_age", "age >= 60")
    rule = rule.replace('benefit: {kind: flat, amount: "100", per: month}', tiers)
    assert {each.key for each in found(write_book(tmp_path, rule))} == {"wrong_kind"}


def test_the_column_of_a_word_in_a_condition_is_its_own(tmp_path: Path) -> None:
    rule = RULE.replace("age >= :min_age", "age >= :min_age and is_il and is_aliv")
    problems = found(write_book(tmp_path, rule), "unknown_fact")
    spots = [(each.place.line, each.place.column) for each in problems]
    assert spots == [at(rule, "is_il"), at(rule, "is_aliv")]


def test_a_duplicate_date_is_found(tmp_path: Path) -> None:
    line = "      2020-01-01: {value: 60, status: assumed, source: none}\n"
    [problem] = found(write_book(tmp_path, RULE.replace(line, line + line)))
    assert (problem.key, problem.words) == ("duplicate_key", "2020-01-01")


def test_a_value_past_its_review_is_a_warning_beside_errors_elsewhere(tmp_path: Path) -> None:
    rule = RULE.replace("source: none}", "source: none, review_by: 2025-05-31}")
    rule = rule.replace("owner: office", "owner: nobody")
    problems = found(write_book(tmp_path, rule))
    assert [(each.key, each.is_error) for each in problems] == [
        ("unknown_agency", True),
        ("past_review", False),
    ]
    assert found(tmp_path, "past_review", day=date(2025, 5, 31)) == []


LIMIT = """\
overlaps:
  many:
    kind: info
    scope: household
    between: [demo, other]
    valid_from: 2020-01-01
    at_most: {value: 5, counts: rupiah, status: assumed, source: none}
    says: {id: Banyak., en: Many.}
    basis: none
    status: assumed
"""


@pytest.mark.parametrize(
    ("owner", "named", "told"),
    [("office", "", []), ("desk", "", ["many"]), ("desk", "    review_agency: desk\n", [])],
)
def test_a_limit_over_several_owners_that_names_no_agency_is_a_warning(
    tmp_path: Path, owner: str, named: str, told: list[str]
) -> None:
    folder = write_book(tmp_path, overlaps=LIMIT + named)
    register = folder / "rules" / "programmes.yml"
    text = register.read_text(encoding="utf-8").replace("owner: office", f"owner: {owner}", 1)
    desk = "agencies:\n  desk: {title: {id: Meja, en: Desk}, level: central}\n"
    register.write_text(text.replace("agencies:\n", desk, 1), encoding="utf-8")
    problems = found(folder, "nobody_acts")
    assert [each.words for each in problems] == told
    assert not any(each.is_error for each in problems)


@pytest.mark.parametrize("side", ["vocabulary", "overlaps", "programmes", "demmo"])
def test_an_overlap_with_something_that_is_no_programme_is_found(tmp_path: Path, side: str) -> None:
    overlaps = (
        "overlaps:\n  two:\n    kind: exclusive\n    scope: person\n"
        f"    between: [{side}, other]\n    valid_from: 2020-01-01\n"
        "    says: {id: Satu., en: One.}\n    basis: none\n    status: assumed\n"
    )
    [problem] = found(write_book(tmp_path, RULE, overlaps))
    assert (problem.key, problem.words) == ("unknown_programme", side)
    assert (problem.place.line, problem.place.column) == at(overlaps, side, "between")


def test_one_pass_tells_of_everything_in_every_file(tmp_path: Path) -> None:
    other = RULE.replace("demo", "third").replace("is_old", "is_aged")
    other = other.replace("age >= :min_age", "age >= :min_age; drop table x")
    rule = (
        RULE.replace("owner: office", "owner: offise\nowner: office")
        .replace("unit: years", "unitt: years")
        .replace("when: age >= :min_age", "when: aeg >= :min_age\n    contestible: true")
        .replace("age: 59", "aeg: 59")
        .replace('amount: "100"', 'amount: ":min_agge"')
        .replace("unmet: [is_old]", "unmet: [is_odl]")
    )
    project = write_book(tmp_path, rule)
    (project / "rules/third.yml").write_text(other, encoding="utf-8")
    (project / "rules/torn.yml").write_text("programme: [", encoding="utf-8")
    vocabulary = VOCABULARY.replace("type: date", "type: dat")
    (project / "rules/vocabulary.yml").write_text(vocabulary, encoding="utf-8")
    told = {(each.place.file[6:-4], each.key, each.words) for each in found(project)}
    assert told >= {
        ("demo", "duplicate_key", "owner"),
        ("demo", "unknown_agency", "offise"),
        ("demo", "unknown_key", "unitt"),
        ("demo", "missing_key", "unit"),
        ("demo", "unknown_key", "contestible"),
        ("demo", "unknown_fact", "aeg"),
        ("demo", "unknown_parameter", ":min_agge"),
        ("demo", "unknown_criterion", "is_odl"),
        ("third", "stacked", ";"),
        ("torn", "not_yaml", "not_yaml"),
        ("vocabulary", "wrong_choice", "dat"),
    } - {("torn", "not_yaml", "not_yaml")}
    assert ("torn", "not_yaml") in {each[:2] for each in told}
    assert not {each for each in told if each[1] == "unused_parameter"}


@pytest.mark.parametrize("name", ["vocabulary", "programmes", "overlaps"])
def test_a_shared_file_that_cannot_be_read_does_not_blame_the_others(
    tmp_path: Path, name: str
) -> None:
    project = write_book(tmp_path, RULE.replace("en: Old.", "eng: Old."))
    (project / f"rules/{name}.yml").write_text("a: [", encoding="utf-8")
    problems = review_rules(project, TODAY)
    assert {each.place.file for each in problems if each.key != "not_yaml"} == {"rules/demo.yml"}
    assert {each.key for each in problems} == {"not_yaml", "unknown_key", "missing_key"}


def without(text: str, name: str) -> str:
    """A rule without one of its examples."""
    start = text.index(f"  - name: {name}\n")
    end = text.find("  - name:", start + 1)
    return text[:start] + (text[end:] if end > 0 else "")


@pytest.mark.parametrize(
    ("condition", "on", "past"),
    [
        ("age >= :min_age", 60, 59),
        ("age > :min_age", 60, 61),
        ("age <= :min_age", 60, 61),
        ("age < :min_age", 60, 59),
        (":min_age <= age", 60, 59),
        ("not (age < :min_age)", 60, 59),
        ("age >= :min_age + 10", 70, 69),
        ("is_ill or (is_alive and age >= :min_age)", 60, 59),
    ],
)
def test_a_threshold_needs_an_example_on_it_and_one_just_past_it(
    tmp_path: Path, condition: str, on: int, past: int
) -> None:
    rule = RULE.replace("age >= :min_age", condition).replace(
        "verdict: eligible, monthly_amount: 100", ""
    )
    rule = rule.replace("verdict: ineligible, unmet: [is_old]", "")
    both = rule.replace("{age: 60}", f"{{age: {on}}}").replace("{age: 59}", f"{{age: {past}}}")
    assert found(write_book(tmp_path, both)) == []
    [problem] = found(write_book(tmp_path, both.replace(f"{{age: {on}}}", "{}")))
    assert (problem.key, problem.is_error) == ("threshold_untested", False)
    assert problem.values["wanted"] == str(on)
    assert problem.place.line == at(both, "age", "when:")[0]
    [problem] = found(write_book(tmp_path, both.replace(f"{{age: {past}}}", "{}")))
    assert problem.values["wanted"] == str(past)
    assert (
        found(write_book(tmp_path, pasted(both.replace(f"{{age: {past}}}", "{}"), problem))) == []
    )


def test_every_value_that_a_threshold_has_had_needs_its_examples(tmp_path: Path) -> None:
    rule = RULE.replace(
        "      2020-01-01: {value: 60,",
        "      2024-01-01: {value: 65, status: assumed, source: none}\n"
        "      2020-01-01: {value: 60,",
    )
    told = {
        (str(each.values["since"]), each.values["wanted"])
        for each in found(write_book(tmp_path, rule), "threshold_untested")
    }
    assert told == {("2020-01-01", "60, 59"), ("2024-01-01", "65, 64")}


def test_a_value_that_cannot_be_is_not_asked_for(tmp_path: Path) -> None:
    rule = RULE.replace("age >= :min_age", "age > 0 and age < :min_age").replace(
        "age: 60", "age: 0"
    )
    rule = rule.replace("verdict: eligible, monthly_amount: 100", "").replace(
        "verdict: ineligible, unmet: [is_old]", ""
    )
    [problem] = found(write_book(tmp_path, rule), "threshold_untested")[:1]
    assert problem.values["wanted"] == "1"
    rule = RULE.replace("age >= :min_age", "age >= :min_age and grade >= 1 and is_ill")
    problems = found(write_book(tmp_path, rule), "threshold_untested")
    assert [each.values["wanted"] for each in problems if each.values["fact"] == "grade"] == ["1"]


def test_both_ends_of_between_are_thresholds_also_as_days(tmp_path: Path) -> None:
    rule = RULE.replace(
        "age >= :min_age",
        "age >= :min_age and born between date '1950-01-01' and date '1960-01-01'",
    )
    wanted = [
        each.values["wanted"] for each in found(write_book(tmp_path, rule), "threshold_untested")
    ]
    assert wanted == ["1950-01-01, 1949-12-31", "1960-01-01, 1960-01-02"]


def test_an_example_that_contradicts_its_rule_is_found_beside_an_error_in_another_file(
    tmp_path: Path,
) -> None:
    rule = RULE.replace("given: {age: 59}", "given: {age: 59, is_ill: true}")
    rule = rule.replace("verdict: ineligible, unmet: [is_old]", "verdict: eligible")
    project = write_book(tmp_path, rule)
    (project / "rules/torn.yml").write_text("programme: [", encoding="utf-8")
    problems = found(project)
    assert {each.key for each in problems} == {"example_failed", "not_yaml"}
    [problem] = found(project, "example_failed")
    assert (problem.words, problem.is_error) == ("just past the limit", True)
    assert (problem.place.line, problem.place.column) == at(rule, "just past the limit")
    assert "ineligible" in problem.message


def test_an_amount_that_outgrows_64_bits_is_unknown_and_no_traceback(tmp_path: Path) -> None:
    rule = RULE.replace('amount: "100"', 'amount: "9223372036854775807 + age"')
    assert {each.key for each in found(write_book(tmp_path, rule))} == {"example_failed"}


def check(project: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> tuple[int, str]:
    """Exit code and output of the command on a project."""
    monkeypatch.setattr("selaras.cli.app.PROJECT", project)
    result = CliRunner().invoke(app, ["rules", "check", "--as-of", "2025-06-01", *options])
    return result.exit_code, result.output


def test_the_command_prints_each_finding_with_its_place_and_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = RULE.replace("age >= :min_age", "age > :min_age")
    code, output = check(write_book(tmp_path, rule), monkeypatch)
    assert code == 10
    line, column = at(rule, "on the limit")  # 60 is no longer old enough
    assert f"rules/demo.yml:{line}:{column}: error: the example" in output
    line, column = at(rule, "age >")
    assert f"rules/demo.yml:{line}:{column}: warning: no example has age = 61" in output
    assert "      age: 61\n" in output
    assert "1 errors, 1 warnings." in output


def test_warnings_alone_end_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULE.replace("source: none}", "source: none, review_by: 2025-05-31}")
    code, output = check(write_book(tmp_path, rule), monkeypatch)
    line, column = at(rule, "2020-01-01: {value")
    assert code == 0 and f"rules/demo.yml:{line}:{column}: warning" in output


def test_json_is_for_machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULE.replace("age >= :min_age", "aeg >= :min_age")
    code, output = check(write_book(tmp_path, rule), monkeypatch, "--json")
    told = json.loads(output)
    assert (code, told["errors"], told["warnings"]) == (10, 1, 0)
    assert told["findings"] == [
        {
            **{"file": "rules/demo.yml", "line": 17, "column": 11, "severity": "error"},
            **{"kind": "unknown_fact", "words": "aeg", "nearest": "age", "example": None},
            "message": "the vocabulary has no fact 'aeg'; did you mean 'age'?",
        }
    ]


def test_every_kind_of_finding_has_its_sentence_in_both_languages() -> None:
    for name, texts in catalogue().items():
        if name.startswith("rules."):
            assert set(texts) == {"id", "en"}, name
            assert set(re.findall(r"\{(\w+)\}", texts["id"])) == set(
                re.findall(r"\{(\w+)\}", texts["en"])
            ), name
