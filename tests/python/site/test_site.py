"""The site: whole, in both languages, true to the code, and leading nowhere but into itself."""

import re
from pathlib import Path

import duckdb
import pytest

from selaras.landing.manifest import Listed
from selaras.site.check import dead_links
from selaras.site.contents import INDONESIAN, PARTS, is_listed
from selaras.site.drawing import drawn
from selaras.site.gather import gather
from selaras.workspace import PROJECT, Workspace

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEEDED_IN_INDONESIAN = (
    *("about.md", "contributing.md", "tutorial.md", "programmes/klj.md", "glossary.md"),
    *("desk.md", "workbench.md", "guides/handle-a-sanggah.md"),
)


@pytest.fixture(scope="module")
def texts(built: Workspace) -> dict[str, str]:
    """Every page of the site by its place; a dead link anywhere in docs/ ends here."""
    return gather(built)[0]


def test_every_page_is_in_the_contents_or_in_a_list(texts: dict[str, str]) -> None:
    for language in PARTS:
        index = texts[f"{language}/index.md"]
        for place in texts:
            name = place.removeprefix(f"{language}/").removesuffix(".md")
            if place.startswith(f"{language}/") and name != "index" and not is_listed(name):
                assert re.search(rf"^(.*<)?{re.escape(name)}>?$", index, re.MULTILINE), place


def test_what_officials_read_is_there_in_indonesian(texts: dict[str, str]) -> None:
    for name in NEEDED_IN_INDONESIAN:
        assert f"{INDONESIAN}/{name}" in texts and f"en/{name}" in texts


def test_the_dictionary_says_what_the_published_one_says(
    texts: dict[str, str], built: Workspace
) -> None:
    with duckdb.connect() as connection:
        path = str(built.publish / "current/dictionary.csv")
        rows = connection.execute("select table_name, column_name from read_csv(?)", [path])
        published = rows.fetchall()
    assert published
    for table, column in published:
        assert f"| `{column}` |" in texts[f"en/dictionary/{table}.md"]


def test_each_list_has_a_page_with_its_columns_and_rows(texts: dict[str, str]) -> None:
    page = texts["en/files/kemensos__pkh.md"]
    head, row, *_ = (
        (PROJECT / "data/sample/2025-10-17/bnba_pkh_2025_tahap1.csv")
        .read_text(encoding="utf-8-sig")
        .splitlines()
    )
    for heading, cell in zip(head.split(";"), row.split(";"), strict=True):
        assert re.search(rf"^\| `{heading}` \| `{re.escape(cell)}` \|", page, re.MULTILINE)
    assert "(kemensos__pkh.md)" in texts["en/files/index.md"]


def test_the_manifest_is_documented_column_by_column() -> None:
    page = (PROJECT / "docs/files/index.md").read_text(encoding="utf-8")
    table = page.partition("## manifest.csv")[2].partition("\n```")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(Listed.__dataclass_fields__)


def test_the_query_of_the_guide_runs_on_what_is_published(built: Workspace) -> None:
    page = (PROJECT / "docs/guides/connect-bi.md").read_text(encoding="utf-8")
    (query,) = [text for language, text in FENCE.findall(page) if language == "sql"]
    database = built.publish / "current/selaras_marts.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute(query).fetchall()


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("other.html", None),
        ("other.html#here", None),
        ("other.html#there", "no such place"),
        ("gone.html", "leads to nothing"),
        ("https://example.org/", "leads out of the site"),
        ("//example.org/a.js", "leads out of the site"),
    ],
)
def test_a_link_that_leads_nowhere_or_outside_is_told(
    tmp_path: Path, link: str, why: str | None
) -> None:
    (tmp_path / "other.html").write_text('<p id="here">', encoding="utf-8")
    (tmp_path / "page.html").write_text(f'<a href="{link}">', encoding="utf-8")
    found = list(dead_links(tmp_path))
    assert (not found) if why is None else (len(found) == 1 and why in found[0])


def test_what_a_style_loads_from_outside_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@import '//example.org/font.css';", encoding="utf-8")
    assert list(dead_links(tmp_path)) == ["a.css loads something from outside"]


def test_a_flowchart_is_drawn_with_its_words() -> None:
    told = drawn('```mermaid\nflowchart LR\n    a["<b>one</b><br>two"] -->|go| b\n```\n')
    assert "a [label=<<b>one</b><br/>two>]" in told and "a -> b [label=< go >]" in told
    with pytest.raises(ValueError, match="not a line of a flowchart"):
        drawn("```mermaid\nflowchart LR\n    a -.-> b\n```\n")
