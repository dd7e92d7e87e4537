"""How the compiled SQL of linkage is laid out."""

from selaras.rules.expression.rendering import STEP


def cte(name: str, lines: list[str]) -> str:
    """A step of a query by its name."""
    body = "\n".join(f"{STEP}{line}" if line else "" for line in lines)
    return f"{name} as (\n\n{body}\n\n)"


def macro(name: str, parameters: str, says: str, lines: list[str]) -> str:
    """A macro with what it says above it."""
    body = "\n".join(f"{STEP}{line}" if line else "" for line in lines)
    return f"{{#{says}#}}\n{{% macro {name}({parameters}) -%}}\n{body}\n{{%- endmacro %}}\n"
