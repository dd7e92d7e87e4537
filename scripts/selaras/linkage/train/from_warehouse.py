"""`selaras linkage train`: from a built warehouse to the versioned model."""

import logging
from collections.abc import Callable
from pathlib import Path

import duckdb
import yaml

from selaras.errors import ExitCode, Refusal
from selaras.linkage.grammar.linkage_book import LinkageModel
from selaras.linkage.grammar.read_linkage import BOOK, MODEL, read_linkage
from selaras.linkage.grammar.weights import Linkage
from selaras.linkage.train.learn import KNOWN, LISTED, learn_model
from selaras.rules.check.book import FOLDER
from selaras.rules.expression.rendering import literal
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import digest_of
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

FEWEST = 50
HEAD = "# Written by `selaras linkage train`. Train again rather than edit.\n"
TABLES = {
    LISTED: "select *, 'list' as stage from identity.list_record"
    " union all select *, 'member' as stage from identity.member_record order by record_id",
    KNOWN: "select * from identity.person_record where is_in_civil_registry order by known_id",
}


def train(project: Path, workspace: Workspace, told: Callable[[str], None]) -> LinkageModel:
    """Learn from what was built and write rules/linkage/model.yml; Refusal where it cannot."""
    book = whole_linkage(project, needs_model=False).book
    with duckdb.connect() as memory:
        copy_records(workspace, memory)
        model = learn_model(memory, book, told)
    write_model(project / FOLDER, model)
    return model


def write_model(folder: Path, model: LinkageModel) -> None:
    """Write the model to its place in the folder of a rule book."""
    path = folder / MODEL
    path.parent.mkdir(exist_ok=True)
    path.write_text(as_text(model), encoding="utf-8", newline="\n")


def whole_linkage(project: Path, needs_model: bool = True) -> Linkage:
    """linkage.yml, with what was learnt where that is needed; Refusal where either has errors."""
    problems = Problems()
    folder = project / FOLDER
    digests = {name: digest_of(folder / name) for name in (BOOK, MODEL) if (folder / name).exists()}
    linkage = read_linkage(folder, digests, problems, needs_model)
    problems.refuse()
    assert linkage is not None
    return linkage


def copy_records(workspace: Workspace, memory: duckdb.DuckDBPyConnection) -> None:
    """Bring the records to learn from into a database in memory, in one order."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    with open_warehouse(workspace) as warehouse:
        for table, sql in TABLES.items():
            found = warehouse.execute(sql).to_arrow_table()
            memory.register("arriving", found)
            memory.execute(f"create table {table} as select * from arriving")
            memory.unregister("arriving")
    counted = memory.execute(
        f"select least((select count(*) from {LISTED}), (select count(*) from {KNOWN}))"
    ).fetchone()
    if not counted or counted[0] < FEWEST:
        raise Refusal(ExitCode.INPUT_REFUSED, "linkage.too_few", fewest=FEWEST)


class _Plain(yaml.SafeDumper):
    """Writes small numbers without exponents, as the rule book reads them."""


_Plain.add_representer(
    float,
    lambda dumper, value: dumper.represent_scalar(
        "tag:yaml.org,2002:float", literal(float(f"{value:.6g}"))
    ),
)


def as_text(model: LinkageModel) -> str:
    """The model as YAML, probabilities with six figures that count."""
    return HEAD + yaml.dump(model.model_dump(), Dumper=_Plain, sort_keys=False)
