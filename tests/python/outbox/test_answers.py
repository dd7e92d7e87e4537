"""Answers come back in the same workbook: good ones decide, bad ones are set aside and told."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from sent import answer, asked, codes, workbooks

from selaras.errors import ExitCode, Refusal
from selaras.landing import answers, land
from selaras.landing.answers import fault_of
from selaras.landing.header import find_header
from selaras.landing.key import SAMPLE_KEY
from selaras.landing.seals import Seals
from selaras.outbox import write_outbox
from selaras.outbox.layout import ANSWERS, answer_layout, headers
from selaras.publish import Wishes, publish
from selaras.sync import sync
from selaras.validate import validate
from selaras.warehouse import rows
from selaras.workspace import Workspace

NEXT = "2025-10-31"
GIVEN = {"oleh": "Kantor", "tanggal": date(2025, 10, 28)}
ID = "o" + 24 * "a"
REASON = "The cards of those who moved away were taken back"


@pytest.fixture(scope="module")
def weeks(built: Workspace, inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """A week later: Disdik answers some items, Dinsos sends fewer cards, and all else stays.

    The run stops before publishing, since the cards are too few; then somebody says it is meant.
    """
    home = tmp_path_factory.mktemp("home")
    drops = home / "inbox"
    shutil.copytree(inbox, drops)
    (drops / NEXT).mkdir()
    folder = built.outbox / "2025-10-24" / "disdik_dki"
    (sent_in,) = workbooks(folder)
    items, rules = asked(sent_in), codes(folder)
    agreed, rejected, *others = [
        each for each in items if rules[each["id_butir"]]["KODE_ATURAN"] == "pip_kjp"
    ]
    (sent_elsewhere,) = workbooks(folder.with_name("dinsos_dki"))
    foreign = asked(sent_elsewhere)[0]
    corrected = next(each for each in items if each["sheet"] == "Koreksi baris")
    picked = {"agreed": agreed, "rejected": rejected, "already_corrected": corrected}
    answers = [
        {**picked["agreed"], **GIVEN, "jawaban": "SETUJU"},
        {**picked["rejected"], **GIVEN, "jawaban": "tolak", "alasan": "Masih hidup"},
        {**picked["already_corrected"], **GIVEN, "jawaban": "Sudah diperbaiki"},
        {**items[-1], **GIVEN, "jawaban": "TOLAK"},
        {**items[-2], **GIVEN, "jawaban": "mungkin"},
        {**items[-4], **GIVEN, "id_butir": foreign["id_butir"], "jawaban": "SETUJU"},
        {**items[-5], **GIVEN, "id_butir": ID, "jawaban": "SETUJU"},
        {**foreign, **GIVEN, "jawaban": "SETUJU"},
        {**others[0], **GIVEN, "jawaban": "SETUJU"},
        {**others[0], **GIVEN, "jawaban": "TOLAK", "alasan": "Salah orang"},
        items[-3],
    ]
    answer(drops / NEXT / "Tindak lanjut (1) final.xlsx", answers)
    (card,) = (drops / "2025-10-24").glob("pkd_2025_10.csv")
    head, *lines = card.read_bytes().splitlines(keepends=True)
    kept = [line for at, line in enumerate(lines) if at % 5 < 3]
    (drops / NEXT / card.name).write_bytes(b"".join([head, *kept]))
    workspace = Workspace.at(home / "selaras")
    shutil.copytree(built.home, workspace.home, symlinks=True)
    with pytest.raises(Refusal) as stopped:
        sync(drops, workspace, wishes=Wishes(sample_key=True))
    was = (workspace.publish / "current").readlink().name
    checks = validate(workspace)
    publish(workspace, checks, Wishes(sample_key=True, accept=REASON))
    write_outbox(workspace, checks)
    return {
        "workspace": workspace,
        "stopped": stopped.value,
        "published_meanwhile": was,
        "picked": picked,
        "unanswered": items[-3]["id_butir"],
        "foreign": foreign["id_butir"],
        "contradicted": others[0]["id_butir"],
    }


def test_a_drop_that_moves_too_much_is_published_only_with_a_reason(weeks: dict) -> None:
    stopped, workspace = weeks["stopped"], weeks["workspace"]
    assert stopped.exit_code == ExitCode.VALIDATION_FAILED
    table = [line.split() for line in str(stopped).splitlines() if line.startswith(f"  {NEXT}")]
    assert {"klj", "Rupiah"} <= {word for line in table for word in line}
    assert weeks["published_meanwhile"].startswith("2025-10-24")
    current = (workspace.publish / "current").resolve()
    assert current.name.startswith(NEXT)
    told = json.loads((current / "manifest.json").read_text(encoding="utf-8"))["acceptances"]
    mart = f"from '{current}/marts/mart_acceptance.parquet' where kind = 'figure'"
    found = rows(duckdb.connect(), mart)
    assert len(found) == len(told) == len(table)
    for each in (*found, *told):
        assert each["reason"] == REASON and each["accepted_by"]
        assert str(each["batch_date"]) == NEXT and str(each["accepted_at"]) > "2025"
        assert each["figure_now"] < each["figure_before"]


def test_answers_are_read_and_bad_ones_set_aside(weeks: dict) -> None:
    with duckdb.connect(str(weeks["workspace"].database), read_only=True) as warehouse:
        found = warehouse.execute("select item_id, answer from staging.stg_outbox__answer")
        assert set(found.fetchall()) == {
            *((each["id_butir"], answer) for answer, each in weeks["picked"].items()),
            (weeks["contradicted"], "agreed"),
            (weeks["contradicted"], "rejected"),
        }
        aside = warehouse.execute(
            "select reason from ops.quarantine where source = 'outbox' order by all"
        ).fetchall()
        assert [reason for (reason,) in aside] == [
            *("item_of_another_agency", "rejected_without_reason"),
            *("unknown_answer", "unknown_item", "unknown_item"),
        ]
        counted = warehouse.execute(
            "select rows_read, rows_accepted, rows_quarantined, status from ops.reconciliation"
            " where source = 'outbox'"
        ).fetchall()
        assert counted == [(10, 5, 5, "accepted")]


def test_an_answer_decides_and_what_was_rejected_is_not_asked_again(weeks: dict) -> None:
    with duckdb.connect(str(weeks["workspace"].database), read_only=True) as warehouse:
        decided = warehouse.execute("select disposition from overlap.fct_finding").fetchall()
        assert {"confirmed", "false_positive"} <= {each for (each,) in decided}
        case = warehouse.execute(
            "select decided_by, decided_by_agency from overlap.fct_case"
            " where disposition = 'false_positive' and decided_by = 'Kantor'"
        ).fetchall()
        assert case == [("Kantor", "disdik_dki")]
        told = warehouse.execute(
            "select distinct decided_by from marts.mart_case where disposition = 'false_positive'"
        ).fetchall()
        assert told == [("disdik_dki",)]  # the agency; who it was is nobody's business
        asked_now = {
            item for (item,) in warehouse.execute("select item_id from outbox.item").fetchall()
        }
    assert asked_now.isdisjoint(each["id_butir"] for each in weeks["picked"].values())
    assert {weeks["unanswered"], weeks["foreign"], weeks["contradicted"]} <= asked_now
    again = codes(weeks["workspace"].outbox / NEXT / "disdik_dki")[weeks["contradicted"]]
    assert "Answered in two ways (2025-10-28)" in again["STATUS_BUTIR"]


def test_every_item_sent_is_followed(weeks: dict) -> None:
    with duckdb.connect(str(weeks["workspace"].database), read_only=True) as warehouse:
        found = warehouse.execute(
            "select item_id, state, days_to_answer, weeks_sent, first_sent_on"
            " from marts.mart_outbox"
        ).fetchall()
        states = {item: (state, days) for item, state, days, *_ in found}
        for word, each in weeks["picked"].items():
            assert states[each["id_butir"]][0] == word
        for each in (weeks["unanswered"], weeks["foreign"]):
            assert states[each] == ("unanswered", None)
        (total,) = warehouse.execute("select sum(items) from marts.mart_outbox_week").fetchone()
        assert total == len(found)
        assert {state for _, state, *_ in found} <= {
            *("agreed", "rejected", "already_corrected", "not_yet_corrected", "corrected"),
            *("unanswered", "no_longer_asked"),
        }


def sealed(agency: str = "dinsos_dki", key: str = SAMPLE_KEY, item: str = ID) -> dict[str, str]:
    """An item that was sent to an agency, by the definition of its seal."""
    facts = "f" + 24 * "0"
    told = hashlib.sha256(f"{key}/s/{item}/{agency}/{facts}".encode()).hexdigest()
    return {"id_butir": item, "sidik": f"{facts}s{told[:24]}"}


def test_a_workbook_without_a_column_is_refused_with_one_sentence(tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / NEXT
    drop.mkdir(parents=True)
    answer(drop / "balasan.xlsx", [{"id_butir": ID, "jawaban": "SETUJU"}], leave_out="oleh")
    landed = land(drop.parent, Workspace.at(tmp_path / "home"))
    (said,) = [str(each) for each in landed.refusals]
    assert "balasan.xlsx" in said and "OLEH" in said and "\n" not in said


def test_a_damaged_workbook_is_refused_with_one_sentence(tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / NEXT
    drop.mkdir(parents=True)
    answer(drop / "whole.xlsx", [{**sealed(), "jawaban": "SETUJU", **GIVEN}])
    whole = (drop / "whole.xlsx").read_bytes()
    (drop / "tindak_lanjut_20251024.xlsx").write_bytes(whole[: len(whole) // 2])
    landed = land(drop.parent, Workspace.at(tmp_path / "home"))
    (said,) = [str(each) for each in landed.refusals]
    assert "tindak_lanjut_20251024.xlsx" in said and "\n" not in said
    assert [file.file for file in landed.files if file.rows_accepted == 1] == ["whole.xlsx"]


def test_a_workbook_in_another_format_is_to_be_saved_as_xlsx(tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / NEXT
    drop.mkdir(parents=True)
    for name in ("tindak_lanjut_20251024.ods", "Balasan.xls"):
        (drop / name).write_bytes(b"anything")
    landed = land(drop.parent, Workspace.at(tmp_path / "home"))
    said = [str(each) for each in landed.refusals]
    assert [".xlsx" in each and "\n" not in each for each in said] == [True, True]
    assert not [each for each in said if "<yyyy" in each]


def test_a_sheet_that_was_answered_and_hidden_is_read(tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / NEXT
    drop.mkdir(parents=True)
    given = {"jawaban": "SETUJU", **GIVEN}
    ids = [f"o{number:024x}" for number in range(2)]
    answers = [{**sealed(item=each), **given, "sheet": each[-1]} for each in ids]
    answer(drop / "balasan.xlsx", answers, hide="1")
    landed = land(drop.parent, Workspace.at(tmp_path / "home"))
    assert [file.rows_accepted for file in landed.files] == [2]


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the known words that answers are read by."""
    words = tmp_path / "source_word.csv"
    words.write_bytes(answers.WORDS.read_bytes())
    with monkeypatch.context() as patch:
        patch.setattr(answers, "WORDS", words)
        yield words
    answers.known_words.cache_clear()


def test_a_word_that_is_learnt_later_lets_the_answers_be_read_again(
    tmp_path: Path, words: Path
) -> None:
    drop = tmp_path / "inbox" / NEXT
    drop.mkdir(parents=True)
    answer(drop / "balasan.xlsx", [{**sealed(), "jawaban": "boleh", **GIVEN}])
    counted = []
    for learnt in ("", "follow_up,boleh,agreed,reported\n"):
        words.write_text(words.read_text(encoding="utf-8") + learnt, encoding="utf-8")
        answers.known_words.cache_clear()
        (file,) = land(drop.parent, Workspace.at(tmp_path / "home")).files
        counted.append((file.rows_accepted, file.rows_quarantined))
    assert counted == [(0, 1), (1, 0)]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_a_workbook_that_libreoffice_saved_holds_the_same_answers(tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / NEXT
    given = {**GIVEN, "jawaban": "SETUJU", "nik": "3171011105509001"}
    ids = [f"o{number:024x}" for number in range(3)]
    items = [{**sealed(item=each), **given, "sheet": each[-1]} for each in ids]
    answer(tmp_path / "balasan.xlsx", items, hide="1")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saved = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(drop)]
    subprocess.run(
        ["soffice", profile, "--headless", *saved, str(tmp_path / "balasan.xlsx")],
        check=True,
        timeout=120,
    )
    landed = land(drop.parent, Workspace.at(tmp_path / "home"))
    assert [(file.rows_accepted, file.rows_quarantined) for file in landed.files] == [(3, 0)]


def test_workbooks_are_read_however_people_have_changed_them(tmp_path: Path) -> None:
    """Columns moved and added in one sheet alone, cells merged, dates typed, a sheet as text."""
    drop = tmp_path / "inbox" / NEXT
    drop.mkdir(parents=True)
    titles = [headers()[name] for name in ("id_butir", *ANSWERS, "sidik")]
    given = [sealed(item=f"o{number:024x}") for number in range(7)]

    def row(number: int, *cells: str) -> list[str]:
        return [given[number]["id_butir"], *cells, given[number]["sidik"]]

    with xlsxwriter.Workbook(drop / "Salinan tindak lanjut.xlsx") as book:
        sheet = book.add_worksheet("Verifikasi")
        sheet.write_row(0, 0, [*reversed(titles), "Catatan Budi"])
        sheet.write_row(1, 0, [*reversed(row(0, "agreed", "", "Budi", "28/10/2025")), "ok"])
        sheet = book.add_worksheet("Ganda")
        sheet.write_row(1, 0, titles)
        sheet.write_row(2, 0, row(1, "SETUJU", "", "Budi", "2025-10-28"))
        sheet.write_row(3, 0, row(2, "", "", "Budi", "2025-10-28"))
        sheet.merge_range(2, 1, 3, 1, "SETUJU")
        sheet.write_row(4, 0, row(3, "28/10/2025", "", "Budi", "28/10/2025"))
        sheet.write_row(5, 0, row(4, "TOLAK", "", "Budi", "28/10/2025"))
        sheet.write_row(6, 0, row(5, "SETUJU", "", "Budi", "28 Oktober 2025"))
        # sorted by half: the id moved and its seal did not
        sheet.write_row(
            7, 0, [given[0]["id_butir"], *row(6, "SETUJU", "", "Budi", "28/10/2025")[1:]]
        )
    text = [",".join(titles), ",".join(row(6, "SETUJU", "", "Budi", "2025-10-28"))]
    (drop / "tindak_lanjut_20251024.csv").write_text("\n".join(text), encoding="utf-8")
    workspace = Workspace.at(tmp_path / "home")
    landed = land(drop.parent, workspace)
    (said,) = [str(each) for each in landed.refusals]
    assert "tindak_lanjut_20251024.csv" in said and ".xlsx" in said and "\n" not in said
    folder = workspace.landing
    read = duckdb.sql(
        f"select id_butir, jawaban, oleh from '{folder}/outbox/answer/*/*.parquet' order by all"
    ).fetchall()
    assert read == [
        (given[number]["id_butir"], word, "Budi")
        for number, word in ((0, "agreed"), (1, "SETUJU"), (2, "SETUJU"), (5, "SETUJU"))
    ]
    aside = duckdb.sql(f"select reason from '{folder}/quarantine/**/*.parquet' order by all")
    assert aside.fetchall() == [
        ("rejected_without_reason",),
        ("unknown_answer",),
        ("unknown_item",),
    ]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({}, "unanswered"),
        ({"jawaban": "-"}, "unanswered"),
        ({"jawaban": "SETUJU", **GIVEN}, None),
        ({"jawaban": "already corrected", **GIVEN}, None),
        ({"jawaban": "SETUJU", **GIVEN, "id_butir": "12"}, "no_item_id"),
        ({"jawaban": "SETUJU", **GIVEN, "sidik": ""}, "unknown_item"),
        ({"jawaban": "SETUJU", **GIVEN, **sealed(key="another key")}, "unknown_item"),
        ({"jawaban": "SETUJU", **GIVEN, **sealed("bps")}, "item_of_another_agency"),
        ({"jawaban": "2025-10-28", **GIVEN}, "unknown_answer"),
        ({"jawaban": "boleh", **GIVEN}, "unknown_answer"),
        ({"jawaban": "SETUJU?", **GIVEN}, "unknown_answer"),
        ({"oleh": "Kantor"}, "unknown_answer"),
        ({"jawaban": "TOLAK", **GIVEN}, "rejected_without_reason"),
        ({"jawaban": "TOLAK", "alasan": "lain", **GIVEN}, None),
        ({"jawaban": "SETUJU", "tanggal": "2025-10-28"}, "answered_by_nobody"),
        ({"jawaban": "SETUJU", "oleh": "Kantor"}, "answered_on_no_day"),
        ({"jawaban": "SETUJU", "oleh": "Kantor", "tanggal": "kemarin"}, "answered_on_no_day"),
    ],
)
def test_a_row_is_judged_by_its_answer(cells: dict[str, object], fault: str | None) -> None:
    titles = list(headers().values())
    _, header = find_header("x", [titles], answer_layout())
    row = {**sealed(), **cells}
    seals = Seals(SAMPLE_KEY)
    for _ in range(2):
        seals.see(**{"item_id": ID, "seal": sealed()["sidik"]})
    assert fault_of(header, [str(row.get(name, "")) for name in headers()], seals) == fault
