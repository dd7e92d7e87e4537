"""A project beside this one with a reform of some programmes and an allocation in it."""

from datetime import date
from pathlib import Path

import yaml

from selaras.workspace import PROJECT

DAY = date(2025, 11, 1)
LINKED = ("models", "macros", "seeds", "rules")
WORDS = {"id": "Ukur", "en": "Measured"}
EXAMPLE = {"name": "one", "date": DAY, "given": {}, "expect": {}}
CITED = {"status": "assumed", "source": "x"}
ALLOCATION = {
    "allocation": "measured",
    "title": WORDS,
    "basis": "measured",
    "programmes": ["sembako", "pkh"],
    "pot": {"rupiah": 500_000_000_000, "months": 12},
    "keeps": True,
    "order": [
        {"lowest": "national_decile", "says": WORDS},
        {"highest": "member_count", "says": WORDS},
    ],
    "lot": 1,
    "quotas": {
        "large": {"when": "member_count >= 4", "at_least_percent": 30},
        "poorest": {"when": "national_decile = 1", "at_most_percent": 60},
    },
}


def changed(rule: dict) -> dict:
    """One figure of a rule a step lower or higher; a rule without figures asks one thing less."""
    for name, each in rule.get("parameters", {}).items():
        value = each["values"][max(each["values"])]["value"]
        if type(value) is int and not each["unit"].startswith("rupiah"):
            step = -1 if "decile" in name and value > 1 else 1
            figure = {"value": value + step, **CITED}
            return {"parameters": {name: figure}, "examples": [EXAMPLE]}
    return {"suspends": [next(iter(rule["criteria"]))], "examples": [EXAMPLE]}


def lay(folder: Path, rules: dict[str, dict]) -> Path:
    """The project: `reforms/all.yml` changes every programme, `reforms/pkh.yml` one."""
    for name in ("reforms", "allocations"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        if not (folder / name).exists():
            (folder / name).symlink_to(PROJECT / name)
    for reform, names in {"all": sorted(rules), "pkh": ["pkh"]}.items():
        told = {"reform": reform, "title": WORDS, "basis": "measured", "takes_effect": DAY}
        told["programmes"] = {name: changed(rules[name]) for name in names}
        _write(folder / "reforms" / f"{reform}.yml", told)
    _write(folder / "allocations" / "measured.yml", ALLOCATION)
    return folder


def _write(path: Path, told: dict) -> None:
    """Plain data as YAML without aliases."""
    dumper = type("Plain", (yaml.SafeDumper,), {"ignore_aliases": lambda *_: True})
    path.write_text(yaml.dump(told, Dumper=dumper, sort_keys=False), encoding="utf-8")
