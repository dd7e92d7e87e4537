"""Everything that leaves the house or lies beside it is opened and searched for people."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import duckdb

from selaras.quoted import text
from selaras.warehouse import open_warehouse
from selaras.workspace import PROJECT, Workspace, as_pattern

# 16 digits that are not a piece of a longer number or of a hexadecimal pseudonym.
NUMBER = re.compile(r"(?<![0-9a-zA-Z.])[0-9]{16}(?![0-9a-zA-Z])")
ACCOUNT = re.compile(r"(?<![0-9a-zA-Z])[0-9]{8,15}(?![0-9a-zA-Z])")
WORDS = re.compile(r"[^\W\d_]+(?:[.'’-]?[^\W\d_]+)*")
TABLES = {".parquet", ".duckdb"}
ZIPPED = {".xlsx", ".zip"}
LONGEST = 5
PLACES = ("region_name", "district_name", "city_name")


@dataclass(frozen=True)
class Found:
    """One place where a person may be known by: the file, and what kind of thing stands there."""

    file: str
    kind: str
    count: int


@dataclass(frozen=True)
class Scan:
    """How much was read, and what was found; what stands there is not told."""

    files: int
    bytes: int
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Known:
    """What names a person or a family, each in small letters with single spaces."""

    names: frozenset[str]  # the words of each between single spaces, without marks
    others: frozenset[str]  # addresses and accounts

    def kinds(self, text: str) -> Iterator[str]:
        """What kinds of thing stand in a text, each as often as it does."""
        return (kind for kind, _ in self.told(text))

    def told(self, text: str) -> Iterator[tuple[str, str]]:
        """The same with what stands there, in small letters with single spaces."""
        yield from (("number", each) for each in NUMBER.findall(text))
        words = words_of(text)
        for size in range(2, LONGEST + 1):
            for start in range(len(words) - size + 1):
                run = " ".join(words[start : start + size])
                if run in self.names:
                    yield "name", run
        whole = " ".join(text.casefold().split())
        if whole in self.others:
            yield "address or account", whole
        yield from (("account", each) for each in ACCOUNT.findall(text) if each in self.others)


def scan(workspace: Workspace) -> Scan:
    """Open every file of the publications, the logs and what dbt wrote of a run.

    dbt copies the examples of the project's own tests into `target/`: what they invented names
    nobody there, though in a large city somebody is called so.
    """
    known, examples = _known(workspace), _examples()
    folders = (workspace.publish, workspace.logs, workspace.target, workspace.home / "access")
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if _is_read(path)]
    found = []
    for path in paths:
        counts: Counter[str] = Counter()
        invented = examples if path.is_relative_to(workspace.target) else ""
        for cell in _texts(path):
            counts.update(kind for kind, it in known.told(cell) if _bare(it) not in invented)
        name = path.relative_to(workspace.home).as_posix()
        found += [Found(name, kind, count) for kind, count in sorted(counts.items())]
    return Scan(len(paths), sum(path.stat().st_size for path in paths), tuple(found))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.group().casefold() for word in WORDS.finditer(text)]


def _is_read(path: Path) -> bool:
    """A file of its own; what a link leads to is read where it lies."""
    folders_linked = any(parent.is_symlink() for parent in path.parents)
    return path.is_file() and not path.is_symlink() and not folders_linked


def _known(workspace: Workspace) -> Known:
    """The names, addresses and accounts that the warehouse holds; names of places left out."""
    with open_warehouse(workspace) as connection:
        names = _values(connection, "select distinct full_name from conformed.dim_person")
        places = set()
        for column in PLACES:
            places |= _values(connection, f"select distinct {column} from conformed.dim_region")
        columns = connection.execute(
            """
            select schema_name || '.' || table_name, column_name
            from duckdb_columns()
            where
                schema_name in ('landing', 'staging', 'listed', 'conformed')
                and data_type = 'VARCHAR'
                and regexp_matches(column_name, '(?i)(address|alamat|account|rekening)')
            """
        ).fetchall()
        others = set()
        for table, column in columns:
            others |= _values(connection, f'select distinct "{column}" from {table}')
    split = [words for name in names - places if 2 <= len(words := words_of(name)) <= LONGEST]
    many = frozenset(" ".join(words) for words in split)
    texts = frozenset(text for text in others - places if len(text) > LONGEST)
    return Known(many, texts)


def _examples() -> str:
    """All words and numbers that stand in models and their tests, between single blanks."""
    found = []
    for folder in ("models", "macros", "tests/data"):
        for path in sorted((PROJECT / folder).rglob("*.*")):
            if path.suffix in (".sql", ".yml"):
                text = path.read_text(encoding="utf-8")
                found += [*words_of(text), *NUMBER.findall(text), *ACCOUNT.findall(text)]
    return f" {' '.join(found)} "


def _bare(told: str) -> str:
    """The words of what was told, or its number, as they stand among the examples."""
    return f" {' '.join(words_of(told)) or told} "


def _values(connection: duckdb.DuckDBPyConnection, query: str) -> set[str]:
    """The texts of a query in small letters with single spaces."""
    rows = connection.execute(query).fetchall()
    return {" ".join(text.casefold().split()) for (text,) in rows if text}


def _texts(path: Path) -> Iterator[str]:
    """Every text of a file: the cells of a table, each once, or the lines of anything else."""
    if path.suffix in TABLES:
        yield from _cells(path)
    elif path.suffix in ZIPPED:
        with TemporaryDirectory() as folder, ZipFile(path) as archive:
            archive.extractall(folder)
            for inner in sorted(Path(folder).rglob("*")):
                if inner.is_file():
                    yield from _texts(inner)
    else:
        start = gzip.open if path.suffix == ".gz" else open
        with start(path, "rt", encoding="utf-8", errors="replace") as lines:
            yield from lines


def _cells(path: Path) -> Iterator[str]:
    """Every value of every column of a Parquet or DuckDB file, each once."""
    with duckdb.connect() as connection:
        if path.suffix == ".parquet":
            connection.execute(
                f'create view main."all" as from read_parquet({text(as_pattern(path))})'
            )
        else:
            connection.execute(f"attach {text(path)} as file (read_only)")
        columns = connection.execute(
            """
            select database_name, schema_name, table_name, column_name from duckdb_columns()
            where not internal and data_type not in ('BOOLEAN', 'DATE', 'DOUBLE', 'FLOAT')
            """
        ).fetchall()
        for database, schema, table, column in columns:
            name = ".".join(f'"{part}"' for part in (database, schema, table))
            cells = connection.execute(f'select distinct cast("{column}" as varchar) from {name}')
            while rows := cells.fetchmany(10_000):
                yield from (cell for (cell,) in rows if cell)
