"""The page on linkage: all its parts, in both languages, nobody's data, and no network."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import vl_convert

from selaras.linkage.compile.queries import plain_self_score
from selaras.linkage.report import Report, report
from selaras.linkage.train.from_warehouse import whole_linkage
from selaras.messages import catalogue
from selaras.warehouse import open_warehouse, rows
from selaras.workspace import PROJECT, Workspace

BUNDLE = re.compile(r'<script id="bundle">.*?</script>', re.DOTALL)
URL = re.compile(r"https?://[^\s\"'`<>)\\]+")
# Names of grammars and of pages about them; nothing is fetched from there.
ALLOWED = ("http://www.w3.org/", "https://vega.github.io/", "https://github.com/vega/")
SECTIONS = (
    *("scores", "truth", "weights", "chances", "examples"),
    *("distribution", "unlinkable", "blocks", "methods"),
)


@pytest.fixture(params=["id", "en"])
def spoken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SELARAS_LANG", request.param)
    return request.param


@cache
def drawn(built: Workspace, truth: Path | None, _language: str) -> Report:
    return report(PROJECT, built, truth)


@pytest.fixture
def page(built: Workspace, inbox: Path, spoken: str) -> str:
    return drawn(built, inbox / "truth", spoken).html


def without_bundle(page: str) -> str:
    assert len(BUNDLE.findall(page)) == 1
    return BUNDLE.sub("", page)


def charts(page: str) -> dict[str, dict]:
    return json.loads(re.search(r"^const charts = (.+);$", page, re.MULTILINE)[1])


def test_every_section_has_its_heading_and_its_place_in_the_contents(page: str) -> None:
    assert re.findall(r'<section id="(\w+)"', page) == list(SECTIONS)
    assert re.findall(r'<li><a href="#(\w+)"', page) == list(SECTIONS)
    for name in SECTIONS:
        assert re.search(rf'<h2 id="{name}-title">[^<]+</h2>', page), name


def test_every_chart_can_be_drawn_and_has_a_place_and_a_table(page: str) -> None:
    places = re.findall(r'<div class="chart" id="([\w-]+)" role="img" aria-label="[^"]+">', page)
    assert sorted(charts(page)) == sorted(places)
    assert len(places) >= 8
    for name, spec in charts(page).items():
        svg = vl_convert.vegalite_to_svg({**spec, "width": 500})
        assert svg.count("<path") > 3, name
        place = page.index(f'id="{name}"')
        assert "<table>" in page[place : page.index("</figure>", place)], name


def test_the_label_of_the_longest_bar_has_room(page: str) -> None:
    spec = charts(page)["chart-weights"]
    text = json.dumps(spec)
    low, high = json.loads(re.search(r'"domain": (\[[-0-9.]+, [-0-9.]+\])', text)[1])
    ends = [float(each) for each in re.findall(r'"(?:weight|heaviest)": (-?[0-9.]+)', text)]
    assert low <= min(ends) - 5 and max(ends) + 5 <= high


def test_it_is_in_the_language_that_was_asked_for(page: str, spoken: str) -> None:
    assert f'<html lang="{spoken}">' in page
    text = re.sub(r"\s+", " ", page)
    other = "en" if spoken == "id" else "id"
    for name in ("title", "subtitle", "weights_title", "blocks_title", "private", "truth_wrong"):
        texts = catalogue()[f"linkage_report.{name}"]
        assert texts[spoken] in text
        assert texts[other] not in text


def test_it_needs_no_network(page: str) -> None:
    assert not re.search(r"<(link|img|iframe|object)\b|\bsrc=|@import", without_bundle(page))
    assert not re.findall(r'href="(?!#)', without_bundle(page))
    assert [each for each in URL.findall(page) if not each.startswith(ALLOWED)] == []
    assert "default-src 'none'" in page
    assert len(page) < 1_500_000


def test_it_holds_nobodys_number(page: str) -> None:
    shown = without_bundle(page)
    assert re.findall(r"(?<!\d)\d{16}(?!\d)", shown) == []
    assert re.findall(r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[. ]?\d{6}[. ]?\d{4}(?!\d)", shown) == []


def test_it_holds_nobodys_name_address_or_pseudonym(page: str, built: Workspace) -> None:
    with open_warehouse(built) as warehouse:
        found = rows(
            warehouse,
            "select name from identity.person_record union select name from identity.list_record"
            " union select name from identity.family_record",
        )
        ids = rows(
            warehouse,
            "select person_id as id from identity.person union"
            " select record_id from identity.list_record union"
            " select household_id from identity.household",
        )
    names = {str(row["name"]) for row in found if row["name"]}
    assert len(names) > 500
    # Cut is a name in Aceh, and what a number may be.
    own = {*re.findall(r"[A-Z]+", (PROJECT / "rules/linkage.yml").read_text("utf-8").upper())}
    assert len(names - own) >= len(names) - 5
    words = f" {' '.join(re.findall(r'[A-Z]+', without_bundle(page).upper()))} "
    assert [name for name in names - own if f" {name} " in words] == []
    shown = set(re.findall(r"\w+", without_bundle(page)))
    assert len(ids) > 1000
    assert [row["id"] for row in ids if row["id"] in shown] == []


def test_pairs_are_shown_by_candidate_and_their_steps_add_up(
    built: Workspace, inbox: Path, spoken: str
) -> None:
    found = drawn(built, inbox / "truth", spoken)
    assert "best" in {each.kind for each in found.facts.examples}
    for each in found.facts.examples:
        assert each.candidate_id in found.html
        assert sum(step.weight for step in each.steps) == pytest.approx(each.weight, abs=0.01)
        assert (each.kind == "best") <= (each.score >= found.facts.match)
        assert (each.kind == "under") <= (each.score < found.facts.match)


def test_without_a_truth_the_page_says_so(built: Workspace, spoken: str) -> None:
    html = drawn(built, None, spoken).html
    assert re.findall(r'<section id="(\w+)"', html) == list(SECTIONS[2:])
    assert "--truth" in without_bundle(html)


def test_counts_agree_with_the_warehouse(built: Workspace, inbox: Path) -> None:
    facts = drawn(built, inbox / "truth", "en").facts
    with open_warehouse(built) as warehouse:
        matched = rows(warehouse, "select count(*) as n from identity.match")[0]["n"]
        pairs = " union all ".join(
            f"from identity.{stage}_score select count(*) as n"
            for stage in ("list", "member", "family")
        )
        scored = rows(warehouse, f"select sum(n) as n from ({pairs})")[0]["n"]
    assert sum(row["rows"] for row in facts.methods) == matched
    assert facts.matched("exact", "repaired", "scored", "decided", "unmatched") == matched
    assert facts.pairs("attached", "queued", "settled", "below") == scored
    assert sum(facts.attached_records.values()) == facts.pairs("attached")


def test_the_truth_finds_hardly_a_wrong_row_and_more_than_numbers(
    built: Workspace, inbox: Path
) -> None:
    found = drawn(built, inbox / "truth", "en").evaluation
    assert found.lists.precision > 0.999
    assert found.lists.recall > max(found.lists.recall_by_number, 0.99)


def test_a_record_is_as_like_itself_as_can_be(built: Workspace) -> None:
    linkage = whole_linkage(PROJECT)
    everybody = "identity.person_record"
    sql = plain_self_score(linkage, "identity.list_record", everybody, everybody)
    with open_warehouse(built) as warehouse:
        scored = rows(warehouse, sql)
        records = rows(warehouse, "select * from identity.list_record")
    assert len(scored) == len(records) > 0
    fields = {each["record_id"]: each for each in records}
    for row in scored:
        for name, comparison in linkage.book.comparisons.items():
            is_known = all(fields[row["record_id"]][field] is not None for field in comparison.of)
            assert row[f"{name}_level"] == (
                next(iter(comparison.levels)) if is_known else "missing"
            )


def test_the_command_writes_the_page_and_tells_the_figures(
    built: Workspace,
    inbox: Path,
    tmp_path: Path,
    selaras: Callable[..., CompletedProcess[str]],
) -> None:
    out = tmp_path / "deep/page.html"
    arguments = ("linkage", "report", "--home", built.home, "--out", out)
    told = selaras(*arguments, "--truth", inbox / "truth", "--json")
    assert told.returncode == 0, told.stderr
    fields = json.loads(told.stdout)
    assert fields["report"] == str(out)
    assert fields["evaluation"]["lists"]["precision"] > 0.999
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    plain = selaras(*arguments, "--lang", "id")
    assert "Tanpa kebenaran" in plain.stdout
    assert "bps.dtsen_member" in plain.stdout
    refused = selaras(*arguments, "--truth", tmp_path)
    assert (refused.returncode, refused.stdout) == (14, "")


def test_every_text_of_the_page_is_in_both_languages() -> None:
    for name, texts in catalogue().items():
        if name.startswith(("linkage_report.", "linkage.")):
            assert set(texts) == {"id", "en"}, name
            found = [set(re.findall(r"\{(\w+)\}", texts[each])) for each in ("id", "en")]
            assert found[0] == found[1], name
