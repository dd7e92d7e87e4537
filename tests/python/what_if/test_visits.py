"""Whom to visit and what to ask: promised verdicts end, and workbooks come back as a list."""

import random
from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from selaras.ask.answers import answers_of
from selaras.ask.book import write_visits
from selaras.ask.everyone import asking
from selaras.ask.visits import Visits, visits
from selaras.cli.lines import Lines
from selaras.errors import Refusal
from selaras.explain import Explanation
from selaras.landing import land
from selaras.rules.differences.history import book_now
from selaras.warehouse import open_warehouse
from selaras.workspace import PROJECT, Workspace

NEXT = "2025-10-31"


@pytest.fixture(scope="module")
def found(built: Workspace) -> Visits:
    """The six families whose answers settle most."""
    return visits(built, 6)


def lines(path: Path) -> list[dict[str, str]]:
    """The questions of a workbook by their headings."""
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Pertanyaan").to_python()
    return [dict(zip(head, map(str, row), strict=True)) for row in rows]


def filled(path: Path, rows: list[dict[str, str]]) -> None:
    """Write a workbook as it comes back."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Penjelasan").write(0, 0, "Penjelasan")
        sheet = book.add_worksheet("Pertanyaan")
        sheet.write_row(0, 0, rows[0])
        for at, row in enumerate(rows, 1):
            sheet.write_row(at, 0, row.values())


def test_whatever_the_answers_are_the_promised_verdicts_end(
    built: Workspace, found: Visits
) -> None:
    draw, book, tried = random.Random(5), book_now(PROJECT), 0
    rules = {each.programme: each for each in book.rules}
    with asking(built, book) as (worlds, day):
        for visit in found.visits[:3]:
            for programme in sorted({name for name, _ in visit.settles}):
                checked = rules[programme]
                answers = answers_of(checked, book.vocabulary, day)
                worlds.db.execute("delete from world")
                for person_id in [who for name, who in visit.settles if name == programme]:
                    for turn in range(5):
                        given = {}
                        for whose, name in visit.asked:
                            label = name if whose in (person_id, "") else f"member.{name}#{whose}"
                            if whose == "" and checked.rule.unit == "person":
                                label = f"household.{name}"
                            if values := answers.get(label.partition("#")[0]):
                                given[label] = draw.choice(values)
                        worlds.db.execute(
                            "insert into world values (?, ?, ?, map(?, ?))",
                            [
                                f"{turn}/{person_id}",
                                *(visit.household_id, person_id),
                                *(list(given), list(given.values())),
                            ],
                        )
                worlds.judge(checked, answers)
                ends = worlds.db.execute("select verdict from outcome").fetchall()
                assert ends and "undetermined" not in {each for (each,) in ends}, visit
                tried += len(ends)
    assert tried > 50


def test_those_come_first_whose_answers_settle_most(found: Visits) -> None:
    counts = [(len(each.settles), each.rupiah, each.overlaps) for each in found.visits]
    assert counts == sorted(counts, reverse=True)


def test_what_nobody_is_asked_at_a_door_is_named_with_how_many_wait_for_it(
    built: Workspace, found: Visits
) -> None:
    with open_warehouse(built) as warehouse:
        waiting = warehouse.execute(
            "select unit, missing_facts from eligibility.fct_eligibility"
            " where verdict = 'undetermined'"
        ).fetchall()
        facts = warehouse.execute(
            "select unit, fact_id, title_en from reference.fact where counts_days is null"
        ).fetchall()
    titles = {(unit, name): title for unit, name, title in facts}
    scopes = {"household": "household", "member": "person"}
    counted = Counter(
        titles[fact]
        for unit, missing in waiting
        for fact in {
            (scopes.get(label.split(".")[0], unit), label.split(".")[-1])
            for label in (missing or "").split(", ")
        }
        if fact in titles
    )
    assert {row["title_en"]: row["verdicts"] for row in found.not_asked} == counted
    assert counted["National decile"] > 0


def test_an_agency_is_asked_only_what_it_can_tell(built: Workspace) -> None:
    told = visits(built, 6, "disdik_dki")
    with open_warehouse(built) as warehouse:
        known = warehouse.execute("select fact_id from reference.fact where asked_of='disdik_dki'")
        facts = {fact for (fact,) in known.fetchall()}
    assert told.visits and {name for each in told.visits for _, name in each.asked} <= facts


def test_a_workbook_comes_back_as_a_list_and_what_was_not_asked_so_is_set_aside(
    built: Workspace, found: Visits, tmp_path: Path
) -> None:
    sent = write_visits(built, tmp_path / "kunjungan.xlsx", found)
    assert sent.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refusal):
        write_visits(built, sent, found)
    rows = lines(sent)
    assert [row["URUTAN"] for row in rows] == sorted(
        (row["URUTAN"] for row in rows), key=int
    ) and len(rows) == sum(len(each.asked) for each in found.visits)
    said = {"JAWABAN": "YA", "OLEH": "Pendamping", "TANGGAL": "2025-10-28"}
    other = next(row for row in rows if row["NO_KK"] != rows[0]["NO_KK"])
    inbox = tmp_path / "inbox"
    (inbox / NEXT).mkdir(parents=True)
    filled(
        inbox / NEXT / "hasil kunjungan (2).xlsx",
        [
            rows[0] | said,
            rows[1] | said | {"JAWABAN": "TIDAK TAHU"},
            rows[2] | said | {"JAWABAN": "mungkin"},
            rows[3],
            rows[3] | said | {"NO_KK": other["NO_KK"]},
            rows[3] | said | {"FAKTA": "household.national_decile"},
            rows[3] | said | {"SIDIK": other["SIDIK"]},
            rows[3] | said | {"NO_KK": "3171010101019001", "NIK": "3171010101019001"},
            rows[3] | said | {"OLEH": ""},
            rows[3] | said | {"TANGGAL": "kemarin"},
            rows[3] | said | {"JAWABAN": "-"},
            rows[3] | {"CATATAN": "rumah kosong"},
        ],
    )
    cut = (inbox / NEXT / "hasil kunjungan (2).xlsx").read_bytes()[:5000]
    (inbox / NEXT / "regu B.xlsx").write_bytes(cut)
    workspace = Workspace.at(tmp_path / "home")
    [file, damaged] = land(inbox, workspace).files
    assert damaged.notice and damaged.notice.key == "landing.broken_workbook"
    assert (file.source, file.table_name, file.status) == ("dinsos", "field_answer", "accepted")
    assert file.remarks == ()
    assert (file.rows_read, file.rows_accepted, file.rows_quarantined) == (10, 3, 7)
    landing = workspace.landing.as_posix()
    with duckdb.connect() as database:
        read = database.execute(
            "select jawaban, fakta, oleh, line from read_parquet"
            f"('{landing}/dinsos/field_answer/**/*.parquet') order by line"
        ).fetchall()
        aside = database.execute(
            f"select line, reason from read_parquet('{landing}/quarantine/**/*.parquet')"
            " order by line"
        ).fetchall()
    facts = [row["FAKTA"] for row in rows[:3]]
    words = ["YA", "TIDAK TAHU", "mungkin"]
    assert [(each[0], each[1], each[2]) for each in read] == [
        (word, fact, "Pendamping") for word, fact in zip(words, facts, strict=True)
    ]
    assert [reason for _, reason in aside] == [
        *(["unknown_question"] * 4),
        *("answered_by_nobody", "answered_on_no_day", "answer_missing"),
    ]


def test_an_answer_is_told_with_who_asked_when_and_where_it_stands() -> None:
    answer = {"unit": "person", "fact_id": "is_pregnant", "answer": "true", "outcome": "fills"}
    asked = {"told_on": date(2025, 10, 20), "told_by": "Sari", "file": "jawaban.xlsx", "line": 7}
    told = Lines(Explanation()).answer(answer | asked)
    assert all(each in told for each in ("2025", "Sari", "jawaban.xlsx", "7"))
