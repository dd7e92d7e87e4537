"""`selaras what-if`: what reforms would do to the families of a built warehouse."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess

import duckdb
import pytest

from selaras.errors import Refusal
from selaras.rules.compiler import MODELS, compile_rules
from selaras.what_if import what_if
from selaras.what_if.judge import Project, attach, judge, search_path
from selaras.what_if.review import review_reform
from selaras.workspace import PROJECT, Workspace

LOWER, BOTH = "senior_card_decile_four", "elderly_may_keep_both"
HEAD = """\
reform: trial
title: {id: Coba, en: Trial}
basis: a test
takes_effect: 2026-01-01
programmes:
"""
SAID = "says: {{id: A., en: A.}}, basis: x, status: assumed"
ADDED = f"    criteria: {{{{added: {{{{{SAID}, when: {{when}}}}}}}}}}\n"
EXAMPLE = """\
    examples:
      - name: someone of sixty still gets the card
        like: someone of sixty with nothing against them is eligible
        date: 2026-01-01
        given: {household.highest_property_value: 0}
        expect: {verdict: eligible}
"""


def asked(workspace: Workspace, *names: str, query: str) -> list[tuple]:
    """What a query finds in the warehouse and in the results of a question, `answer`."""
    with closing(duckdb.connect(str(workspace.database), read_only=True)) as connection:
        place = workspace.what_if / f"{'__'.join(names)}.duckdb"
        connection.execute(f"attach '{place}' as answer (read_only)")
        return connection.execute(query).fetchall()


def wrong(project: Path, text: str) -> list[str]:
    """What is said of a reform."""
    (project / "reforms" / "trial.yml").write_text(text, encoding="utf-8")
    return [str(each) for each in review_reform(project, "trial", date(2025, 10, 24))]


def test_the_rules_that_stand_are_judged_anew_to_the_same(built: Workspace) -> None:
    project = Project(PROJECT, compile_rules(PROJECT))
    project.changed = {path.stem for path in compile_rules(PROJECT) if path.parent == MODELS}
    project.changed = {name for name in project.changed if name.startswith("elig_")}
    with closing(duckdb.connect()) as connection:
        attach(connection, built.database)
        judge(connection, "anew", project)
        connection.execute(f"set search_path = '{search_path(connection, 'anew')}'")
        differ = connection.execute(
            "from selaras.eligibility.fct_eligibility except from anew.fct_eligibility"
        ).fetchall()
        counts = connection.execute(
            "select (select count(*) from selaras.eligibility.fct_eligibility),"
            " (select count(*) from anew.fct_eligibility), (select count(*) from anew.changed)"
        ).fetchone()
    assert not differ
    assert counts[0] == counts[1] > 0
    assert counts[2] == 0


def test_a_reform_is_told_in_numbers_and_the_warehouse_stays(
    own: Workspace, selaras: Callable[..., CompletedProcess[str]]
) -> None:
    before = sha256(own.database.read_bytes()).hexdigest()
    found = selaras("what-if", LOWER, BOTH, "--home", own.home, "--json")
    told = json.loads(found.stdout)
    assert sha256(own.database.read_bytes()).hexdigest() == before
    assert [each["scenario"] for each in told["scenarios"]] == [LOWER, BOTH, f"{LOWER}__{BOTH}"]
    # Worked out from the facts: who stands in decile five loses, everybody else rises by 50,000.
    [(losers, risers)] = asked(
        own,
        LOWER,
        BOTH,
        query="""
            select
                count(*) filter (where home.national_decile = 5),
                count(*) filter (where home.national_decile < 5)
            from eligibility.fct_eligibility as judged
            inner join conformed.dim_household as home using (household_id)
            where judged.programme_id = 'klj' and judged.verdict = 'eligible'
        """,
    )
    [row, in_all] = [each for each in told["totals"] if each["scenario"] == LOWER]
    assert losers > 0
    assert (row["loses"], row["gains"], row["rises"], row["falls"]) == (losers, 0, risers, 0)
    change = 50_000 * risers - 300_000 * losers
    assert row["certain_after"] - row["certain_before"] == change
    assert in_all["certain_after"] - in_all["certain_before"] == change
    [(overlaps,)] = asked(
        own,
        LOWER,
        BOTH,
        query="select count(*) from overlap.fct_finding where rule_id = 'pkh_elderly_klj'",
    )
    gone = [each for each in told["findings"] if each["rule_id"] == "pkh_elderly_klj"]
    assert [each["findings"] for each in gone] == [overlaps, overlaps]
    assert {each["effect"] for each in gone} == {"vanishes"}
    assert len({each["landing"] for each in told["scenarios"]}) == 1
    assert len({each["rules"] for each in told["scenarios"]}) == 3


def test_groups_add_up_and_one_family_is_explained(
    own: Workspace, selaras: Callable[..., CompletedProcess[str]]
) -> None:
    selaras("what-if", LOWER, "--home", own.home)
    sums = asked(
        own,
        LOWER,
        query="""
            select programme_id, dimension, sum(loses), sum(certain_change) from answer.by_group
            group by all
        """,
    )
    assert len(sums) == 2 * 7
    assert len({(loses, change) for *_, loses, change in sums}) == 1
    [(household, amount)] = asked(
        own,
        LOWER,
        query="""
            select household_id, certain_before from answer.changed
            where effect = 'loses' order by all limit 1
        """,
    )
    shown = selaras("explain", household, "--what-if", LOWER, "--home", own.home, "--json")
    [row, *_] = json.loads(shown.stdout)["what_if"]
    assert (row["verdict_before"], row["verdict_after"]) == ("eligible", "ineligible")
    assert (row["certain_before"], row["certain_after"]) == (amount, 0)
    assert row["unmet_criteria"] == "is_in_decile"
    refused = selaras("explain", household, "--what-if", BOTH, "--home", own.home, "--lang", "en")
    assert refused.returncode == 14
    assert f"selaras what-if {BOTH}" in refused.stderr


def test_two_reforms_may_do_together_what_neither_does_alone(own: Workspace) -> None:
    amount = '    parameters: {monthly_amount: {value: 400_000, status: assumed, source: "x"}}\n'
    opened = "    suspends: [is_in_decile]\n"
    for name, change in (("more", amount), ("wider", opened)):
        text = f"{HEAD}  klj:\n{change}{EXAMPLE}".replace("trial", name, 1)
        (own.project / "reforms" / f"{name}.yml").write_text(text, encoding="utf-8")
    result = what_if(own, ["more", "wider"])
    [row] = [each for each in result.interactions if each["programme_id"] == "klj"]
    [gains] = [
        each["gains"]
        for each in result.totals
        if (each["scenario"], each["programme_id"]) == ("wider", "klj")
    ]
    assert gains > 0
    assert row["certain_interaction"] == 100_000 * gains


def test_reforms_that_change_the_same_are_refused_together(own: Workspace) -> None:
    for name, value in (("one", 350_000), ("two", 400_000)):
        change = (
            f"    parameters: {{monthly_amount: {{value: {value}, status: assumed, source: x}}}}\n"
        )
        text = f"{HEAD}  klj:\n{change}{EXAMPLE}".replace("trial", name, 1)
        (own.project / "reforms" / f"{name}.yml").write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        what_if(own, ["one", "two"])
    assert refused.value.key == "what_if.clash"
    assert refused.value.values["what"] == "klj.parameters.monthly_amount"


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        ("    suspends: [owns_no_cat]\n", 7, "owns_no_car"),
        (
            ADDED.format(when="agee_years > 3"),
            7,
            "age_years",
        ),
        ("    parameter: {}\n", 7, "parameters"),
        (
            "    suspends: [is_alive]\n    benefit: {kind: flat, amount: ':nothing', per: month}\n",
            8,
            "nothing",
        ),
    ],
)
def test_what_is_wrong_with_a_reform_is_told_where_it_stands(
    own: Workspace, change: str, line: int, words: str
) -> None:
    told = wrong(own.project, f"{HEAD}  klj:\n{change}{EXAMPLE}")
    assert any(each.startswith(f"reforms/trial.yml:{line}:") and words in each for each in told)


def test_examples_and_contradictions_of_a_reform_are_checked(own: Workspace) -> None:
    less = '    parameters: {minimum_age: {value: 61, status: assumed, source: "x"}}\n'
    told = wrong(own.project, f"{HEAD}  klj:\n{less}{EXAMPLE}")
    assert [each.startswith("reforms/trial.yml:9:") for each in told].count(True) == 1
    never = ADDED.format(when="age_years < 50")
    told = wrong(own.project, f"{HEAD}  klj:\n{never}{EXAMPLE}")
    assert any("reforms/trial.yml:7" in each for each in told)


def test_the_reforms_of_the_project_are_sound() -> None:
    assert [
        str(each)
        for name in (LOWER, BOTH)
        for each in review_reform(PROJECT, name, date(2025, 10, 24))
    ] == []


def test_a_warehouse_of_other_rules_is_refused(own: Workspace) -> None:
    (own.project / "rules").unlink()
    shutil.copytree(PROJECT / "rules", own.project / "rules")
    path = own.project / "rules" / "klj.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    shutil.copy(PROJECT / "reforms" / f"{LOWER}.yml", own.project / "reforms")
    with pytest.raises(Refusal) as refused:
        what_if(own, [LOWER])
    assert refused.value.key == "what_if.other_rules"
