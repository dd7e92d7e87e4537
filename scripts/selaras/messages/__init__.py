"""The message catalogue: every sentence for people, in Bahasa Indonesia and English."""

import os
from functools import cache
from pathlib import Path

from selaras.plain_yaml import plain_yaml

LANGUAGES = ("id", "en")
DEFAULT_LANGUAGE = "en"


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All messages by key (`<file>.<name>`), read from the YAML files of this folder."""
    entries = {}
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        for name, texts in plain_yaml(path.read_text(encoding="utf-8")).items():
            entries[f"{path.stem}.{name}"] = texts
    return entries


def language() -> str:
    """The language in use: SELARAS_LANG where it names one we speak."""
    chosen = os.environ.get("SELARAS_LANG", DEFAULT_LANGUAGE).lower()[:2]
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


def say(key: str, **values: object) -> str:
    """The message of a key in the language in use, with its placeholders filled."""
    return catalogue()[key][language()].format(**values)
