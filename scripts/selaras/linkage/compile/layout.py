"""How generated models of linkage are laid out."""

from selaras.rules.expression.rendering import STEP

HEAD = (
    "-- Written by `selaras compile` from rules/linkage.yml and its trained model. Edit the\n"
    "-- rule, not this file.\n"
    "with\n\n"
)


def cte(name: str, lines: list[str]) -> str:
    """A step of a model by its name."""
    body = "\n".join(f"{STEP}{line}" if line else "" for line in lines)
    return f"{name} as (\n\n{body}\n\n)"


def imported(name: str, relation: str) -> str:
    """An input of a model."""
    return cte(name, [f"select * from {relation}"])


def ref(model: str) -> str:
    """A model as dbt refers to it."""
    return f"{{{{ ref('{model}') }}}}"
