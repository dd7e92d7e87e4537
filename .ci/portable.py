"""What of the models' SQL Spark does not have, as it is written for Spark.

    python .ci/portable.py            # fails where .ci/not_portable.csv is not what is found
    python .ci/portable.py --shrink   # takes what is no longer found off that list

Every model is rendered with the macros of the project and written for Spark as it is at run time
(scripts/selaras/spark/rewrite.py). What Spark lacks all the same is looked for here. The list may
only shrink, and is empty.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import sqlglot
import yaml
from sqlglot import exp

from selaras.rules.sql.without_dbt import Renderer
from selaras.spark.borrowed import BORROWED
from selaras.spark.rewrite import rewrite

PROJECT = Path(__file__).resolve().parents[1]
LIST = PROJECT / ".ci" / "not_portable.csv"
# Functions that Spark 4 has under the name that sqlglot writes; anything else is told.
KNOWN = {*(PROJECT / ".ci" / "spark_functions.txt").read_text("utf-8").split(), *BORROWED}
Finding = tuple[str, str]


class _WithSettings(Renderer):
    """Renders models with the settings of the project."""

    def __init__(self) -> None:
        super().__init__(PROJECT)
        settings = yaml.safe_load((PROJECT / "dbt_project.yml").read_text("utf-8"))
        self._macros["var"] = lambda name, default="": settings["vars"].get(name, default)
        self._macros["env_var"] = lambda _name, default="": default


def constructs(sql: str) -> set[str]:
    """What a query holds that Spark has not, written for Spark."""
    tree = sqlglot.parse_one(rewrite(sql), read="spark")
    return {*_silent(tree), *(f"function {name}" for name in _functions(tree) if name not in KNOWN)}


def _functions(tree: exp.Expression) -> Iterator[str]:
    """The names of functions, as they are written for Spark."""
    for call in tree.find_all(exp.Func):
        told = call.name if isinstance(call, exp.Anonymous) else call.sql("spark")
        name = told.partition("(")[0].lower()
        if re.fullmatch(r"\w+", name):
            yield name


def _silent(tree: exp.Expression) -> Iterator[str]:
    """What sqlglot writes for Spark as it is, although Spark has it not."""
    for node in tree.walk():
        match node:
            case exp.Unnest():
                yield "unnest"
            case exp.Columns():
                yield "columns(...)"
            case exp.Star() if node.args.get("replace"):
                yield "replace in a star"
            case exp.Window() if isinstance(node.this, exp.Filter):
                yield "filter in a window"
            case exp.Select() if len([each for each in node.selects if _makes_rows(each)]) > 1:
                yield "two lists in rows at once"
            case exp.Explode() if not isinstance(node.parent, exp.Select | exp.Alias):
                yield "a list in rows within a function"


def _makes_rows(column: exp.Expression) -> bool:
    """Whether a column of a select makes a row of each element of a list."""
    return isinstance(column.unalias(), exp.Explode)


def findings() -> set[Finding]:
    """Every model with what is not portable in it."""
    renderer, found = _WithSettings(), set()
    for path in sorted((PROJECT / "models").rglob("*.sql")):
        sql = renderer.render(path.read_text(encoding="utf-8"))
        found |= {(path.stem, construct) for construct in constructs(sql)}
    return found


def listed() -> set[Finding]:
    """What is known not to be portable yet."""
    with LIST.open(encoding="utf-8", newline="") as rows:
        return {(row["model"], row["construct"]) for row in csv.DictReader(rows)}


def write(entries: set[Finding]) -> None:
    """Write the list."""
    with LIST.open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(["model", "construct"])
        rows.writerows(sorted(entries))


def main() -> None:
    """Say what is new, and what may leave the list."""
    found, known = findings(), listed()
    if "--shrink" in sys.argv:
        write(known & found)
        known &= found
    for model, construct in sorted(found - known):
        print(f"{model}: Spark has no {construct}; use or add a macro of macros/portable/")
    for model, construct in sorted(known - found):
        print(f"{model}: {construct} is gone; take it off with {Path(__file__).name} --shrink")
    print(
        f"{len(found)} places in {len({model for model, _ in found})} models are not portable yet"
    )
    sys.exit(found != known)


if __name__ == "__main__":
    main()
