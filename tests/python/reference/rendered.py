"""The SQL of the project as DuckDB runs it, without dbt: macros filled in, refs as table names."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment

from selaras.workspace import PROJECT

MACRO = re.compile(r"{%-? macro (\w+)\(.*?{%-? endmacro -?%}", re.DOTALL)


class _Returned(Exception):
    """What a macro gives back with `return`."""


class _Adapter:
    """Chooses the macro of this database."""

    def __init__(self, macros: dict[str, object]) -> None:
        self.macros = macros

    def dispatch(self, name: str, _package: str = "") -> object:
        """The default form of a macro, which is that of DuckDB."""
        return self.macros.get(f"duckdb__{name}") or self.macros[f"default__{name}"]


def renderer() -> Callable[[str], str]:
    """A function from the text of a model to SQL."""
    environment = Environment(extensions=["jinja2.ext.do"])
    macros = environment.globals
    macros["ref"] = lambda name: name
    macros["return"] = _give_back
    macros["adapter"] = _Adapter(macros)
    for path in sorted((PROJECT / "macros").rglob("*.sql")):
        for found in MACRO.finditer(path.read_text(encoding="utf-8")):
            macros[found[1]] = _callable(environment, found[1], found[0])
    return lambda text: environment.from_string(text).render()


def model(path: str) -> str:
    """The text of a model of the project, such as `overlap/finding`."""
    return Path(PROJECT / "models" / f"{path}.sql").read_text(encoding="utf-8")


def _give_back(value: object) -> None:
    raise _Returned(value)


def _callable(environment: Environment, name: str, text: str) -> Callable[..., object]:
    """One macro on its own, which finds all the others where the models do."""
    module = []

    def run(*values: object, **named: object) -> object:
        if not module:
            module.append(environment.from_string(text).module)
        try:
            return getattr(module[0], name)(*values, **named)
        except _Returned as returned:
            return returned.args[0]

    return run
