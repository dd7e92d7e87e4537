"""JSON Schema of the rule files, so that editors complete, check and explain them."""

import json

from selaras.rules.grammar import Rule
from selaras.rules.grammar_shared import OverlapBook, Register, VocabularyBook

SCHEMAS = {
    "programme": Rule,
    "overlaps": OverlapBook,
    "programmes": Register,
    "vocabulary": VocabularyBook,
}


def schema_files() -> dict[str, str]:
    """The text of every schema by its name."""
    return {
        name: json.dumps(kind.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
        for name, kind in SCHEMAS.items()
    }
