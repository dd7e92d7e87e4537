"""The compiler's passes: each reads only what passes before it made."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from selaras.workspace import PROJECT

PACKAGE = PROJECT / "scripts"
# As in scripts/selaras/rules/README.md. The contracts of the lists and linkage.yml are files of the
# rule book with a grammar of their own, so their first passes stand between those of the rules.
ORDER = (
    "selaras.rules.expression",
    "selaras.rules.grammar",
    "selaras.rules.read",
    "selaras.lists",
    "selaras.linkage.grammar",
    "selaras.rules.check",
    "selaras.rules.sql",
    "selaras.linkage.compile",
    "selaras.rules.write",
    "selaras.rules.prove",
    "selaras.rules.trial",
    "selaras.rules.drafting",
    "selaras.rules.differences",
    "selaras.rules",
    "selaras.linkage",
)


def pass_of(module: str) -> str | None:
    """The pass that a module belongs to: the innermost of the order."""
    within = [each for each in ORDER if f"{module}.".startswith(f"{each}.")]
    return max(within, key=len, default=None)


def imported(path: Path) -> Iterator[str]:
    """Everything that a file imports by its whole name, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{each.name}" for each in node.names)


def modules(package: Path) -> dict[str, Path]:
    """Every module of a package by its name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def against_the_order(package: Path) -> list[str]:
    """Every import of a pass that comes later."""
    found = []
    for name, path in modules(package).items():
        own = pass_of(name)
        for other in imported(path) if own else ():
            read = pass_of(other)
            if read and ORDER.index(read) > ORDER.index(own):
                found.append(f"{name} imports {other}")
    return found


def circles(package: Path) -> list[str]:
    """Every module to which some way of imports leads back."""
    files = modules(package)
    reached = {}
    for name, path in files.items():
        whole = {each: each.rpartition(".")[0] for each in imported(path)}
        reached[name] = {each if each in files else module for each, module in whole.items()}
    for between in files:
        for each in reached.values():
            if between in each:
                each |= reached[between]
    return sorted(name for name, each in reached.items() if name in each)


def test_a_pass_imports_only_passes_before_it() -> None:
    assert against_the_order(PACKAGE) == []


def test_no_import_leads_back_to_where_it_began() -> None:
    assert circles(PACKAGE) == []


def test_every_folder_of_the_compiler_is_a_pass() -> None:
    folders = {path.parent for path in (PACKAGE / "selaras" / "rules").glob("*/__init__.py")}
    names = {f"selaras.rules.{folder.name}" for folder in folders}
    assert names == {each for each in ORDER if each.startswith("selaras.rules.")}


@pytest.mark.parametrize(
    "line",
    [
        "from selaras.rules.sql.eligibility import eligibility_model",
        "from selaras.rules import trial",
        "import selaras.rules.prove.world",
        "def late():\n    from selaras.linkage.compile.files import linkage_files",
    ],
)
def test_an_import_of_a_later_pass_is_told(tmp_path: Path, line: str) -> None:
    module = tmp_path / "selaras" / "rules" / "check" / "book.py"
    module.parent.mkdir(parents=True)
    module.write_text(f"{line}\n", encoding="utf-8")
    (told,) = against_the_order(tmp_path)
    assert told.startswith("selaras.rules.check.book imports selaras.")


def test_a_circle_is_told_of_each_that_is_in_it(tmp_path: Path) -> None:
    for name, line in {
        "one": "from selaras.two import x",
        "two": "from selaras import three",
        "three": "def f():\n    import selaras.one",
        "four": "from selaras.one import x",
    }.items():
        path = tmp_path / "selaras" / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{line}\n", encoding="utf-8")
    assert circles(tmp_path) == ["selaras.one", "selaras.three", "selaras.two"]
