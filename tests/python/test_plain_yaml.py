"""YAML that we write ourselves, such as the catalogue of messages, says each thing once."""

from pathlib import Path

import pytest
import yaml

from selaras import messages
from selaras.plain_yaml import plain_yaml


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(yaml.YAMLError, match=r"'done' stands twice[^\0]*line 3"):
        plain_yaml("done: {id: Selesai., en: Done.}\nother: 1\ndone: {id: Beres., en: Ready.}\n")
    with pytest.raises(yaml.YAMLError, match="'en' stands twice"):
        plain_yaml("done: {id: Selesai., en: Done., en: Ready.}\n")
    said = plain_yaml("one: {id: Satu., en: One.}\ntwo: {id: Dua., en: Two.}\n")
    assert said == {"one": {"id": "Satu.", "en": "One."}, "two": {"id": "Dua.", "en": "Two."}}


def test_a_catalogue_in_which_a_message_stands_twice_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "run.yml").write_text("done: {id: a, en: b}\ndone: {id: c, en: d}\n", "utf-8")
    monkeypatch.setattr(messages, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(yaml.YAMLError, match="'done' stands twice"):
        messages.catalogue.__wrapped__()
