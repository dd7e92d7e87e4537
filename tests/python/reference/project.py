"""A project on disk that holds nothing but a drawn rule book."""

from datetime import date
from pathlib import Path

import yaml
from interpreter.rule import Rule, load

from selaras.workspace import PROJECT

KEPT = {
    "person": (
        *("birth_date", "age_years", "is_alive", "is_pregnant", "is_in_school", "school_level"),
        *("diploma_arrears", "has_disability"),
    ),
    "household": (
        "national_decile",
        "member_count",
        "monthly_income",
        "owns_car",
        "has_living_member",
    ),
}


TITLE = {"id": "Bantuan", "en": "Aid"}
UNRULED = {"title": TITLE, "owner": "kemensos", "level": "central", "unit": "person"}
UNRULED |= {"purpose": ["family_income"], "basis": "not known"}


class _Plain(yaml.SafeDumper):
    """Never writes an alias, which rule files may not have."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def represent_float(self, data: float) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:float", f"{data:.6f}")


_Plain.add_representer(float, _Plain.represent_float)


def vocabulary(kept: dict[str, tuple[str, ...]] | None = None) -> dict[str, dict]:
    """The facts of the real vocabulary, or a few of them."""
    path = PROJECT / "rules/vocabulary.yml"
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        unit: {name: words[unit][name] for name in (kept[unit] if kept else words[unit])}
        for unit in ("person", "household")
    }


def dump(data: dict) -> str:
    """Plain data as YAML in the order written."""
    return yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True)


def write_project(
    folder: Path, facts: dict, rules: list[dict], overlaps: dict | None = None, unruled: tuple = ()
) -> list[Rule]:
    """Write a rule book; the rules as the interpreter reads them back.

    `unruled` are programmes that have no rule file.
    """
    book = folder / "rules"
    book.mkdir(exist_ok=True)
    for path in book.glob("*.yml"):
        path.unlink()
    register = yaml.safe_load((PROJECT / "rules/programmes.yml").read_text(encoding="utf-8"))
    register["programmes"] = {name: UNRULED for name in unruled}
    always = yaml.safe_load((PROJECT / "rules/overlaps.yml").read_text(encoding="utf-8"))["always"]
    (book / "programmes.yml").write_text(dump(register), encoding="utf-8")
    (book / "vocabulary.yml").write_text(dump(facts), encoding="utf-8")
    (book / "overlaps.yml").write_text(
        dump({"overlaps": overlaps or {}, "always": always}), encoding="utf-8"
    )
    for rule in rules:
        (book / f"{rule['programme']}.yml").write_text(dump(rule), encoding="utf-8")
    return [load(book / f"{rule['programme']}.yml") for rule in rules]


def aid(**parts: object) -> dict:
    """A small rule file of one criterion, with some parts in place of its own."""
    cited = {"basis": "not known", "status": "assumed"}
    return {
        "programme": "other_aid",
        "title": TITLE,
        "owner": "kemensos",
        "level": "central",
        "unit": "person",
        "purpose": ["family_income"],
        "basis": "not known",
        "valid_from": date(2020, 1, 1),
        "criteria": {"is_alive": {"says": TITLE, "when": "is_alive", **cited}},
        "benefit": {"kind": "flat", "amount": "1", "per": "month"},
        "examples": [{"name": "one", "date": date(2020, 1, 1), "given": {}, "expect": {}}],
        **parts,
    }
