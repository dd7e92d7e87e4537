"""The weekly report: it opens from disk without a network, and tells what the marts say."""

import csv
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from selaras.errors import Refusal
from selaras.messages import catalogue
from selaras.report import write_report
from selaras.report.overview import errors
from selaras.report.places import tiles
from selaras.report.read import SQL, Figure, Published, tables_of
from selaras.report.speech import Speech
from selaras.spelling import percent
from selaras.warehouse import Row
from selaras.workspace import Workspace

OUTSIDE = re.compile(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}|url\(|javascript:""", re.IGNORECASE)
PAGES = (
    *("index", "programmes", "agencies", "districts"),
    *("findings", "quality", "rules", "how"),
)
LARGEST = 1_000_000  # bytes of the overview with what it loads


class Links(HTMLParser):
    """What a page links to and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.styled = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.targets += [str(given[name]) for name in ("href", "src") if name in given]
        self.ids += [str(given["id"])] if "id" in given else []
        self.styled += tag in ("script", "style", "iframe") or "style" in given


@pytest.fixture(scope="module")
def folder(built: Workspace) -> Path:
    return built.publish / "current" / "report"


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Links]:
    found = folder.rglob("*.html")
    return {
        path.relative_to(folder).as_posix(): Links(path.read_text(encoding="utf-8"))
        for path in found
    }


@pytest.fixture(scope="module")
def published(built: Workspace) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(built.publish / "current" / "selaras_marts.duckdb"), read_only=True)


def told(folder: Path, figure: str) -> list[dict[str, str]]:
    """The rows of a figure as its CSV tells them."""
    with (folder / "data" / f"{figure}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_page_is_there_in_both_languages(pages: dict[str, Links]) -> None:
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    assert english == {name for name in pages if not name.startswith("en/")}
    assert {f"{name}.html" for name in PAGES} <= english
    kinds = {name.partition("-")[0] for name in english if "-" in name}
    assert kinds == {"programme", "agency", "district"}
    assert len([name for name in english if name.startswith("district-")]) == 44


def test_no_file_names_an_outside_address_or_runs_anything(
    folder: Path, pages: dict[str, Links]
) -> None:
    for path in (path for path in folder.rglob("*") if path.is_file()):
        assert not OUTSIDE.search(path.read_text(encoding="utf-8")), path
    for name, page in pages.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert "default-src 'none'; style-src 'self' file:;" in text, name
        assert page.styled == 0, f"{name}: a script, a style or a frame in the page"


def test_every_link_leads_somewhere(folder: Path, pages: dict[str, Links]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), f"{name}: an id twice"
        for target in page.targets:
            file, _, place = target.partition("#")
            path = (folder / name).parent / file if file else folder / name
            assert path.is_file(), f"{name}: {target}"
            if place:
                there = pages[path.resolve().relative_to(folder.resolve()).as_posix()]
                assert place in there.ids, f"{name}: {target}"


def test_every_figure_is_defined_and_reads_only_what_is_published(
    folder: Path, pages: dict[str, Links], published: duckdb.DuckDBPyConnection
) -> None:
    known = {
        f"{schema}.{table}"
        for schema, table in published.execute(
            "select table_schema, table_name from information_schema.tables"
        ).fetchall()
    }
    for path in SQL.glob("*.sql"):
        assert {f"report.fig_{path.stem}", f"report.def_{path.stem}"} <= set(catalogue())
        assert set(tables_of(path.read_text(encoding="utf-8"))) <= known, path
        assert path.stem in pages["how.html"].ids
        assert f"{path.stem}-sql" in pages["en/how.html"].ids
        assert told(folder, path.stem) or path.stem == "targeting_error", path


def test_the_report_is_the_same_bytes_again_and_for_its_owner_only(built: Workspace) -> None:
    folder = built.publish / "current" / "report"
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    write_report(built)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    modes = {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".")]


def test_nothing_published_and_an_older_publication_are_refused_in_one_sentence(
    tmp_path: Path,
) -> None:
    workspace = Workspace(tmp_path)
    with pytest.raises(Refusal) as refused:
        write_report(workspace)
    assert refused.value.key == "report.not_published"
    current = workspace.publish / "current"
    current.mkdir(parents=True)
    (current / "manifest.json").write_text("{}", encoding="utf-8")
    duckdb.connect(str(current / "selaras_marts.duckdb")).close()
    with pytest.raises(Refusal) as refused:
        write_report(workspace)
    assert refused.value.key == "report.old_publication"
    assert not (current / ".report").exists() and not (current / "report").exists()


@pytest.mark.parametrize(("language", "written"), [("id", "12,3%"), ("en", "12.3%")])
def test_errors_that_visits_found_stand_with_their_interval(language: str, written: str) -> None:
    row: Row = {
        "list_date": date(2025, 10, 24),
        "measure_indonesian": "galat inklusi",
        "measure_english": "inclusion error",
        "city_name": None,
        "error_share": 0.123,
        "lower_limit": 0.081,
        "upper_limit": 0.18,
    }
    columns = ("error_share",)
    figures = {"targeting_error": Figure("targeting_error", "", (), columns, [row])}
    card = errors(Published(figures, {}, 10, "Sunda Barat"), Speech(language))
    assert "Sunda Barat" in card.body and written in card.body
    assert 'cx="68.33%"' in card.body  # 0.123 of 0.18
    assert card.table and card.table.rows[0][1:] == tuple(
        percent(share, language) for share in (0.123, 0.081, 0.18)
    )


def test_the_overview_is_small(folder: Path) -> None:
    assert sum((folder / name).stat().st_size for name in ("index.html", "report.css")) < LARGEST


def test_no_count_of_people_or_families_is_small(folder: Path) -> None:
    for path in (folder / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name, value in row.items():
                    counts = name in ("family_count", "person_count", "case_count", "verdict_count")
                    if counts and value:
                        assert int(value) >= 10, f"{path.name}: {row}"


def test_headline_and_its_weeks_are_those_of_the_marts(
    folder: Path, published: duckdb.DuckDBPyConnection
) -> None:
    values = dict(published.execute("select metric_id, value from marts.mart_headline").fetchall())
    found = told(folder, "headline")
    last = max(row["as_of_date"] for row in found)
    assert len({row["as_of_date"] for row in found}) == 2
    shown = {row["metric_id"]: row["value"] for row in found if row["as_of_date"] == last}
    assert shown == {name: str(value) if value >= 10 else "" for name, value in values.items()}


def test_every_kecamatan_has_a_tile_of_its_own(published: duckdb.DuckDBPyConnection) -> None:
    codes = published.execute("select distinct district_code from marts.mart_region").fetchall()
    assert set(tiles()) == {code for (code,) in codes}
    assert len(set(tiles().values())) == len(tiles()) == 44


def test_combinations_hold_every_family_once(
    folder: Path, published: duckdb.DuckDBPyConnection
) -> None:
    (families,) = published.execute(
        "select count(distinct household_id) from marts.mart_benefit"
    ).fetchone()
    assert sum(int(row["family_count"]) for row in told(folder, "combination")) == families


@pytest.mark.parametrize(
    ("figure", "group", "part", "count", "told_by"),
    [
        (
            "coverage_by_decile",
            ("coverage",),
            "decile_key",
            "verdict_count",
            "select coverage, decile_key, count(*) from marts.mart_eligibility group by all",
        ),
        (
            "programme_decile",
            ("programme_id", "coverage"),
            "decile_key",
            "verdict_count",
            "select programme_id, coverage, decile_key, count(*) from marts.mart_eligibility"
            " group by all",
        ),
        (
            "waiting",
            ("agency",),
            "weeks_waiting",
            "case_count",
            "select agency, case when weeks_open < 2 then '1' when weeks_open < 5 then '2-4'"
            " else '5+' end, count(*) from marts.mart_case"
            " where status not in ('closed', 'false_positive', 'resolved') group by all",
        ),
    ],
)
def test_what_is_hidden_cannot_be_taken_from_a_total(
    folder: Path,
    published: duckdb.DuckDBPyConnection,
    figure: str,
    group: tuple[str, ...],
    part: str,
    count: str,
    told_by: str,
) -> None:
    true = {tuple(map(str, row[:-1])): row[-1] for row in published.execute(told_by).fetchall()}
    hidden: dict[tuple[str, ...], list[int]] = {}
    for row in told(folder, figure):
        key = tuple(row[name] for name in group)
        whole = true[(*key, row[part])]
        assert row[count] in ("", str(whole))
        if not row[count]:
            hidden.setdefault(key, []).append(whole)
    assert hidden
    for key, counts in hidden.items():
        of_all = sum(size for name, size in true.items() if name[:-1] == key)
        assert sum(counts) >= 10 or sum(counts) == of_all, (key, counts)


def test_pairs_are_counted_as_sets_of_families(
    folder: Path, published: duckdb.DuckDBPyConnection
) -> None:
    reached: dict[str, set[str]] = {}
    for programme, family in published.execute(
        "select programme_id, household_id from marts.mart_benefit"
    ).fetchall():
        reached.setdefault(programme, set()).add(family)
    for row in told(folder, "overlap"):
        one = reached.get(row["programme_id"], set())
        both = len(one & reached.get(row["other_programme_id"], set()))
        assert row["family_count"] == (str(both) if both >= 10 else "")
        if both >= 10:
            assert float(row["family_share"]) == pytest.approx(both / len(one))


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0.999996, "99.9996%"),
        (1, "100%"),
        (0, "0%"),
        (0.5014, "50.1%"),
        (0.00004, "0.004%"),
        (0.9999, "99.99%"),
    ],
)
def test_nearly_all_is_never_written_as_all(share: float, written: str) -> None:
    assert percent(share, "en") == written
    assert percent(share, "id") == written.replace(".", ",")
