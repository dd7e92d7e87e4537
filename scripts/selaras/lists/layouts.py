"""The input contract: which files there are and which columns they hold.

It is read from the source properties of dbt (models/staging/*/_*__sources.yml), so that
landing, the warehouse and its documentation cannot disagree.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from selaras.lists.contracts import Contract, contracts_as_written
from selaras.lists.grammar import Column as Named
from selaras.rules.read.problems import Problems
from selaras.workspace import PROJECT

TOKENS = {
    "yyyy": "[0-9]{4}",
    "mm": "[0-9]{2}",
    "n": "[0-9]{1,2}",
    "semester": "[A-Za-z0-9]+",
    "yyyymmdd": "[0-9]{8}",
    "kk.kk": r"[0-9]{2}\.[0-9]{2}",
    "ext": r"xlsx|csv",
}
YEARS = {str(year) for year in range(2000, 2100)}

# Which columns can tell who a row is about, by kind.
IDENTITY = {"nik": ("nik",), "no_kk": ("no_kk", "family"), "name": ("name",)}


@dataclass(frozen=True)
class Column:
    """One column of a source table; `header` is what people call it in the file.

    `tells` says what it tells of whom a row is about, as its contract does.
    """

    name: str
    header: str
    required: bool
    aliases: tuple[str, ...]
    tells: str

    @property
    def is_running_number(self) -> bool:
        """Whether it says where a row stands in the file and nothing of whom it is about."""
        return self.tells == "position"


@dataclass(frozen=True)
class Layout:
    """One source table as it arrives.

    `snapshot_key` names the parts of the file name that tell snapshots apart: files with the
    same parts replace one another, files with other parts stand beside them.
    `identity` names the columns that can tell who a row is about, by kind (nik, no_kk, name).
    """

    source: str
    table: str
    pattern: str
    snapshot_key: tuple[str, ...]
    form: str
    delimiter: str
    encoding: str
    identity: dict[str, tuple[str, ...]]
    columns: tuple[Column, ...]

    @property
    def identifier(self) -> str:
        return f"{self.source}__{self.table}"

    def match(self, file_name: str) -> dict[str, str] | None:
        """The parts of a file name that fits the pattern, or None."""
        found = _regex(self.pattern).fullmatch(file_name)
        if not found:
            return None
        names = re.findall(r"<(.+?)>", self.pattern)
        return dict(zip(names, found.groups(), strict=True))

    def impossible(self, parts: dict[str, str]) -> str | None:
        """The part of a file name that names no year, month, stage or day there is, or None."""
        return next((part for name, part in parts.items() if not _can_be(name, part)), None)

    def snapshot_of(self, parts: dict[str, str]) -> str:
        """The snapshot that a file is of, such as `2025-4`, or an empty text for the only one."""
        return "-".join(parts[name] for name in self.snapshot_key)


def _can_be(name: str, part: str) -> bool:
    """Whether a part of a file name can be meant: 13 is no month."""
    match name:
        case "yyyy":
            return part in YEARS
        case "mm" | "n":
            return 1 <= int(part) <= 12
        case "yyyymmdd":
            return part[:4] in YEARS and _is_day(part)
    return True


def _is_day(part: str) -> bool:
    """Whether eight digits are a day of the calendar."""
    try:
        return date.fromisoformat(part) is not None
    except ValueError:
        return False


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern such as `pkd_<yyyy>_<mm>.csv`."""
    pieces = re.split(r"<(.+?)>", pattern)
    return re.compile(
        "".join(
            f"({TOKENS[piece]})" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)
        ),
        re.IGNORECASE,
    )


@cache
def layouts() -> tuple[Layout, ...]:
    """All source tables of this project."""
    return read_layouts(PROJECT)


def read_layouts(project: Path) -> tuple[Layout, ...]:
    """All source tables as the contracts follow one another; Refusal for a bad contract."""
    problems = Problems()
    found = contracts_as_written(project, problems)
    problems.refuse()
    return tuple(map(_layout, found))


def _layout(contract: Contract) -> Layout:
    """One source table from its contract."""
    meta = contract.meta
    columns = tuple(map(_column, contract.columns))
    return Layout(
        source=contract.source,
        table=contract.table,
        pattern=meta.pattern,
        snapshot_key=tuple(meta.snapshot_key),
        form=meta.form,
        delimiter=meta.delimiter,
        encoding=meta.encoding,
        identity={
            kind: names
            for kind, tells in IDENTITY.items()
            if (names := tuple(each.name for each in columns if each.tells in tells))
        },
        columns=columns,
    )


def _column(column: Named) -> Column:
    """One column from its contract."""
    meta = column.config.meta
    header, *aliases = meta.headers
    return Column(
        name=column.name,
        header=header,
        required=meta.required,
        aliases=tuple(aliases),
        tells=meta.tells,
    )
