"""Whatever a sentence of the rule book holds is shown as it was written, and does nothing."""

import re
from pathlib import Path

import pytest
from small_book import RULE, write_book

from selaras.cli import one_verdict
from selaras.cli.safe import made_safe
from selaras.cli.show import console
from selaras.explain.verdicts import Verdict
from selaras.rules.compiler import compile_rules
from selaras.rules.write.pages.markdown import code

SAID = "<script>alert(1)</script> &lt; [bold]x[/bold] a | b"
SHOWN = "&lt;script>alert(1)&lt;/script> &amp;lt; [bold]x[/bold] a"
TAGS = re.compile(r"<(?!br>|!--|https?:)")
PARTS = {
    "a sentence": ("en: Old.", f"en: '{SAID}'"),
    "a title": ("en: Demo}", f"en: '{SAID}'}}"),
    "a source": ("source: none}", f"source: '{SAID}'}}"),
    "a unit": ("unit: years", f"unit: '{SAID}'"),
    "a basis": ("basis: none\n    status", f"basis: '{SAID}'\n    status"),
    "an example": ("name: on the limit", f"name: '{SAID}'"),
}


@pytest.mark.parametrize("part", PARTS)
def test_no_page_and_no_property_makes_a_tag_of_words(tmp_path: Path, part: str) -> None:
    old, new = PARTS[part]
    assert old in RULE
    files = compile_rules(write_book(tmp_path, RULE.replace(old, new, 1)))
    text = files[Path("docs/programmes/demo.md")]
    assert SHOWN in text and not TAGS.findall(text)
    assert not TAGS.findall(files[Path("docs/programmes/README.md")])
    assert "<script" not in files[Path("models/eligibility/elig_demo.yml")]


def test_a_sign_for_code_ends_no_code() -> None:
    assert code("level != 'a`<b>`'") == "`` level != 'a`<b>`' ``"


def test_the_terminal_shows_brackets_and_tags_as_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(console, "width", 200)
    judged = dict.fromkeys(("title_id", "title_en"), SAID) | {
        **{"programme_id": "demo", "person_id": "p", "unit": "person", "verdict": "eligible"},
        **{"coverage": "missed", "is_near_miss": False, "entitled_amount": None},
        "possible_amount": None,
    }
    reason = dict.fromkeys(("says_id", "says_en", "basis"), SAID) | {
        **{
            "criterion_id": "is_old",
            "programme_id": "demo",
            "is_near_miss": False,
            "is_contested": False,
        },
        **{"outcome": True, "observed": "", "required": "-"},
        "branches": [{"branch_id": "a", "outcome": True, "says_id": SAID, "says_en": SAID}],
    }
    missing = {"fact": "age", "title_id": SAID, "title_en": SAID}
    missing |= {"asked_of_title_id": SAID, "asked_of_title_en": SAID}
    verdict = Verdict(judged, [reason], [], [missing])
    one_verdict.show_verdict(made_safe(verdict), Known())
    assert capsys.readouterr().out.count("[bold]x[/bold]") == 6


class Known:
    """Nobody, with no words of the vocabulary."""

    def __init__(self) -> None:
        self.members: list = []
        self.vocabulary: list = []
        self.labels: list = []
        way = {"programme_id": "demo", "criterion_id": "is_old", "branch_id": "a"}
        self.branches = [way | {"condition": "is_old"}]
