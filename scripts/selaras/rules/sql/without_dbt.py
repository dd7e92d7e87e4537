"""Models as plain SQL over tables of the same names, without dbt.

A model holds no Jinja blocks, only `ref`, `source` and small value macros, so each `{{ ... }}` in
it is rendered by itself, with the project's own macros.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment

from selaras.plain_yaml import project_vars
from selaras.workspace import PROJECT

MACRO = re.compile(r"\{%-?\s*macro\s+(\w+).*?endmacro\s*-?%\}", re.DOTALL)
PIECE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


class _Returned(Exception):
    """What a macro gives back by `return`, which ends it."""


class Renderer:
    """Renders the models of a project; its macros are read once and each piece is kept.

    `texts` are macros that take the place of those of the project that bear the same names.
    """

    def __init__(self, project: Path, texts: Iterable[str] = ()) -> None:
        self._environment = Environment(extensions=["jinja2.ext.do"])
        self._macros = self._environment.globals
        self._macros |= {"ref": _named, "return": _give_back}
        self._macros |= {"source": _table_of, "config": _nothing, "var": _setting}
        self._pieces: dict[str, str] = {}
        # Those of this version first, so that a rule book can be tried without the rest.
        folders = dict.fromkeys((PROJECT / "macros", (project / "macros").resolve()))
        paths = (path for folder in folders for path in sorted(folder.rglob("*.sql")))
        for text in (*(path.read_text(encoding="utf-8") for path in paths), *texts):
            for macro in MACRO.finditer(text):
                self._macros[macro[1]] = self._callable(macro[1], macro[0])

    def render(self, text: str) -> str:
        """A model with every `{{ ... }}` filled in; `ref('x')` is the table x."""
        return PIECE.sub(lambda found: self._piece(found[0]), text)

    def _piece(self, text: str) -> str:
        """One `{{ ... }}` filled in."""
        if text not in self._pieces:
            self._pieces[text] = self._environment.from_string(text).render()
        return self._pieces[text]

    def _callable(self, name: str, text: str) -> Callable[..., object]:
        """One macro as a function; those that it calls are looked up when it runs."""

        @cache
        def macro() -> Callable[..., object]:
            return getattr(self._environment.from_string(text).module, name)

        def run(*arguments: object, **named: object) -> object:
            try:
                return macro()(*arguments, **named)
            except _Returned as returned:
                return returned.args[0]

        return run


def _named(model: str, **_version: int) -> str:
    """dbt's `ref`: the table of the name of a model, in whichever version."""
    return model


def _table_of(_source: str, table: str) -> str:
    """dbt's `source`: the table of its name."""
    return table


@cache
def _setting(name: str) -> object:
    """dbt's `var`."""
    return project_vars(PROJECT)[name]


def _nothing(**_settings: object) -> str:
    """dbt's `config`, which adds nothing to a query."""
    return ""


def _give_back(value: object) -> None:
    """dbt's `return`."""
    raise _Returned(value)
