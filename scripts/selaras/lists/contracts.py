"""Reading the contracts of all lists: strictly, as the rule book is read."""

from dataclasses import dataclass
from pathlib import Path

from selaras.lists.grammar import Column, Freshness, Meta, Payments, Register, SourcesFile
from selaras.rules.read.fit import read_model
from selaras.rules.read.problems import Place, Problems
from selaras.rules.read.source import Source, digest_of, read_source

PATTERN = "models/staging/*/_*__sources.yml"
NUMBERS = ("nik", "no_kk", "family")
# The list of what visited families answer.
VISITS = "dinsos__field_answer"


@dataclass(frozen=True)
class Contract:
    """One list as its contract says; `description` in a sentence, `text` and `at` where it stands.

    `called` is the name of its landed table as written, which has to be `identifier`.
    """

    source: str
    table: str
    called: str
    description: str
    freshness: Freshness
    meta: Meta
    columns: tuple[Column, ...]
    text: Source
    at: tuple[object, ...]

    @property
    def identifier(self) -> str:
        return f"{self.source}__{self.table}"

    @property
    def model(self) -> str:
        """The staging model that reads it."""
        return f"stg_{self.identifier}"

    @property
    def programmes(self) -> list[str]:
        """The programmes that its rows can be of, by grant or by mark."""
        if isinstance(self.meta, Payments):
            return self.meta.grants.programmes
        return list(self.meta.marks) if isinstance(self.meta, Register) else []

    def place(self, *path: object) -> Place:
        """Where a part of the contract stands."""
        return self.text.place(*self.at, "config", "meta", *path)

    def column_place(self, position: int) -> Place:
        """Where one of its columns stands."""
        return self.text.place(*self.at, "columns", position, "config", "meta", "field")

    def telling(self, *kinds: str) -> list[Column]:
        """The columns of the file that tell one of some kinds."""
        return [each for each in self.columns if each.config.meta.tells in kinds]

    def own(self, *kinds: str) -> list[Column]:
        """The same, without those that tell of somebody else than whom the row is for."""
        return [each for each in self.telling(*kinds) if each.config.meta.of is None]

    def telling_of(self, role: str, *kinds: str) -> Column | None:
        """The column that tells one of some kinds of whom a row names in a role."""
        found = self.telling(*kinds)
        of_role = [each for each in found if each.config.meta.of == role]
        return next(iter(of_role or [each for each in found if each.config.meta.of is None]), None)

    def written(self, field: str) -> Column | None:
        """The column of the file that a field is read from."""
        return next((each for each in self.columns if each.config.meta.field == field), None)


def read_contracts(project: Path, problems: Problems) -> tuple[Contract, ...]:
    """Every list of a project in the order of agencies and names; what is wrong is noted."""
    found = contracts_as_written(project, problems)
    return tuple(sorted(found, key=lambda each: (each.source, each.table)))


def contracts_as_written(project: Path, problems: Problems) -> list[Contract]:
    """Every list of a project as the files follow one another; what is wrong is noted."""
    found = []
    for path in sorted(project.glob(PATTERN)):
        text = read_source(path, path.relative_to(project).as_posix(), problems)
        found += contracts_of(text, problems) if text else []
    return found


def contracts_of(text: Source, problems: Problems) -> list[Contract]:
    """The lists of one file; none where a part of it does not fit the grammar."""
    read = read_model(SourcesFile, text, problems)
    if read.model is None or read.broken:
        return []
    return [
        Contract(
            source=sender.name,
            table=table.name,
            called=table.identifier,
            description=table.description,
            freshness=table.config.freshness,
            meta=table.config.meta,
            columns=tuple(table.columns),
            text=text,
            at=("sources", at, "tables", position),
        )
        for at, sender in enumerate(read.model.sources)
        for position, table in enumerate(sender.tables)
    ]


def contract_digests(project: Path) -> dict[str, str]:
    """The digest of every file of contracts by its path in the project."""
    return {
        path.relative_to(project).as_posix(): digest_of(path)
        for path in sorted(project.glob(PATTERN))
    }
