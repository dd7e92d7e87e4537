"""What dbt tells of its nodes (models, seeds, tests)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dbt.contracts.graph.nodes import ManifestNode, SeedNode
from dbt.node_types import NodeType

from selaras.landing.drop import sha256
from selaras.versions import digest

TABLES = (NodeType.Model, NodeType.Seed)


@dataclass(frozen=True)
class Node:
    """One node: a digest of all that it says, its table (None for a test), and what it reads."""

    name: str
    digest: str
    table: str | None
    parents: frozenset[str]


def nodes_of(results: Iterable) -> dict[str, Node]:
    """The models, seeds and tests among the results of a command, by their ids."""
    wanted = (*TABLES, NodeType.Test)
    found = (result.node for result in results)
    return {node.unique_id: _node(node) for node in found if node.resource_type in wanted}


def _node(node: ManifestNode) -> Node:
    """A node as it is told on."""
    table = f"{node.schema}.{node.alias}" if node.resource_type in TABLES else None
    return Node(node.name, _digest(node), table, frozenset(node.depends_on_nodes))


def _digest(node: ManifestNode) -> str:
    """A digest of the query of a node as dbt compiled it, or of the rows of a seed.

    Its settings and the types of its columns count too; its description does not.
    """
    if isinstance(node, SeedNode):
        text = sha256(Path(node.root_path or ".") / node.original_file_path)
    else:
        text = node.compiled_code
    types = {name: column.data_type for name, column in node.columns.items()}
    settings = json.dumps([node.config.to_dict(), types], sort_keys=True, default=str)
    return digest([str(text), f"{node.schema}.{node.alias}", settings])
