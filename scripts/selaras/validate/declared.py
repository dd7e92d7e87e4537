"""What rules and contracts declare, read from their files by itself: nothing is shared with dbt."""

from pathlib import Path

from selaras.plain_yaml import plain_yaml


def headline_programmes(project: Path) -> list[dict[str, str]]:
    """Every programme that counts in a headline figure, with its level."""
    return [
        {"metric_id": metric, "programme_id": rule["programme"], "level": rule["level"]}
        for rule in _files(project, "rules/*.yml")
        for metric in rule.get("headline", ())
    ]


def programmes_with_rule(project: Path) -> list[str]:
    """The programmes whose rule book entry has criteria."""
    return sorted(
        rule["programme"] for rule in _files(project, "rules/*.yml") if rule.get("criteria")
    )


def staged_money(project: Path) -> str:
    """A query of the programme and the amount of every staged row of every payment list."""
    return "\nunion all\n".join(
        f"select {_programme(grants['programme'])} as programme_id, {grants['amount']} as amount"
        f" from staging.stg_{source}__{table}"
        for source, table, grants in _payments(project)
    )


def oldest_allowed(project: Path) -> list[tuple[str, str, int]]:
    """Every list, with how many days its last snapshot may be old."""
    return [
        (source["name"], table["name"], table["config"]["freshness"]["error_after"]["count"])
        for source, table in _tables(project)
    ]


def _payments(project: Path) -> list[tuple[str, str, dict]]:
    """The payment lists, each with what it grants."""
    return [
        (source["name"], table["name"], table["config"]["meta"]["grants"])
        for source, table in _tables(project)
        if table["config"]["meta"]["kind"] == "payments"
    ]


def _programme(granted: str | dict) -> str:
    """A programme that stands in a column, or one for the whole list."""
    return granted["column"] if isinstance(granted, dict) else f"'{granted}'"


def _tables(project: Path) -> list[tuple[dict, dict]]:
    """Every list, behind the agency that sends it."""
    return [
        (source, table)
        for file in _files(project, "models/staging/*/_*__sources.yml")
        for source in file["sources"]
        for table in source["tables"]
    ]


def _files(project: Path, pattern: str) -> list[dict]:
    """The content of some YAML files of a project."""
    paths = sorted(project.glob(pattern))
    return [plain_yaml(path.read_text(encoding="utf-8")) or {} for path in paths]
