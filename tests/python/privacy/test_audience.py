"""The page on data protection says of every published table for whom it is."""

import csv
import re

from selaras.workspace import PROJECT

ROW = re.compile(r"^\| (`[a-z_`, ]+`) \| .+ \| (everybody|analysts)", re.MULTILINE)
VERSION = re.compile(r"_v\d+$")


def audiences() -> list[tuple[str, str]]:
    """Table and audience of each table that the page names."""
    page = (PROJECT / "docs/data-protection.md").read_text(encoding="utf-8")
    section = page.split("## Who may read which published table")[1].split("\n## ")[0]
    return [
        (name, audience)
        for names, audience in ROW.findall(section)
        for name in re.findall(r"[a-z_]+", names)
    ]


def published() -> set[str]:
    """The tables of marts and open data, without their versions; `star_x` is published as dim_x."""
    models = [
        path
        for room in ("marts", "open_data")
        for path in (PROJECT / "models" / room).glob("**/*.sql")
    ]
    return {re.sub("^star_", "dim_", VERSION.sub("", path.stem)) for path in models}


def test_every_published_table_has_one_audience() -> None:
    named = [name for name, _ in audiences()]
    assert sorted(named) == sorted(published())


def test_what_everybody_may_read_of_families_is_attacked_together() -> None:
    with (PROJECT / "seeds/open_cut.csv").open(encoding="utf-8") as file:
        attacked = {row["table_name"] for row in csv.DictReader(file)} - {"none"}
    rules = {"mart_rule", "mart_parameter", "mart_overlap_rule"}  # nobody is counted in them
    open_tables = {name for name, audience in audiences() if audience == "everybody"}
    assert {name for name in open_tables - rules if not name.startswith("dim_")} == attacked
