"""What rules and contracts declare, read from their files by itself: nothing is shared with dbt."""

from selaras.plain_yaml import plain_yaml
from selaras.workspace import PROJECT


def headline_programmes() -> list[dict[str, str]]:
    """Every programme that counts in a headline figure, with its level."""
    return [
        {"metric_id": metric, "programme_id": rule["programme"], "level": rule["level"]}
        for rule in _files("rules/*.yml")
        for metric in rule.get("headline", ())
    ]


def programmes_with_rule() -> list[str]:
    """The programmes whose rule book entry has criteria."""
    return sorted(rule["programme"] for rule in _files("rules/*.yml") if rule.get("criteria"))


def staged_money() -> str:
    """A query of the programme and the amount of every staged row of every payment list."""
    return "\nunion all\n".join(
        f"select {_programme(grants['programme'])} as programme_id, {grants['amount']} as amount"
        f" from staging.stg_{source}__{table}"
        for source, table, grants in _payments()
    )


def _payments() -> list[tuple[str, str, dict]]:
    """The payment lists, each with what it grants."""
    return [
        (source["name"], table["name"], table["config"]["meta"]["grants"])
        for file in _files("models/staging/*/_*__sources.yml")
        for source in file["sources"]
        for table in source["tables"]
        if table["config"]["meta"]["kind"] == "payments"
    ]


def _programme(granted: str | dict) -> str:
    """A programme that stands in a column, or one for the whole list."""
    return granted["column"] if isinstance(granted, dict) else f"'{granted}'"


def _files(pattern: str) -> list[dict]:
    """The content of some YAML files of the project."""
    paths = sorted(PROJECT.glob(pattern))
    return [plain_yaml(path.read_text(encoding="utf-8")) or {} for path in paths]
