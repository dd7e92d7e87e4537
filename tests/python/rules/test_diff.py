"""`selaras rules diff`: what changed in words, nothing for mere layout, and clear refusals."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from selaras.cli.differences import sentence
from selaras.errors import ExitCode, Refusal
from selaras.rules.differences.changes import Change, changes_between
from selaras.rules.differences.history import book_at, book_now, commit_of
from selaras.workspace import PROJECT

Edit = Callable[[str, str, str], int]
NEW_VALUE = "2026-01-01: {value: 350_000, status: confirmed, source: Pergub 1/2026}"


def git(project: Path, *arguments: str) -> str:
    """Run git as somebody who signs nothing."""
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", "-C", str(project), *who, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(project: Path) -> None:
    git(project, "add", "-A")
    git(project, "commit", "--quiet", "--message", "state")


@pytest.fixture
def repository(project: Path) -> Path:
    """The copied rule book with its state committed."""
    git(project, "init", "--quiet")
    commit(project)
    return project


@pytest.fixture
def changes(repository: Path) -> Callable[[], list[Change]]:
    """What changed since the commit."""
    return lambda: changes_between(
        book_at(repository, commit_of(repository, "HEAD"), "HEAD"), book_now(repository)
    )


@pytest.fixture
def told(changes: Callable[[], list[Change]]) -> Callable[[], list[str]]:
    """The same as sentences."""
    return lambda: [f"{each.file}: {sentence(each)}" for each in changes()]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_LANG", "en")


def test_a_new_value_tells_from_when_and_from_what_to_what(
    edit: Edit, told: Callable, changes: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "  monthly_amount:\n    unit: rupiah per month\n    values:\n"
    edit("klj.yml", text, f"{text}      {NEW_VALUE}\n")
    assert told() == [
        "rules/klj.yml: parameter :monthly_amount: from 2026-01-01 on it is 350,000"
        " (it was 300,000); confirmed: Pergub 1/2026"
    ]
    monkeypatch.setenv("SELARAS_LANG", "id")
    assert "sejak 2026-01-01 berlaku 350.000 (semula 300.000)" in told()[0]
    assert changes()[0].path == ("parameter", "monthly_amount", "value", "2026-01-01")


def test_a_value_written_over_warns_of_the_past(edit: Edit, told: Callable) -> None:
    edit("klj.yml", "value: 300_000", "value: 310_000")
    (only,) = [each for each in told() if "parameter" in each]
    assert "2023-01-01 on was rewritten from 300,000 to 310,000; past weeks" in only


def test_a_parameter_that_ends_says_so(edit: Edit, told: Callable) -> None:
    text = "  max_property_value:\n    unit: rupiah\n    values:\n"
    edit("klj.yml", text, text + "      2026-01-01: null\n")
    assert ":max_property_value: from 2026-01-01 on it is ended (it was 1,000,000,000)" in told()[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("en: Is not a resident of a social home.", "en: Lives at home.", "English sentence was"),
        ("id: Bukan penghuni panti sosial.", "id: Tinggal di rumah.", "Indonesian sentence was"),
        (
            "when: not lives_in_care_home",
            "when: not lives_in_care_home or is_pregnant",
            "is_not_in_care_home: condition was 'not lives_in_care_home',"
            " is now 'not lives_in_care_home or is_pregnant'",
        ),
        ("basis: Kepgub 1250/2021", "basis: Kepgub 1/2026", "is now 'Kepgub 1/2026'"),
        (
            "    source: ihram.co.id Dec 2025\n",
            "    source: ihram.co.id Dec 2025\n    contestable: true\n",
            "criterion is_alive: open to objection was no, is now yes",
        ),
        ("valid_from: 2022-01-01", "valid_from: 2022-02-01", "first day was '2022-01-01'"),
        ("per: month}", "per: quarter}", "benefit: period was 'month', is now 'quarter'"),
        ("applies_to: has_disability", "applies_to: is_alive", "who is looked at was"),
        ("unit: rupiah per month", "unit: rupiah a month", ":monthly_amount: unit was"),
        ("purpose: [disability_income]", "purpose: [health]", "purpose was 'disability_income'"),
    ],
)
def test_what_a_rule_says_otherwise_is_one_sentence(
    edit: Edit, told: Callable, old: str, new: str, words: str
) -> None:
    edit("kpdj.yml", old, new)
    assert len(told()) == 1 and words in told()[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  - double_paid_rupiah\n", "", "headline figures was"),
        ("from_month: 10, months: 3", "from_month: 11, months: 2", "stage 4: "),
        ('    "4": {from_month: 10, months: 3}\n', "", "removed: stage 4"),
    ],
)
def test_headline_and_stages_are_told_in_words(
    edit: Edit, told: Callable, old: str, new: str, words: str
) -> None:
    edit("pkh.yml", old, new)
    assert told() and all(each.startswith("rules/pkh.yml: ") for each in told())
    assert words in told()[0], told()


def test_a_criterion_that_came_and_one_that_went(
    repository: Path, told: Callable, changes: Callable
) -> None:
    path = repository / "rules/blts.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("has_no_public_servant", "has_no_officer"), encoding="utf-8")
    new, gone, examples = told()
    assert "2 changed" in examples
    assert "new: criterion has_no_officer" in new and "has_public_servant_member" in new
    assert "removed: criterion has_no_public_servant" in gone
    assert [each.kind for each in changes()] == ["added", "removed", "changed"]


def test_ways_of_a_criterion_and_order_of_tiers(
    repository: Path, edit: Edit, told: Callable
) -> None:
    edit("kjp_plus.yml", "      has_disability:\n", "      is_disabled:\n")
    path = repository / "rules/kjp_plus.yml"
    rule = path.read_text(encoding="utf-8")
    sma = rule[rule.index("    sma:\n") : rule.index("    smk:\n")]
    smk = rule[rule.index("    smk:\n") : rule.index("\nexamples:")]
    path.write_text(rule.replace(sma + smk, smk + sma), encoding="utf-8")
    new, order, gone = told()
    assert "new: way is_disabled of criterion is_poor - Has a disability." in new
    assert "order of the tiers was 'pkbm, primary, junior_secondary, sma, smk'" in order
    assert "removed: way has_disability of criterion is_poor" in gone


def test_examples_are_counted(edit: Edit, told: Callable) -> None:
    edit("kpdj.yml", "- name: someone who died is not entitled", "- name: the dead get nothing")
    edit("kpdj.yml", "household.national_decile: 6", "household.national_decile: 7")
    count = (PROJECT / "rules/kpdj.yml").read_text(encoding="utf-8").count("- name: ")
    assert told() == [
        f"rules/kpdj.yml: examples: {count} before, {count} now (1 new, 1 removed, 1 changed)"
    ]


def test_overlaps_agencies_and_facts(edit: Edit, told: Callable) -> None:
    edit("overlaps.yml", "pkh_child_kaj:\n    kind: exclusive", "child:\n    kind: same_purpose")
    edit("overlaps.yml", "value: 5_000_000", "value: 6_000_000")
    edit("programmes.yml", "en: DKI Jakarta Revenue Agency", "en: Revenue Agency")
    edit("vocabulary.yml", "description: Living members.", "description: Members alive.")
    lines = [each for each in told() if "examples:" not in each]
    text = "\n".join(lines)
    assert "new: overlap rule child - A child paid by PKH" in text and "same_purpose" in text
    assert "removed: overlap rule pkh_child_kaj" in text
    assert "monthly_total: limit was 'value 5000000, counts rupiah" in text
    assert "agency bapenda_dki: English title was 'DKI Jakarta Revenue Agency'" in text
    assert "fact household.member_count: description was 'Living members.'" in text
    assert len(lines) == 5


def test_who_may_see_what_is_told_field_by_field(edit: Edit, told: Callable) -> None:
    edit(
        "entitlements.yml",
        "dinsos_dki:\n    dukcapil_dki:\n      fields: [\n        nik, no_kk,",
        "dinsos_dki:\n    dukcapil_dki:\n      fields: [\n        nik, sex,",
    )
    edit("entitlements.yml", "  is_in_school: [bps]", "  is_in_school: [bps, disdik_dki]")
    assert set(told()) == {
        "rules/entitlements.yml: new: entitlement of dinsos_dki to see dukcapil_dki.sex in the"
        " outbox - basis 'not known'",
        "rules/entitlements.yml: removed: entitlement of dinsos_dki to see dukcapil_dki.no_kk in"
        " the outbox - basis 'not known'",
        "rules/entitlements.yml: supplier of the fact is_in_school: agencies that supply it was"
        " 'bps', is now 'bps, disdik_dki'",
    }


def test_thresholds_blocks_levels_and_what_was_learnt(edit: Edit, told: Callable) -> None:
    edit("linkage.yml", "value: 0.999", "value: 0.9999")
    edit("linkage.yml", "largest_block: 300", "largest_block: 200")
    edit("linkage.yml", "  card: [no_kk]\n", "")
    edit("linkage.yml", "known.name_key) <= 2", "known.name_key) <= 1")
    edit("linkage/model.yml", "swapped:\n      m: 0.0", "swapped:\n      m: 0.1")
    lines = sorted(each.removeprefix("rules/linkage.yml: ") for each in told())
    begins = [
        "level one_slip of comparison name: condition was 'likeness(",
        "level swapped of comparison birth_date: m probability was 0.0",
        "linkage: largest block was 300, is now 200",
        "removed: blocking rule card",
        "threshold match: value was 0.999, is now 0.9999",
    ]
    assert [line[: len(start)] for line, start in zip(lines, begins, strict=True)] == begins


def test_a_data_finding_that_the_commit_did_not_look_for_is_new(
    repository: Path, told: Callable
) -> None:
    overlaps = repository / "rules/overlaps.yml"
    text = overlaps.read_text(encoding="utf-8")
    book = yaml.safe_load(text)
    del book["always"]["double_payment"]
    overlaps.write_text(yaml.safe_dump(book), encoding="utf-8")
    commit(repository)
    overlaps.write_text(text, encoding="utf-8")
    (line,) = told()
    assert "new: finding double_payment - The same programme was paid twice" in line


def test_a_commit_from_before_entitlements_is_read(repository: Path, told: Callable) -> None:
    path = repository / "rules/entitlements.yml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    commit(repository)
    path.write_text(text, encoding="utf-8")
    assert {line.split(": ")[1] for line in told()} == {"new"}


def test_what_an_agency_does_not_supply_is_told_where_contracts_are(
    project: Path, edit: Edit
) -> None:
    edit("entitlements.yml", "fields: [nik, ", "fields: [nik, shoe_size, ")
    with pytest.raises(Refusal, match="supplies no 'shoe_size'"):
        book_now(project)


def test_a_programme_that_came_or_went_is_one_line(repository: Path, told: Callable) -> None:
    overlaps = repository / "rules/overlaps.yml"
    book = yaml.safe_load(overlaps.read_text(encoding="utf-8"))
    book["overlaps"] = {}
    overlaps.write_text(yaml.safe_dump(book), encoding="utf-8")
    (repository / "rules/kipk.yml").unlink()
    contract = "models/staging/kemdiktisaintek/_kemdiktisaintek__sources.yml"
    (repository / contract).unlink()
    lines = [each for each in told() if each.startswith("rules/kipk.yml")]
    assert len(lines) == 1 and "removed: programme kipk" in lines[0]
    commit(repository)
    git(repository, "checkout", "HEAD~1", "--", "rules/kipk.yml", contract)
    (line,) = told()
    assert "new: programme kipk - Smart Indonesia Card for university" in line


def _otherwise(value: object, path: tuple[str, ...] = ()) -> object:
    """The same content with the keys of every mapping in reverse, but for tiers and levels."""
    if isinstance(value, dict):
        names = list(value) if path[-1:] in (("tiers",), ("levels",)) else [*reversed(value)]
        return {name: _otherwise(value[name], (*path, str(name))) for name in names}
    if path == ("examples",):
        return list(reversed(value))
    return value


def test_order_layout_and_comments_are_no_change(repository: Path, told: Callable) -> None:
    for path in (repository / "rules").glob("*.yml"):
        content = _otherwise(yaml.safe_load(path.read_text(encoding="utf-8")))
        text = yaml.safe_dump(content, sort_keys=False, width=40, indent=4, allow_unicode=True)
        path.write_text(f"# Laid out otherwise\n{text}", encoding="utf-8")
    assert git(repository, "diff", "--stat")
    assert told() == []


def test_the_working_tree_and_the_index_are_left_alone(
    repository: Path, edit: Edit, told: Callable
) -> None:
    edit("klj.yml", "value: 300_000", "value: 310_000")
    git(repository, "add", "rules/klj.yml")
    edit("klj.yml", "value: 310_000", "value: 320_000")
    before = git(repository, "status", "--porcelain"), git(repository, "diff", "--cached")
    assert told()
    assert (git(repository, "status", "--porcelain"), git(repository, "diff", "--cached")) == before


@pytest.mark.parametrize("ref", ["nothing-like-it", "--all", "-h", "", "HEAD:rules", "HEAD; ls"])
def test_a_ref_that_names_no_commit_is_refused(repository: Path, ref: str) -> None:
    with pytest.raises(Refusal, match="git knows no") as caught:
        commit_of(repository, ref)
    assert caught.value.exit_code == ExitCode.USAGE


def test_no_git_and_no_repository_are_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    with pytest.raises(Refusal, match="is no git repository") as caught:
        commit_of(project, "HEAD")
    assert caught.value.exit_code == ExitCode.INPUT_REFUSED
    monkeypatch.setenv("PATH", str(project))
    with pytest.raises(Refusal, match="git was not found"):
        commit_of(project, "HEAD")


def test_a_commit_without_a_readable_rule_book_is_refused(repository: Path, edit: Edit) -> None:
    edit("klj.yml", "unit: person", "unit: cat")
    commit(repository)
    edit("klj.yml", "unit: cat", "unit: person")
    with pytest.raises(Refusal, match=r"rules/klj\.yml:\d+") as caught:
        book_at(repository, commit_of(repository, "HEAD"), "HEAD")
    assert caught.value.exit_code == ExitCode.RULES_REFUSED
    shutil.rmtree(repository / "rules")
    (repository / "empty").touch()
    commit(repository)
    with pytest.raises(Refusal, match="no folder rules/"):
        book_at(repository, commit_of(repository, "HEAD"), "HEAD")


def test_the_command_speaks_both_languages_and_json(
    clone: Path, selaras: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    git(clone, "init", "--quiet")
    commit(clone)
    here = {"PYTHONPATH": str(clone / "scripts")}
    same = selaras("rules", "diff", "HEAD", **here)
    assert (same.returncode, same.stdout) == (0, "Nothing changed in the rule book since HEAD.\n")
    rule = clone / "rules/klj.yml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("value: 60,", "value: 61,"), "utf-8")
    found = selaras("rules", "diff", "HEAD", "--json", **here)
    told = json.loads(found.stdout)
    assert told["commit"] == git(clone, "rev-parse", "HEAD").strip()
    (only,) = told["changes"]
    assert (only["before"], only["after"], only["field"]) == (60, 61, "value")
    assert only["path"] == ["parameter", "minimum_age", "value", "2018-01-01"]
    spoken = selaras("rules", "diff", "HEAD", "--lang", "id", **here)
    assert "ditulis ulang dari 60 menjadi 61" in spoken.stdout
    refused = selaras("rules", "diff", "nothing-like-it", **here)
    assert refused.returncode == ExitCode.USAGE and "Traceback" not in refused.stderr


def test_other_words_for_a_code_are_told(edit: Edit, told: Callable) -> None:
    edit("vocabulary.yml", "eligible: {id: berhak,", "eligible: {id: layak,")
    assert told() == [
        "rules/vocabulary.yml: code verdict.eligible: Indonesian title was 'berhak', is now 'layak'"
    ]
