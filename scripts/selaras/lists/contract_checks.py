"""What a contract must agree with: its own columns, its staging model and the rule book."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import get_args

import yaml

from selaras.lists.contracts import Contract
from selaras.lists.grammar import Part, Payments, Register
from selaras.plain_yaml import plain_yaml
from selaras.rules.read.problems import Place, Problems, nearest

STATUSES = ("period_starts_on", "period_ends_on", "enrolment_status", "payment_status")
TOLD_ONCE = {
    *("nik", "no_kk", "family", "name", "birth_date"),
    *("own_number", "programme", "about", "detail"),
}
TELLS = {"nik": ("nik",), "no_kk": ("no_kk", "family")}
# What landing adds to every list under these names; `zeroed_columns` comes with rows_in_force().
LANDED = {
    *("extra", "blank_cells", "number_cells", "reading_note", "snapshot_key", "batch_date"),
    *("file", "file_id", "line", "content_digest", "source_row_id", "zeroed_columns"),
}
PARTS = {*get_args(Part), "ext"}
# How a staging model reads a cell, by the key that says in the contract what makes sense there.
READS = {
    "days": re.compile(r"read_date\(\s*'[\w.]+',\s*'(\w+)'"),
    "rupiah": re.compile(r"read_rupiah\(\s*'[\w.]+',\s*'(\w+)'"),
}
LOOKED_UP = re.compile(r"unknown_word=\{([^}]*)\}")
WORD = re.compile(r"'(?:\w+\.)?(\w+)':\s*'\w+\.\w+'")
FILE_NAME = re.compile(r"[\w-][\w .-]*\.(csv|xlsx|0)")


def check_contracts(
    contracts: tuple[Contract, ...],
    project: Path,
    staged: dict[str, bool],
    problems: Problems,
) -> None:
    """Note everything in which contracts contradict themselves, staging or the rule book.

    `staged` are the programmes of the rule book, and whether the rule of each tells its stages.
    """
    granted: Counter[str] = Counter()
    for contract in contracts:
        _check_file(contract, problems)
        _check_columns(contract, problems)
        _check_names(contract, problems)
        _check_model(contract, project, problems)
        _check_programmes(contract, staged, problems)
        granted.update(contract.programmes)
        for programme in contract.programmes:
            if granted[programme] == 2:
                place = contract.place("grants" if _pays(contract) else "marks")
                problems.add(place, "list_granted_twice", name=programme)
    doubled = Counter(contract.identifier for contract in contracts)
    patterns = Counter(contract.meta.pattern.casefold() for contract in contracts)
    for contract in contracts:
        pattern = contract.meta.pattern
        if doubled[contract.identifier] > 1:
            problems.add(contract.place(), "list_twice", name=contract.identifier)
        elif patterns[pattern.casefold()] > 1:
            problems.add(contract.place("pattern"), "list_same_pattern", name=pattern)


def check_all_are_listed(
    contracts: tuple[Contract, ...], programmes: Iterable[str], problems: Problems
) -> None:
    """Of every programme with a rule, a list or a register says who is in it.

    It stops a compile and no trial: a rule can be tried before its list is there.
    """
    listed = {programme for contract in contracts for programme in contract.programmes}
    for programme in sorted(set(programmes) - listed) if contracts else []:
        problems.add(Place(f"rules/{programme}.yml"), "list_missing", name=programme)


def _pays(contract: Contract) -> bool:
    return isinstance(contract.meta, Payments)


def _check_file(contract: Contract, problems: Problems) -> None:
    """The list is named after its agency, and the name of its file can be read."""
    if contract.called != contract.identifier:
        place = contract.text.place(*contract.at, "identifier")
        problems.add(place, "list_other_identifier", name=contract.called, of=contract.identifier)
    pattern, place = contract.meta.pattern, contract.place("pattern")
    for part in re.findall(r"<(.*?)>", pattern):
        if part not in PARTS:
            problems.add(place, "list_odd_part", name=part, hint=nearest(part, PARTS))
    if not FILE_NAME.fullmatch(re.sub(r"<.*?>", "0", pattern)):
        problems.add(place, "list_odd_pattern", name=pattern)


def _check_columns(contract: Contract, problems: Problems) -> None:
    """Names, headers and fields stand once; each thing is told by one column."""
    metas = [column.config.meta for column in contract.columns]
    for at, column in enumerate(contract.columns):
        if column.name in LANDED:
            place = contract.text.place(*contract.at, "columns", at, "name")
            problems.add(place, "list_landed_name", name=column.name)
    for kind, values in {
        "name": [[column.name] for column in contract.columns],
        "field": [[meta.field] for meta in metas],
        "header": [[_squeezed(header) for header in meta.headers] for meta in metas],
        "tells": [[m.tells] if m.of is None and m.tells in TOLD_ONCE else [] for m in metas],
    }.items():
        seen: Counter[str] = Counter()
        for at, names in enumerate(values):
            seen.update(names)
            for name in names:
                if seen[name] == 2:
                    place = contract.column_place(at)
                    problems.add(place, "list_column_twice", name=name, kind=kind)
    for at, meta in enumerate(metas):
        if meta.of is not None and meta.of not in contract.meta.names:
            hint = nearest(meta.of, contract.meta.names)
            problems.add(contract.column_place(at), "list_no_role", name=meta.of, hint=hint)
    for at, meta in enumerate(metas):
        if meta.tells == "birth_date" and meta.days is None:
            problems.add(contract.column_place(at), "list_no_days", name=meta.field)
        if _is_money(contract, meta.field) and meta.rupiah is None:
            problems.add(contract.column_place(at), "list_no_rupiah", name=meta.field)
    parts = re.findall(r"<(.+?)>", contract.meta.pattern)
    for part in contract.meta.snapshot_key:
        if part not in parts:
            place = contract.place("snapshot_key")
            problems.add(place, "list_no_part", name=part, pattern=contract.meta.pattern)
    if isinstance(contract.meta, Payments):
        known = [column.name for column in contract.columns]
        for at, name in enumerate(contract.meta.same_row_by):
            if name not in known:
                place = contract.place("same_row_by", at)
                problems.add(place, "list_no_column", name=name, hint=nearest(name, known))


def _is_money(contract: Contract, field: str) -> bool:
    """Whether a field is the amount that a payment list grants, as it stands in the file."""
    grants = contract.meta.grants if isinstance(contract.meta, Payments) else None
    return grants is not None and field in (grants.amount, grants.monthly)


def _squeezed(header: str) -> str:
    """A header as landing compares it."""
    return re.sub(r"[\s_]", "", header).casefold()


def _check_names(contract: Contract, problems: Problems) -> None:
    """Numbers that a row names are told by columns of the file, and each such column is named."""
    names = contract.meta.names
    if not names and contract.meta.kind != "decisions":
        problems.add(contract.place("names"), "list_names_nobody")
    for role, named in names.items():
        for what, kinds in TELLS.items():
            field = getattr(named, what)
            if field and field not in [each.config.meta.field for each in contract.telling(*kinds)]:
                place = contract.place("names", role, what)
                known = [each.config.meta.field for each in contract.telling(*kinds)]
                hint = nearest(field, known)
                problems.add(place, "list_not_told", name=field, what=what, hint=hint)
    named_fields = {field for each in names.values() for field in each.columns().values()}
    for at, column in enumerate(contract.columns):
        meta = column.config.meta
        if names and meta.tells in ("nik", "no_kk", "family") and meta.field not in named_fields:
            problems.add(contract.column_place(at), "list_not_named", name=meta.field)
    if isinstance(contract.meta, Register):
        for programme, field in contract.meta.marks.items():
            if contract.written(field) is None or not contract.own("nik"):
                known = [column.config.meta.field for column in contract.columns]
                place, hint = contract.place("marks", programme), nearest(field, known)
                problems.add(place, "list_not_told", name=field, what=programme, hint=hint)
    if isinstance(contract.meta, Payments) and contract.meta.grants.to not in names:
        to = contract.meta.grants.to
        place = contract.place("grants", "to")
        problems.add(place, "list_no_role", name=to, hint=nearest(to, names))


def _check_model(contract: Contract, project: Path, problems: Problems) -> None:
    """The staging model stands where it must and describes every column that is named."""
    folder = project / "models/staging" / contract.source
    if not (folder / f"{contract.model}.sql").is_file():
        path = f"models/staging/{contract.source}/{contract.model}.sql"
        problems.add(contract.place(), "list_no_model", name=path)
        return
    _check_reads(contract, folder / f"{contract.model}.sql", problems)
    described = _described(project, contract, problems)
    if described is None:
        return
    for path, column in staged_columns(contract):
        if column not in described:
            hint = nearest(column, described)
            problems.add(
                contract.place(*path),
                "list_not_staged",
                name=column,
                model=contract.model,
                hint=hint,
            )


def _check_reads(contract: Contract, model: Path, problems: Problems) -> None:
    """What the staging model reads as a date, as money or as a word is said to be one."""
    text = model.read_text(encoding="utf-8", errors="replace")
    found = [(key, match[1]) for key, read in READS.items() for match in read.finditer(text)]
    found += [
        ("words", match[1]) for told in LOOKED_UP.finditer(text) for match in WORD.finditer(told[1])
    ]
    columns = {column.name: at for at, column in enumerate(contract.columns)}
    for key, name in found:
        if name not in columns:
            line = text[: text.index(f"{name}'")].count("\n") + 1
            place = Place(f"models/staging/{contract.source}/{model.name}", line)
            problems.add(place, "list_no_column", name=name, hint=nearest(name, columns))
        elif getattr(contract.columns[columns[name]].config.meta, key) is None:
            place = contract.column_place(columns[name])
            problems.add(place, "list_read_as", name=name, wanted=key, model=model.name)


def staged_columns(contract: Contract) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every column of the staging model that the contract names, and where."""
    for role, named in contract.meta.names.items():
        for what, column in named.columns().items():
            yield ("names", role, what), column
            if what in TELLS:
                yield ("names", role, what), f"{column}_repair"
    if isinstance(contract.meta, Payments):
        for column in (*contract.meta.grants.columns(), *STATUSES):
            yield ("grants",), column
        for fact, column in contract.meta.facts.items():
            yield ("facts", fact), column
    if isinstance(contract.meta, Register):
        for programme, column in contract.meta.marks.items():
            yield ("marks", programme), column


def _described(project: Path, contract: Contract, problems: Problems) -> list[str] | None:
    """The columns of the staging model that its properties describe; None where none can be read.

    These files are dbt's and hold whatever dbt allows; only the names in them are looked at.
    """
    for path in sorted((project / "models/staging" / contract.source).glob("*.yml")):
        try:
            text = path.read_text(encoding="utf-8")
            models = _models(text) if f"name: {contract.model}" in text else {}
        except (
            OSError,
            ValueError,
            AttributeError,
            TypeError,
            LookupError,
            yaml.YAMLError,
        ) as error:
            line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
            place = Place(path.relative_to(project).as_posix(), line)
            problems.add(place, "list_odd_properties", model=contract.model)
            return None
        if contract.model in models:
            return models[contract.model]
    return []


@lru_cache(64)  # an agency with several lists has them all in one file
def _models(text: str) -> dict[str, list[str]]:
    """The columns of each model that a file of properties describes."""
    found = (plain_yaml(text) or {}).get("models") or []
    return {
        each["name"]: [column["name"] for column in each.get("columns") or []] for each in found
    }


def _check_programmes(contract: Contract, staged: dict[str, bool], problems: Problems) -> None:
    """Programmes are of the rule book, and their rules tell the stages that lists count by."""
    key = "grants" if _pays(contract) else "marks"
    for programme in contract.programmes:
        if programme not in staged:
            hint = nearest(programme, staged)
            place = contract.text.words(programme, *contract.at, "config", "meta", key)
            problems.add(place, "list_no_programme", name=programme, hint=hint)
    if isinstance(contract.meta, Payments) and contract.meta.periods == "stage":
        place = contract.place("periods")
        if len(contract.programmes) > 1:
            problems.add(place, "list_stages_of_several")
        elif not staged.get(contract.programmes[0], True):
            problems.add(place, "list_no_stages", name=contract.programmes[0])
