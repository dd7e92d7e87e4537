"""What of the models' SQL Spark does not have, outside macros/portable/.

    python .ci/portable.py            # fails where .ci/not_portable.csv is not what is found
    python .ci/portable.py --shrink   # takes what is no longer found off that list

Every model is rendered with the macros of the project; a macro of macros/portable/, which has a
form of its own for Spark, stands as a call of its name. The rest is read by sqlglot as DuckDB's
and written as Spark's. What sqlglot passes in silence although Spark lacks it is looked for here.
The list may only shrink.
"""

import csv
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlglot
import yaml
from sqlglot import exp

from selaras.rules.sql.without_dbt import Renderer

PROJECT = Path(__file__).resolve().parents[1]
LIST = PROJECT / ".ci" / "not_portable.csv"
PLACEHOLDER = "portable_"
_DISPATCHED = re.compile(r"adapter\.dispatch\('(\w+)'")
# Functions that Spark 4 has under the name that sqlglot writes; anything else is told.
KNOWN = set((PROJECT / ".ci" / "spark_functions.txt").read_text("utf-8").split())
Finding = tuple[str, str]


class _ForSpark(Renderer):
    """Renders models with a call in the place of each macro that has a form for Spark."""

    def __init__(self) -> None:
        super().__init__(PROJECT)
        settings = yaml.safe_load((PROJECT / "dbt_project.yml").read_text("utf-8"))
        self._macros["var"] = lambda name, default="": settings["vars"].get(name, default)
        self._macros["env_var"] = lambda _name, default="": default
        portable = sorted((PROJECT / "macros" / "portable").glob("*.sql"))
        self._portable = {
            name for path in portable for name in _DISPATCHED.findall(path.read_text("utf-8"))
        }

    def dispatch(self, name: str, package: str = "") -> Callable[..., object]:
        """A call of its name for a portable macro, else what dbt would take."""
        if name not in self._portable:
            return super().dispatch(name, package)
        return lambda *arguments, **_: _call(name, arguments) if arguments else ""


def _call(name: str, arguments: tuple[object, ...]) -> str:
    """A call of a portable macro; one that takes nothing is a word between others, and left out."""
    return f"{PLACEHOLDER}{name}({', '.join(_sql_among(arguments))})"


def _sql_among(arguments: tuple[object, ...]) -> Iterator[str]:
    """The arguments that are SQL; others are patterns and names."""
    for argument in arguments:
        for each in argument if isinstance(argument, list) else [argument]:
            try:
                yield sqlglot.parse_one(str(each), read="duckdb").sql("duckdb")
            except sqlglot.errors.SqlglotError:
                continue


def constructs(sql: str) -> set[str]:
    """What a query holds that Spark has not."""
    tree = sqlglot.parse_one(sql, read="duckdb")
    found = set(_silent(tree))
    try:
        tree.sql("spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    except sqlglot.errors.UnsupportedError as error:
        found.add(str(error).splitlines()[0])
    return found | {f"function {name}" for name in _functions(tree) if name not in KNOWN}


def _functions(tree: exp.Expression) -> Iterator[str]:
    """The names under which sqlglot writes functions for Spark."""
    for call in tree.find_all(exp.Func):
        told = call.name if isinstance(call, exp.Anonymous) else call.sql("spark")
        name = told.partition("(")[0].lower()
        if re.fullmatch(r"\w+", name) and not name.startswith(PLACEHOLDER):
            yield name


def _silent(tree: exp.Expression) -> Iterator[str]:
    """What sqlglot writes for Spark as it is, although Spark has it not or means another thing."""
    for node in tree.walk():
        match node:
            case exp.IntDiv():
                yield "integer division //"
            case exp.Qualify():
                yield "qualify"
            case exp.Unnest():
                yield "unnest"
            case exp.SHA2():
                yield "sha256"
            case exp.Columns():
                yield "columns(...)"
            case exp.SetOperation() if node.args.get("by_name"):
                yield "union by name"
            case exp.Group() if node.args.get("all"):
                yield "group by all"
            case exp.Window() if isinstance(node.this, exp.Filter):
                yield "filter in a window"
            case exp.AggFunc() if any(node.find_all(exp.Order)) and not node.find(exp.Window):
                yield "order by in an aggregate"
            case exp.Length() if isinstance(node.this, exp.Split | exp.Array | exp.ArrayAgg):
                yield "length of a list"
            case exp.With() if _names_twice(node):
                yield "with names a step twice"


def _names_twice(steps: exp.With) -> bool:
    """Whether a step has the name of another one, around it or beside it."""
    names = [each.alias.lower() for each in steps.find_all(exp.CTE)]
    return len(set(names)) < len(names)


def findings() -> set[Finding]:
    """Every model with what is not portable in it."""
    renderer, found = _ForSpark(), set()
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
