"""A programme with a list is three files: the rest follows, and nothing else moves."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from selaras.errors import ExitCode
from selaras.landing.drop import SAMPLE_MARK
from selaras.sample.week import write_mark
from selaras.sync import sync
from selaras.workspace import Workspace

NEW = "bantu_rumah"
RULE = f"rules/{NEW}.yml"
MODEL = f"models/staging/dinsos/stg_dinsos__{NEW}.sql"
CONTRACT = f"models/staging/dinsos/_dinsos__{NEW}__sources.yml"
LIST = f"{NEW}_2025_10.csv"
FIRST, LAST = "2025-10-17", "2025-10-24"
AMOUNT, RAISED = 100_000, 150_000
# What a region counts over all programmes moves where the new one reaches somebody.
COUNTED = (
    "recipient_family_count, several_programme_family_count, cross_level_family_count,"
    " monthly_amount"
)
# What is asked of an agency for the new programme or about a row of its list, this week or before.
OWN_ITEMS = " union ".join(
    f"select item_id from built.{asked} where '{NEW}' in (programme_id, table_name)"
    for asked in ("outbox.item", "past.week_outbox_item")
)
Command = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Town:
    """A town with the new programme, the same without it, and what was planted in its list."""

    clone: Path
    home: Path
    db: duckdb.DuckDBPyConnection
    rows: dict[str, list[str]]
    twice: str
    came: str
    gone: str
    raised: str
    misdated: str

    def ask(self, query: str) -> list[tuple]:
        """The rows of a query in order."""
        return sorted(self.db.sql(query).fetchall(), key=repr)

    def family(self, row: str) -> str:
        """The id of the family whose card a row of the list names."""
        card = row.split(",")[1]
        query = f"select household_id from built.conformed.dim_household where no_kk = '{card}'"
        ((found,),) = self.ask(query)
        return found


def fill_in(clone: Path, unit: str, selaras: Command) -> dict[str, str]:
    """Draft the programme, say when it began and take the marks out; how to run the copy."""
    here = {"PYTHONPATH": str(clone / "scripts")}
    assert selaras("new", NEW, "--owner", "dinsos_dki", "--unit", unit, **here).returncode == 0
    start = (clone / RULE).read_text(encoding="utf-8").split("valid_from: ")[1][:10]
    eve = f"{int(start[:4]) - 1}-12-31"
    for path in (RULE, MODEL, CONTRACT):
        text = (clone / path).read_text(encoding="utf-8")
        text = text.replace(f"review_by: {start}", "review_by: 2099-01-01")
        text = text.replace(start, "2025-01-01").replace(eve, "2024-12-31")
        (clone / path).write_text(text.replace("FILL IN", "as told for"), encoding="utf-8")
    compiled = selaras("compile", **here)
    assert compiled.returncode == 0, compiled.stderr
    return here


def rows_of(drops: Path, day: str) -> list[str]:
    """The rows of the list in a drop."""
    return (drops / day / LIST).read_text(encoding="utf-8").splitlines()[1:]


def plant(drops: Path, others: Path) -> dict:
    """Plant what the list is to show, and set the same drops without the list aside."""
    truth = f"read_parquet('{drops}/truth/row/{FIRST}/dinsos__{NEW}.parquet')"
    sound = duckdb.sql(f"select line from {truth} where corruption is null order by line")
    first, last = rows_of(drops, FIRST), rows_of(drops, LAST)
    unmoved = [row for (line,) in sound.fetchall() if (row := first[line - 2]) in last]
    twice, came, gone, raised, misdated = unmoved[:5]
    first = [*(row for row in first if row != came), twice]
    last = [*(row for row in last if row != gone), twice]
    last[last.index(raised)] = raised.replace(str(AMOUNT), str(RAISED))
    born = misdated.split(",")[3]
    last[last.index(misdated)] = misdated.replace(born, "31/02/1990")
    shutil.copytree(drops, others)
    for day, rows in ((FIRST, first), (LAST, last)):
        path, manifest = drops / day / LIST, drops / day / "manifest.csv"
        head = path.read_text(encoding="utf-8").splitlines()[0]
        path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
        (others / day / LIST).unlink()
        lines = manifest.read_text(encoding="utf-8").splitlines()
        rest = [line for line in lines if not line.startswith(LIST)]
        assert len(rest) == len(lines) - 1
        manifest.write_text("\n".join([*rest, f"{LIST},,,,,", ""]), encoding="utf-8")
        (others / day / "manifest.csv").write_text("\n".join([*rest, ""]), encoding="utf-8")
        for folder in (drops / day, others / day):  # both are as invented as what was drawn
            (folder / SAMPLE_MARK).unlink()
            write_mark(folder)
    planted = {"twice": twice, "came": came, "gone": gone, "raised": raised, "misdated": misdated}
    return planted | {"rows": {FIRST: first, LAST: last}}


@pytest.fixture(scope="module")
def town(module_clone: Path, selaras: Command) -> Town:
    """Two weeks of a small town, synced with the new programme and without it."""
    clone, root = module_clone, module_clone.parent
    here = fill_in(clone, "household", selaras)
    size = ("--families", 150, "--weeks", 2, "--seed", 3)
    drawn = selaras("sample", *size, "--out", root / "drops", **here)
    assert drawn.returncode == 0, drawn.stderr
    planted = plant(root / "drops", root / "others")
    with subprocess.Popen(
        [sys.executable, "-m", "selaras", "sync", "--inbox", root / "drops", "--home", root / "a"],
        env={**os.environ, **here},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        sync(root / "others", Workspace.at(root / "b"))
        said = process.communicate()[0]
    assert process.returncode == 0, said[-3000:]
    db = duckdb.connect()
    db.execute(f"attach '{root}/a/selaras.duckdb' as built (read_only)")
    for name, home in (("after", "a"), ("before", "b")):
        marts = root / home / "publish/current/selaras_marts.duckdb"
        db.execute(f"attach '{marts}' as {name} (read_only)")
    return Town(clone=clone, home=root / "a", db=db, **planted)


def test_everyone_on_the_list_is_enrolled(town: Town) -> None:
    found = town.ask(
        "select household_id, monthly_amount, status from built.conformed.fct_enrolment"
        f" where programme_id = '{NEW}'"
    )
    assert len(found) == len(set(town.rows[LAST]))  # the row that stands twice is one enrolment
    assert (town.family(town.raised), RAISED, "active") in found
    assert (town.family(town.twice), AMOUNT, "active") in found


def test_every_row_is_a_payment(town: Town) -> None:
    where = f"from built.conformed.fct_payment where programme_id = '{NEW}'"
    (counted,) = town.ask(f"select count(*), sum(amount) {where}")
    count = len(town.rows[LAST])
    assert counted == (count, count * AMOUNT + RAISED - AMOUNT)
    twice = town.family(town.twice)
    assert town.ask(f"select amount {where} and household_id = '{twice}'") == [(AMOUNT,)] * 2


def test_what_changed_between_the_weeks_is_told(town: Town) -> None:
    found = town.ask(
        "select household_id, change_kind, field from after.marts.mart_change"
        f" where programme_id = '{NEW}' and previous_batch_date = '{FIRST}'"
    )
    assert (town.family(town.came), "new", None) in found
    assert (town.family(town.gone), "removed", None) in found
    assert (town.family(town.raised), "corrected", "amount") in found
    assert (town.family(town.misdated), "corrected", "birth_date") in found


def test_what_could_not_be_read_is_told(town: Town) -> None:
    found = town.ask(
        "select issue, row_count from after.marts.mart_data_quality"
        f" where source = 'dinsos' and table_name = '{NEW}'"
    )
    dates = [row.split(",")[3] for row in town.rows[LAST]]
    assert ("bad_date", sum(date.startswith(("31/02", "00/00", "32-")) for date in dates)) in found


def test_a_payment_made_twice_is_found(town: Town) -> None:
    found = town.ask(
        "select household_id, rule_id, monthly_amount_at_stake, review_agency"
        f" from after.marts.mart_finding where programme_id = '{NEW}'"
    )
    assert found == [(town.family(town.twice), "double_payment", AMOUNT, "dinsos_dki")]


def test_who_is_on_the_list_is_judged_by_the_rule(town: Town) -> None:
    (row,) = town.ask(
        "select has_rule, enrolment_count, reached_count + leaked_count + open_count, paid_amount"
        f" from after.marts.mart_programme where programme_id = '{NEW}'"
    )
    has_rule, enrolled, judged, paid = row
    assert has_rule and 0 < enrolled <= judged and paid > 0


def test_every_row_read_is_accounted_for(town: Town) -> None:
    found = town.ask(
        "select cast(batch_date as varchar), rows_read, rows_accepted, rows_quarantined, status"
        f" from built.ops.reconciliation where table_name = '{NEW}'"
    )
    assert found == [
        (day, len(town.rows[day]), len(town.rows[day]), 0, "accepted") for day in (FIRST, LAST)
    ]


def test_money_that_goes_missing_is_noticed(town: Town, tmp_path: Path, selaras: Command) -> None:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(town.home / "selaras.duckdb", home)
    (home / "landing").symlink_to(town.home / "landing")
    with duckdb.connect(home / "selaras.duckdb") as db:
        db.execute(f"delete from conformed.fct_payment where programme_id = '{NEW}'")
    here = {"PYTHONPATH": str(town.clone / "scripts")}
    said = selaras("validate", "--home", home, **here)
    assert said.returncode == ExitCode.VALIDATION_FAILED, said.stderr
    assert NEW in said.stdout + said.stderr


def test_no_other_published_row_moved(town: Town) -> None:
    tables = town.ask(
        "select table_schema || '.' || table_name from information_schema.tables"
        " where table_catalog = 'after'"
    )
    assert len(tables) >= 12
    for (table,) in tables:
        described = {
            name for (name,) in town.ask(f"select column_name from (describe after.{table})")
        }
        names = {"programme_id", "other_programme_id", "table_name"} & described
        others = " and ".join([f"{name} is distinct from '{NEW}'" for name in sorted(names)])
        where = f"where {others}" if others else ""
        columns = f"* exclude ({COUNTED})" if table == "marts.mart_region" else "*"
        if table == "marts.mart_benefit_household":
            reached = f"select household_id from after.{table} where programmes like '%{NEW}%'"
            where = f"where household_id not in ({reached})"
        if table == "marts.dim_code":  # what the new programme is called
            where = f"where code <> '{NEW}'"
        if table == "marts.mart_outbox":  # a correction of the new list names no programme
            where = f"where item_id not in ({OWN_ITEMS})"
        if table in ("marts.mart_outbox_week", "marts.mart_outbox_week_v2"):
            kinds = "select agency_id, first_sent_on, kind from after.marts.mart_outbox"
            own = f"{kinds} where item_id in ({OWN_ITEMS})"
            where = f"where (agency_id, week_on, kind) not in ({own})"
        after, before = (
            f"select {columns} from {side}.{table} {where}" for side in ("after", "before")
        )
        for one, other in ((after, before), (before, after)):
            assert town.ask(f"({one}) except all ({other})") == [], table


def test_the_sample_fits_the_contract_whatever_it_says(clone: Path, selaras: Command) -> None:
    here = fill_in(clone, "person", selaras)
    contract = clone / CONTRACT
    text = contract.read_text(encoding="utf-8")
    for old, new in {
        f"{NEW}_<yyyy>_<mm>.csv": f"{NEW}_<semester>_<yyyy>.<ext>",
        "snapshot_key: [yyyy, mm]": "snapshot_key: [yyyy, semester]",
        "form: csv": "form: workbook",
        "periods: monthly": "periods: half_yearly",
    }.items():
        assert old in text
        text = text.replace(old, new)
    contract.write_text(text, encoding="utf-8")
    drops, home = clone / "drops", clone / "home"
    drawn = selaras("sample", "--families", 100, "--weeks", 1, "--out", drops, **here)
    assert drawn.returncode == 0, drawn.stderr
    assert (drops / LAST / f"{NEW}_2_2025.xlsx").is_file()
    landed = selaras("land", "--inbox", drops, "--home", home, **here)
    assert landed.returncode == 0, landed.stderr
    people = f"select nik from '{drops}/truth/row/{LAST}/dinsos__{NEW}.parquet'"
    sound = f"{people} where corruption is null"
    rows = f"read_parquet('{home}/landing/dinsos/{NEW}/*/*.parquet', hive_partitioning = false)"
    assert duckdb.sql(f"({sound}) except (select nik from {rows})").fetchall() == []
    ((truth,), (found,)) = duckdb.sql(
        f"select count(*) from ({people}) union all select count(*) from {rows}"
    ).fetchall()
    assert truth == found >= 12
    ((amounts,),) = duckdb.sql(
        f"select count(*) from {rows} where nominal is null or status is null"
    ).fetchall()
    assert amounts == 0
