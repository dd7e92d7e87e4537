"""YAML as plain values, read by the loader that is written in C where it was built in."""

from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast as the other


class _EachKeyOnce(LOADER):
    """Refuses a mapping in which a key stands twice, of which YAML itself keeps the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                told = f"the key {key.value!r} stands twice"
                raise yaml.constructor.ConstructorError(None, None, told, key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def plain_yaml(text: str) -> Any:
    """The values that a YAML text holds; None for an empty one, a YAMLError for an unsound one."""
    return yaml.load(text, Loader=_EachKeyOnce)


def project_vars(project: Path) -> dict[str, Any]:
    """The variables of a project, as dbt_project.yml has them."""
    return plain_yaml((project / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]
