"""The page on the grammar: its example compiles and comes out, its truth table is that of SQL."""

import re
from pathlib import Path

import duckdb
import yaml
from rule_warehouse import Warehouse

from selaras.rules.grammar.rule import Rule, Stages
from selaras.workspace import PROJECT

PAGE = (PROJECT / "rules/README.md").read_text(encoding="utf-8")
SQL = {"true": "true", "false": "false", "unknown": "cast(null as boolean)"}
WORDS = {True: "true", False: "false", None: "unknown"}


def example() -> str:
    return re.search(r"```yaml\n(.+?)```", PAGE, re.DOTALL)[1]


def test_the_example_is_a_rule_that_comes_out_as_it_says(project: Path) -> None:
    (project / "rules/klj.yml").write_text(example(), encoding="utf-8")
    warehouse = Warehouse(project)
    case, *_ = yaml.safe_load(example())["examples"]
    warehouse.person(day=case["date"], **case["given"])
    warehouse.household(day=case["date"])
    (row,) = warehouse.judge("klj")
    assert row["verdict"] == case["expect"]["verdict"]
    assert row["entitled_amount"] == case["expect"]["monthly_amount"]


def test_the_stages_on_the_page_are_stages() -> None:
    periods = yaml.safe_load(re.search(r"`(periods: \{.+\})`", PAGE)[1])
    assert Stages.model_validate({"status": "assumed", "source": "a", **periods}).periods["1"]


def test_every_key_of_a_rule_is_on_the_page() -> None:
    missing = [name for name in Rule.model_fields if not re.search(rf"\b{name}\b", PAGE)]
    assert missing == []


def test_the_truth_table_is_that_of_sql() -> None:
    table = PAGE[PAGE.index("| `a` | `b` |") :]
    rows = [re.findall(r"\w+", line) for line in table.split("\n\n")[0].splitlines()[2:]]
    assert len(rows) >= 3
    for a, b, *told in rows:
        query = f"select a and b, a or b, not a from (select {SQL[a]} as a, {SQL[b]} as b)"
        assert told == [WORDS[value] for value in duckdb.sql(query).fetchone()], (a, b)


def test_it_stays_on_one_page() -> None:
    assert len(PAGE.splitlines()) <= 150
