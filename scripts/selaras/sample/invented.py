"""Rows of a payment list that has no sheet of its own, from what its contract says."""

from dataclasses import dataclass
from datetime import date

import duckdb

from selaras.lists import layouts
from selaras.lists.contracts import Contract
from selaras.lists.grammar import Column, Payments
from selaras.lists.seeds import list_rows
from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.sample.city import LAST_DATE, SQL, run, set_variables
from selaras.workspace import PROJECT

MONTHLY = 100_000
# How each thing that a column can tell of the person or family on the list is written.
TOLD = {
    "nik": "written_nik(number_fault, nik, no_kk, head_nik, key)",
    "no_kk": "written_card(card_fault, number_fault, no_kk, nik, key)",
    "family": "written_card(card_fault, number_fault, no_kk, nik, key)",
    "name": "written_name(name_fault, name, is_woman, key)",
    "birth_date": "written_date(date_fault, birth_date, 'slashed', key)",
    "own_number": "'4' || lpad(cast(pick('own_number', key, 1000000000) as varchar), 10, '0')",
    "programme": "upper(programme)",
    "position": "cast(row_no + 1 as varchar)",
}
# Whom else a row names is the head of the family.
TOLD_OF_HEAD = {
    "nik": "digits(head_nik)",
    "no_kk": "digits(no_kk)",
    "family": "digits(no_kk)",
    "name": "head_name",
    "birth_date": "spelt_date(head_birth_date, 'slashed')",
}
# What is known of a row besides what it says.
OWN = (
    "row_no, file, snapshot, key, copy, true_nik, true_no_kk, number_cells, date_cell, faults,"
    " amount"
)
PERIOD = "cast(year as varchar) || '-' || lpad(number, 2, '0')"
# Facts that lists call by the same name, by the last word of it.
FACTS = {
    "amount": "written_money(getvariable('listing'), key, amount)",
    "status": "status",
    "period": PERIOD,
    "year": "cast(year as varchar)",
    **dict.fromkeys(("stage", "semester", "month"), "number"),
    "kelurahan": "getvariable('kelurahan_name')[region_no]",
    "address": "address(family_no)",
}


@dataclass(frozen=True)
class Period:
    """A numbered period of a list within a year."""

    number: str
    from_month: int
    months: int


@dataclass(frozen=True)
class Invented:
    """A payment list that only its contract tells of."""

    contract: Contract
    periods: tuple[Period, ...]

    @property
    def role(self) -> str:
        """The role whom its rows are for."""
        return self.contract.meta.grants.to

    def period_on(self, day: date) -> Period | None:
        """The period that began last, None where the first of the year has not begun."""
        begun = (period for period in self.periods if period.from_month <= day.month)
        return max(begun, key=lambda period: period.from_month, default=None)

    def file_on(self, day: date, period: Period) -> str:
        """The name of the file of a period that a drop carries."""
        parts = {
            "yyyy": f"{day.year}",
            "mm": period.number.zfill(2),
            "n": period.number,
            "semester": period.number,
            "yyyymmdd": f"{day:%Y%m%d}",
            "kk.kk": "31.71",
            "ext": "xlsx" if self.contract.meta.form == "workbook" else "csv",
        }
        name = self.contract.meta.pattern
        for part, value in parts.items():
            name = name.replace(f"<{part}>", value)
        return name


def invented_lists() -> dict[str, Invented]:
    """Every payment list without a sheet by its identifier; Refusal for a bad contract of one."""
    drawn = {path.stem for path in (SQL / "sheet").glob("*.sql")}
    if all(each.identifier in drawn or not each.identity for each in layouts()):
        return {}
    problems = Problems()
    book = read_book(PROJECT, problems)
    problems.refuse()
    assert book is not None
    stages = {each.programme: each.rule.stages for each in book.rules}
    periods: dict[str, list[Period]] = {}
    for source, table, *period in list_rows(book.contracts, stages)["list_period"]:
        periods.setdefault(f"{source}__{table}", []).append(Period(*period))
    return {
        each.identifier: Invented(each, tuple(periods[each.identifier]))
        for each in book.contracts
        if isinstance(each.meta, Payments) and each.identifier not in drawn
    }


def enrol(city: duckdb.DuckDBPyConnection, invented: Invented) -> None:
    """Draw who is on the list, and from when to when."""
    period = invented.period_on(LAST_DATE) or invented.periods[0]
    _set_list(city, invented, period)
    run(city, SQL / "invented/enrolment.sql")


def draw_sheet(city: duckdb.DuckDBPyConnection, invented: Invented, day: date) -> bool:
    """Draw the sheet and the page of the latest period; False where none has begun."""
    period = invented.period_on(day)
    if period is None:
        return False
    _set_list(city, invented, period)
    set_variables(city, file_name=invented.file_on(day, period), number=period.number)
    run(city, SQL / "invented/sheet.sql")
    columns = ",\n".join(
        f"{_written(invented.contract, column)} as {column.name}"
        for column in invented.contract.columns
    )
    city.execute(f"create or replace temp view page as select {OWN}, {columns} from noted")
    return True


def _set_list(city: duckdb.DuckDBPyConnection, invented: Invented, period: Period) -> None:
    """Tell the SQL files which list is at hand."""
    names = invented.contract.meta.names[invented.role]
    set_variables(
        city,
        listing=invented.contract.identifier,
        programmes=invented.contract.programmes,
        is_of_person=names.unit == "person",
        from_month=period.from_month,
        list_amount=MONTHLY * period.months,
    )


def _written(contract: Contract, column: Column) -> str:
    """What a row says in a column; nothing where the contract does not tell what it means."""
    meta, grants = column.config.meta, contract.meta.grants
    if meta.of not in (None, grants.to):
        return TOLD_OF_HEAD.get(meta.tells, "cast(null as varchar)")
    if meta.tells in TOLD:
        return TOLD[meta.tells]
    if meta.field == grants.paid_on:
        return "spelt_date(paid_on(status, period_starts_on, key), 'slashed')"
    if meta.field in [names.region for names in contract.meta.names.values()]:
        return "written_code(code_fault, region_no)"
    return FACTS.get(meta.field.rpartition("_")[2], "cast(null as varchar)")
