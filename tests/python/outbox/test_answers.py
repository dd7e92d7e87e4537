"""Answers come back in the same workbook: good ones decide, bad ones are set aside and told."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest
from sent import answer, asked, workbooks

from selaras.landing import land
from selaras.landing.answers import fault_of
from selaras.landing.header import find_header
from selaras.outbox.layout import answer_layout, headers
from selaras.publish import Wishes
from selaras.sync import sync
from selaras.workspace import Workspace

NEXT = "2025-10-31"
GIVEN = {"oleh": "Kantor", "tanggal": date(2025, 10, 28)}
ID = "o" + 24 * "a"


@pytest.fixture(scope="module")
def weeks(built: Workspace, inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """A week later: Disdik answers some items, Dinsos sends its cards again, and all else stays."""
    home = tmp_path_factory.mktemp("home")
    drops = home / "inbox"
    shutil.copytree(inbox, drops)
    (drops / NEXT).mkdir()
    (sent_in,) = workbooks(built.outbox / "2025-10-24" / "disdik_dki")
    items = asked(sent_in)
    agreed, rejected, *_ = [each for each in items if each["aturan"] == "pip_kjp"]
    corrected = next(each for each in items if each["sheet"] == "Koreksi baris")
    picked = {"agreed": agreed, "rejected": rejected, "already_corrected": corrected}
    answers = [
        {**picked["agreed"], **GIVEN, "jawaban": "SETUJU"},
        {**picked["rejected"], **GIVEN, "jawaban": "tolak", "alasan": "Masih hidup"},
        {**picked["already_corrected"], **GIVEN, "jawaban": "Sudah diperbaiki"},
        {**items[-1], **GIVEN, "jawaban": "TOLAK"},
        {**items[-2], **GIVEN, "jawaban": "mungkin"},
        items[-3],
    ]
    answer(drops / NEXT / "Tindak lanjut (1) final.xlsx", answers)
    (card,) = (drops / "2025-10-24").glob("pkd_2025_10.csv")
    shutil.copy(card, drops / NEXT)
    workspace = Workspace.at(home / "selaras")
    shutil.copytree(built.home, workspace.home, symlinks=True)
    sync(drops, workspace, wishes=Wishes(sample_key=True))
    return {"workspace": workspace, "picked": picked, "unanswered": items[-3]["id_butir"]}


def test_answers_are_read_and_bad_ones_set_aside(weeks: dict) -> None:
    with duckdb.connect(str(weeks["workspace"].database), read_only=True) as warehouse:
        found = warehouse.execute("select item_id, answer from staging.stg_outbox__answer")
        assert dict(found.fetchall()) == {
            each["id_butir"]: answer for answer, each in weeks["picked"].items()
        }
        aside = warehouse.execute(
            "select reason from ops.quarantine where source = 'outbox' order by all"
        ).fetchall()
        assert aside == [("rejected_without_reason",), ("unknown_answer",)]
        counted = warehouse.execute(
            "select rows_read, rows_accepted, rows_quarantined, status from ops.reconciliation"
            " where source = 'outbox'"
        ).fetchall()
        assert counted == [(5, 3, 2, "accepted")]


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
    assert weeks["picked"]["rejected"]["id_butir"] not in asked_now
    assert weeks["unanswered"] in asked_now


def test_every_item_sent_is_followed(weeks: dict) -> None:
    with duckdb.connect(str(weeks["workspace"].database), read_only=True) as warehouse:
        found = warehouse.execute(
            "select item_id, state, days_to_answer, weeks_sent, first_sent_on"
            " from marts.mart_outbox"
        ).fetchall()
        states = {item: (state, days) for item, state, days, *_ in found}
        for word, each in weeks["picked"].items():
            assert states[each["id_butir"]][0] == word
        assert states[weeks["unanswered"]] == ("unanswered", None)
        (total,) = warehouse.execute("select sum(items) from marts.mart_outbox_week").fetchone()
        assert total == len(found)
        assert {state for _, state, *_ in found} <= {
            *("agreed", "rejected", "already_corrected", "corrected", "unanswered"),
            "no_longer_asked",
        }


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
    answer(drop / "whole.xlsx", [{"id_butir": ID, "jawaban": "SETUJU", **GIVEN}])
    whole = (drop / "whole.xlsx").read_bytes()
    (drop / "tindak_lanjut_20251024.xlsx").write_bytes(whole[: len(whole) // 2])
    landed = land(drop.parent, Workspace.at(tmp_path / "home"))
    (said,) = [str(each) for each in landed.refusals]
    assert "tindak_lanjut_20251024.xlsx" in said and "\n" not in said
    assert [file.file for file in landed.files if file.rows_accepted == 1] == ["whole.xlsx"]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({}, "unanswered"),
        ({"jawaban": "-"}, "unanswered"),
        ({"jawaban": "SETUJU", **GIVEN}, None),
        ({"jawaban": "already corrected", **GIVEN}, None),
        ({"jawaban": "SETUJU", **GIVEN, "id_butir": "12"}, "no_item_id"),
        ({"jawaban": "boleh", **GIVEN}, "unknown_answer"),
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
    row = {"id_butir": ID, **cells}
    assert fault_of(header, [str(row.get(name, "")) for name in headers()]) == fault
