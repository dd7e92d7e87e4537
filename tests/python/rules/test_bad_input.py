"""Every bad rule file is one clear refusal with file and line, and nothing is written."""

import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from selaras.errors import ExitCode, Refusal
from selaras.rules.all_checks import review_rules
from selaras.rules.compiler import compile_rules, write_rules

Edit = Callable[[str, str, str], int]
OLD_ENOUGH = "when: age_years >= :minimum_age"


def refused(project: Path) -> str:
    """What the refusal of a rule book says."""
    before = sorted(project.rglob("*"))
    with pytest.raises(Refusal) as caught:
        write_rules(project)
    assert caught.value.exit_code == ExitCode.RULES_REFUSED
    assert sorted(project.rglob("*")) == before, "something was written"
    return str(caught.value)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("age_yaers >= :minimum_age", "did you mean 'age_years'"),
        ("houshold.owns_car", "houshold.owns_car"),
        ("household.own_car and age_years >= :minimum_age", "did you mean 'household.owns_car'"),
        ("age_years >= :minimum_agee", "did you mean ':minimum_age'"),
        ("nik = '3171000000009000'", "'nik'"),
        ("age_years >= :minimum_age; drop table dim_person", "';'"),
        ("age_years >= (select 60)", "'(SELECT 60)'"),
        ("exists (select 1 from dim_person)", "not allowed"),
        ("read_text('/etc/passwd') = 'x'", "'read_text'"),
        ("age_years >= :minimum_age -- really", "comment"),
        ("age_years >= :minimum_age /* really */", "comment"),
        ("drop table dim_person", "not allowed"),
        ("coalesce(is_alive, true)", "'coalesce'"),
        ("is_alive is not true", "not allowed"),
        ("age_years >= ", "cannot be read"),
        ("age_years", "types do not fit"),
        ("sex >= 60", "types do not fit"),
        ("sex = 'femael'", "did you mean 'female'"),
        ("not age_years", "types do not fit"),
        ("age_years > 99999999999999999999", "64-bit"),
        ("age_years >= 1e3", "64-bit"),
        ("\u0430ge_years >= :minimum_age", "vocabulary has no fact"),
        ('"age_years" >= 60', "not allowed"),
        ("dim_person.age_years >= 60", "not allowed"),
        ("is_alive as x", "not allowed"),
        ("age_years >= ?", "not allowed"),
        ("current_date > date '2025-01-01'", "not allowed"),
        ("birth_date > date '2025-02-30'", "not allowed"),
        ("is_alive = null", "not allowed"),
        ("(" * 900 + "is_alive" + ")" * 900, "too long or too nested"),
        ("is_alive" + " and is_alive" * 400, "at most 2000 characters"),
    ],
)
def test_a_condition_outside_the_grammar_is_refused(
    project: Path, edit: Edit, condition: str, words: str
) -> None:
    line = edit(
        "klj.yml", f"    {OLD_ENOUGH}\n    basis", f"    when: >-\n      {condition}\n    basis"
    )
    told = refused(project)
    assert words in told
    assert f"rules/klj.yml:{line}:" in told or f"rules/klj.yml:{line + 1}:" in told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("owner: dinsos_dki", "owner: dinsos_dk", "did you mean 'dinsos_dki'"),
        ("purpose:", "porpose:", "did you mean 'purpose'"),
        ("level: province", "level: [", "not valid YAML"),
        ("level: province", "level: province\nlevel: central", "'level' stands here twice"),
        ("level: province", "level:\tprovince", "tab"),
        ("level: province", "level: &a province", "anchors and aliases"),
        ("level: province", "level: !!python/object:os.system province", "tag"),
        ("level: province", "level: village", "'level'"),
        ("level: province", "level: province\nno: 1", "'no'"),
        ("2023-01-01:", "2018-01-01:", "'2018-01-01' stands here twice"),
        ("2023-01-01:", "2023-02-30:", "no such day"),
        ("value: 300_000", "value: 9_223_372_036_854_775_808", "64-bit"),
        ("value: 300_000", "value: many", "values of one type"),
        ("    basis: Pergub 44/2022\n", "", "'basis' is missing"),
        ('en: "Is {minimum_age}', 'eng: "Is {minimum_age}', "did you mean 'en'"),
        ("contestable: true", "contestable: yes", "'contestable'"),
        ("  is_old_enough:\n", "  Is_Old:\n", "not a valid name"),
        ("  is_old_enough:\n", "  verdict:\n", "already means something else"),
        ("  is_old_enough:\n", "  order:\n", "already means something else"),
        (
            "household.owns_car: false",
            "household.owns_cat: false",
            "did you mean 'household.owns_car'",
        ),
        ("unmet: [is_old_enough]", "unmet: [is_old]", "did you mean 'is_old_enough'"),
        ("objections: [owns_no_car]", "objections: [is_alive]", "not contestable"),
        ('says: {id: "Berusia', "says: {id: '{{ run_query(x) }}', x: \"Berusia", "template code"),
        ("when: age_years >= :minimum_age", "when: is_alive\n    any_of: {}", "any_of"),
        ("{age_years: 59}", "{age_years: young}", "'age_years' cannot be young"),
        (
            "valid_from: 2018-01-01\n",
            "valid_from: 2018-01-01\nvalid_to: 2017-01-01\n",
            "before it starts",
        ),
        ("programme: klj", "programme: kjl", "belongs in rules/kjl.yml"),
        (
            "[cross_level_families]",
            "[cross_levels_families]",
            "did you mean 'cross_level_families'",
        ),
        ("[cross_level_families]", "cross_level_families", "'headline'"),
    ],
)
def test_a_rule_outside_the_grammar_is_refused(
    project: Path, edit: Edit, old: str, new: str, words: str
) -> None:
    edit("klj.yml", old, new)
    told = refused(project)
    assert words in told
    assert "rules/klj.yml:" in told


def test_an_unknown_fact_is_told_with_line_and_column(project: Path, edit: Edit) -> None:
    line = edit("klj.yml", "when: is_alive\n", "when: is_aliv\n")
    assert f"rules/klj.yml:{line}:11: " in refused(project)


def test_all_that_is_wrong_is_told_at_once(project: Path, edit: Edit) -> None:
    edit("klj.yml", "when: is_alive\n", "when: is_aliv\n")
    edit("klj.yml", "when: has_jakarta_id\n", "when: has_jakarta_idd\n")
    edit("pkh.yml", "when: is_pregnant\n", "when: is_pregnat\n")
    assert refused(project).count("did you mean") == 3


def test_an_unused_parameter_is_refused(project: Path, edit: Edit) -> None:
    edit("klj.yml", 'amount: ":monthly_amount"', 'amount: "300000"')
    assert "'monthly_amount' is not used" in refused(project)


def test_a_missing_source_of_a_criterion_stops_the_check_but_no_compile(
    project: Path, edit: Edit
) -> None:
    line = edit("klj.yml", "    source: ihram.co.id Dec 2025\n", "")
    write_rules(project)
    (told,) = [each for each in review_rules(project, date(2025, 10, 24)) if each.is_error]
    assert (told.key, told.words) == ("no_source", "is_alive") and told.place.line < line


def test_an_amount_of_a_component_may_not_depend_on_a_fact(project: Path, edit: Edit) -> None:
    edit("pkh.yml", 'amount: ":pregnant_amount"', 'amount: ":pregnant_amount * age_years"')
    assert "parameters only" in refused(project)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("pkh:elderly", "pkh:elderli", "did you mean 'elderly'"),
        ("[blts, pkh]", "[blts, pkg]", "did you mean 'pkh'"),
        ("keep: pkh", "keep: sembako", "neither of the two sides"),
        ("  double_payment:\n", "  triple_payment:\n", "'double_payment' is always looked for"),
        ("kind: exclusive", "kind: exclusif", "'kind'"),
    ],
)
def test_an_overlap_between_things_that_do_not_exist_is_refused(
    project: Path, edit: Edit, old: str, new: str, words: str
) -> None:
    edit("overlaps.yml", old, new)
    told = refused(project)
    assert words in told
    assert "rules/overlaps.yml:" in told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "mapping"),
        (b"- 1\n", "mapping"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[" * 200_000, "nesting"),
        (b"a: &x [1]\nb: [*x, *x]\n", "aliases"),
        (b"#" * 10_000_000, "over the limit"),
        (b"programme: \x00\n", "invisible"),
        (b"? [a]\n: b\n", "cannot be a key"),
    ],
)
def test_a_file_that_is_no_rule_is_refused(project: Path, content: bytes, words: str) -> None:
    (project / "rules/strange.yml").write_bytes(content)
    told = refused(project)
    assert words in told
    assert "rules/strange.yml:1:" in told


def test_a_missing_shared_file_is_refused(project: Path) -> None:
    (project / "rules/overlaps.yml").unlink()
    assert "rules/overlaps.yml" in refused(project)


def test_the_refusal_speaks_indonesian(
    project: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("klj.yml", "when: is_alive\n", "when: is_aliv\n")
    monkeypatch.setenv("SELARAS_LANG", "id")
    assert "tidak ada dalam kosakata; mungkin maksudnya 'is_alive'" in refused(project)


def test_nothing_changes_on_disk_when_a_compiled_book_breaks(project: Path, edit: Edit) -> None:
    write_rules(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    edit("sembako.yml", "when: has_living_member", "when: has_livin_member")
    with pytest.raises(Refusal):
        write_rules(project)
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    changed = {path.name for path in after if after[path] != before.get(path)}
    assert changed == {"sembako.yml"}


def test_the_committed_rule_book_is_sound(project: Path) -> None:
    assert compile_rules(project)


def test_a_fact_asked_of_an_agency_that_does_not_exist_is_refused(
    project: Path, edit: Edit
) -> None:
    line = edit("vocabulary.yml", "asked_of: dukcapil_dki", "asked_of: dukcapil")
    assert f"vocabulary.yml:{line}" in refused(project)
    assert "did you mean 'dukcapil_dki'" in refused(project)


def broken(project: Path, make: Callable[[Path], None]) -> str:
    """What is told of a rule book with one more, odd, thing in its folder."""
    make(project / "rules/strange.yml")
    return refused(project)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "rules/strange.yml:1:1: this is no plain file"),
        (lambda path: path.symlink_to(path.name), "rules/strange.yml:1:1: this is no plain file"),
        (lambda path: path.symlink_to("nowhere"), "rules/strange.yml:1:1: this is no plain file"),
        (lambda path: path.symlink_to("/dev/zero"), "rules/strange.yml:1:1: this is no plain file"),
        (lambda path: os.mkfifo(path), "rules/strange.yml:1:1: this is no plain file"),
        (lambda path: path.with_suffix(".yaml").write_text("a: 1\n"), "rename it to strange.yml"),
        (lambda path: path.write_text("a: &a {b: *a}\n"), "rules/strange.yml:1:4: YAML anchors"),
        (lambda path: path.write_text("a: !!map {b: 1}\n"), "rules/strange.yml:1:4: the tag"),
        (lambda path: path.write_text("a: !x [1]\n"), "rules/strange.yml:1:4: the tag"),
        (lambda path: path.write_text("a: !!str b\n"), "rules/strange.yml:1:4: the tag"),
        (lambda path: path.write_text("a: 1\n---\nb: 2\n"), "rules/strange.yml:2:1: this is not"),
        (lambda path: path.write_text("<<: {a: 1}\n"), "rules/strange.yml:1:1: '<<' cannot"),
        (lambda path: path.write_text("# nothing\n"), "rules/strange.yml:1:1: this file must be"),
    ],
)
def test_a_thing_that_is_no_rule_file_is_refused(
    project: Path, make: Callable[[Path], None], words: str
) -> None:
    assert words in broken(project, make)


@pytest.mark.parametrize("name", ["vocabulary.yml", "programmes.yml", "overlaps.yml", "klj.yml"])
def test_a_folder_in_place_of_a_file_is_told_alone(project: Path, name: str) -> None:
    (project / "rules" / name).unlink()
    (project / "rules" / name).mkdir()
    told = refused(project).splitlines()[1:]
    assert [line.partition(":")[0] for line in told] == [f"rules/{name}"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("value: 300_000", "value: .nan", "values of one type"),
        ("value: 300_000", "value: .inf", "values of one type"),
        ("value: 300_000", "value: 1e400", "values of one type"),
        ("value: 300_000", "value: -9223372036854775808", "64-bit"),
        ("value: 300_000", f"value: {'9' * 5000}", "values of one type"),
        ("valid_from: 2018-01-01", "valid_from: 0000-01-01", "no such day"),
        ("valid_from: 2018-01-01", "valid_from: 10000-01-01", "a day such as 2025-01-31"),
        ("level: province", "l\u0435vel: province", r"l\u0435vel"),
        ("level: province", "level: pro\u200bvince", "invisible characters"),
        ("when: is_alive\n", "when: is_\u0430live\n", r"is_\u0430live"),
        ("when: is_alive\n", "when: is_alive\u00a0\n", "invisible characters"),
        ("when: is_alive\n", "when: 1\n", "'when' is 1, but must be text"),
        ("when: is_alive\n", "when: [is_alive]\n", "must be text"),
        ("basis: Pergub 44/2022\nvalid", "basis: '-'\nvalid", "'basis' is \"-\", but must be text"),
        ("  2023-01-01:", "  '2023-01-01':", 'is "2023-01-01", but must be a day'),
        ("  2023-01-01:", "  2023-02-30:", "no such day as 2023-02-30"),
        ("  2023-01-01:", "  2023:", "a key is a word, or a day"),
    ],
)
def test_an_odd_value_is_told_once(
    project: Path, edit: Edit, old: str, new: str, words: str
) -> None:
    edit("klj.yml", old, new)
    told = refused(project)
    assert words in told
    missing = "l\u0435vel" in new  # a key that is misspelt is one that is missing, too
    assert len(told.splitlines()[1:]) == 1 + missing, told


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.rstrip(b"\n"),
    ],
    ids=["byte order mark", "CRLF", "no last line end"],
)
def test_how_a_file_was_saved_does_not_matter(
    project: Path, change: Callable[[bytes], bytes]
) -> None:
    def compiled() -> dict[str, str]:
        files = compile_rules(project)
        return {
            path.name: re.sub(r"[0-9a-f]{12,64}", "digest", text) for path, text in files.items()
        }

    before = compiled()
    path = project / "rules/klj.yml"
    path.write_bytes(change(path.read_bytes()))
    assert compiled() == before


def test_a_file_full_of_errors_is_told_of_in_short(project: Path) -> None:
    lines = "".join(f"key_{at}: 1\n" for at in range(15_000))
    (project / "rules/strange.yml").write_text(lines, encoding="utf-8")
    told = refused(project).splitlines()
    assert len(told) < 110 and "more errors in this file" in "".join(told)


@pytest.mark.parametrize("at", range(0, 40, 7))
def test_a_compile_that_is_cut_short_leaves_what_was_there(
    project: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    write_rules(project)
    edit("klj.yml", "value: 300_000", "value: 300_001")
    edit("pkh.yml", "value: 4\n", "value: 3\n")
    shutil.move(project / "models/eligibility/elig_sembako.sql", project / "elsewhere.sql")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    real, count = Path.replace, iter(range(1000))

    def failing(self: Path, target: Path) -> Path:
        if next(count) == at:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    expected = ExitCode.RULES_REFUSED
    try:
        write_rules(project)
    except Refusal as refusal:
        assert refusal.exit_code == expected
        after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
        assert after == before
    else:
        assert next(count) <= at, "the failure was swallowed"


def test_no_file_is_missing_while_another_takes_its_place(
    project: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_rules(project)
    edit("klj.yml", "value: 300_000", "value: 300_001")
    before = [path for path in project.rglob("*") if path.is_file()]
    real, missing = Path.replace, []

    def watching(self: Path, target: Path) -> Path:
        missing.extend(path for path in before if not path.exists())
        return real(self, target)

    monkeypatch.setattr(Path, "replace", watching)
    assert write_rules(project) and not missing
