"""Which list a failed build is about: the waist fails as a whole, contracts tell the branch."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.lists.contract_checks import staged_columns
from selaras.lists.contracts import Contract, read_contracts
from selaras.lists.waist import MODELS
from selaras.rules.read.problems import Hint, Place, Problems, nearest

OF_EVERY_LIST = ("source_row_id", "batch_date", "snapshot_key", "file", "line", "notes")
STAGED = (
    "select column_name from information_schema.columns"
    " where table_schema = 'staging' and table_name = ? order by ordinal_position"
)


@dataclass(frozen=True)
class Fault:
    """What a list lacks, with the two files to look at; without a column, all that is known."""

    contract: Contract
    place: Place
    column: str = ""
    hint: Hint | None = None

    @property
    def key(self) -> str:
        """The message that tells it."""
        return "run.list_lacks" if self.column else "run.list_failed"

    @property
    def values(self) -> dict[str, object]:
        """What fills the message."""
        found = {"list": f"{self.contract.source}.{self.contract.table}", "place": self.place}
        found["model"] = f"models/staging/{self.contract.source}/{self.contract.model}.sql"
        return found | ({"name": self.column, "hint": self.hint} if self.column else {})


def list_at_fault(project: Path, database: Path, failed: list[str]) -> Fault | None:
    """The list that a failed build is about, as far as contracts and what was built tell.

    `failed` are the names of the nodes. A staging model fails by itself; a model of the waist
    fails where a staging model lacks what its contract names.
    """
    contracts = read_contracts(project, Problems())
    for each in contracts:
        if each.model in failed:
            return Fault(each, each.place())
    of_waist = any((project / MODELS / f"{name}.sql").is_file() for name in failed)
    if not of_waist or not database.exists():  # a first build on Spark has none before its end
        return None
    with duckdb.connect(str(database), read_only=True) as warehouse:
        for each in contracts:
            found = [row[0] for row in warehouse.execute(STAGED, [each.model]).fetchall()]
            for place, column in _named(each) if found else ():
                if column not in found:
                    return Fault(each, place, column, nearest(column, found))
    return None


def _named(contract: Contract) -> Iterator[tuple[Place, str]]:
    """Every column that the waist reads of a list, and where its contract asks for it."""
    for column in OF_EVERY_LIST:
        yield contract.place(), column
    for path, column in staged_columns(contract):
        yield contract.text.words(column, *contract.at, "config", "meta", *path), column
    for role, named in contract.meta.names.items():
        for what in ("nik", "no_kk"):
            if column := getattr(named, what):
                yield contract.place("names", role, what), f"{column}_remains"
