"""The columns of the generated seeds, and the properties that declare them to dbt."""

from selaras.rules.write.properties import dump

CITATION = ("basis", "status", "source")
COLUMNS: dict[str, tuple[str, ...]] = {
    "agency": ("agency_id", "title_id", "title_en", "level"),
    "programme": (
        *("programme_id", "title_id", "title_en", "owner", "level", "unit", "purpose", "basis"),
        *("valid_from", "valid_to", "has_rule", "rule_digest"),
    ),
    "criterion": (
        *("programme_id", "criterion_id", "position", "says_id", "says_en", "condition"),
        *(*CITATION, "is_contestable", "facts", "valid_from", "valid_to"),
    ),
    "criterion_branch": (
        *("programme_id", "criterion_id", "branch_id", "position"),
        *("says_id", "says_en", "condition"),
    ),
    "fact": (
        *("unit", "fact_id", "type", "measure", "description", "title_id", "title_en", "asked_of"),
        *("asks_id", "asks_en", "counts_days"),
    ),
    "code_label": ("domain", "code", "label_indonesian", "label_english"),
    "component": ("programme_id", "component_id", "says_id", "says_en", "condition", *CITATION),
    "requirement": (
        *("programme_id", "criterion_id", "valid_from", "valid_to", "required"),
        *("says_id", "says_en"),
    ),
    "parameter": (
        *("programme_id", "parameter_id", "unit", "valid_from", "valid_to", "value"),
        *("status", "source", "basis", "review_by"),
    ),
    "rule_reading": ("programme_id", "kind", "name", "read_by"),
    "overlap_rule": (
        *("overlap_id", "kind", "scope", "programme_id", "component", "other_programme_id"),
        *("other_component", "valid_from", "valid_to", "keep_programme_id", "says_id", "says_en"),
        *(*CITATION, "review_agency", "expected_programme_id", "allowed_if", "at_most", "counts"),
    ),
    "headline_programme": ("metric_id", "programme_id"),
    "list_programme": ("source", "table_name", "programme_id"),
    "list_age": ("source", "table_name", "stale_after_days", "too_old_after_days"),
    "list_period": ("source", "table_name", "period_number", "starts_month", "months"),
    "source_field": ("source", "table_name", "column_name", "field", "tells"),
    "supplier": ("source", "agency_id"),
    "fact_supplier": ("unit", "fact_id", "agency_id"),
    "entitlement": ("agency_id", "supplied_by", "field", *CITATION),
    "linkage_level": (
        *("comparison_id", "level_id", "position", "comparison_says_id", "comparison_says_en"),
        *("says_id", "says_en", "condition", "rarity_of", "m_probability", "u_probability"),
    ),
}
TYPES = {
    **dict.fromkeys(("valid_from", "valid_to", "review_by"), "date"),
    **dict.fromkeys(("has_rule", "is_contestable"), "boolean"),
    **dict.fromkeys(("m_probability", "u_probability"), "double"),
    **dict.fromkeys(("position", "starts_month", "months", "counts_days"), "integer"),
    **dict.fromkeys(("stale_after_days", "too_old_after_days"), "integer"),
    "at_most": "bigint",
}
GRAIN = {
    "agency": "One row per agency.",
    "programme": "One row per programme.",
    "criterion": "One row per programme and criterion.",
    "criterion_branch": "One row per programme, criterion and way to meet it.",
    "fact": "One row per fact that conditions may use.",
    "code_label": (
        "What people call the codes of the public tables: `code` is called so where a column holds"
        " codes of `domain`. One row per domain and code."
    ),
    "component": "One row per programme and component.",
    "requirement": "One row per programme, criterion and stretch of time with the same figures.",
    "parameter": "One row per programme, parameter and stretch of time.",
    "rule_reading": "One row per programme and fact or parameter that its rule reads.",
    "headline_programme": "One row per headline figure and programme that it counts.",
    "list_programme": "One row per list and programme that its rows can be of.",
    "list_age": "One row per list, with how old its last snapshot may be.",
    "list_period": "One row per payment list and numbered period of a year.",
    "source_field": "One row per column of a list; one without a field is a running number.",
    "supplier": "One row per folder of lists and the agency that sends them.",
    "fact_supplier": "Whose lists tell a fact. One row per fact and agency.",
    "entitlement": "What an agency may see of another. One row per pair of agencies and field.",
    "linkage_level": "One row per comparison of records and level.",
    "overlap_rule": "One row per overlap rule and pair of sides, or side where there is a limit.",
}


def seed_properties() -> str:
    """The properties of the seeds, with the type of every column."""
    seeds = [
        {
            "name": name,
            "description": f"Written from the rule book and the contracts. {GRAIN[name]}",
            "config": {
                "column_types": {column: TYPES.get(column, "varchar") for column in columns}
            },
        }
        for name, columns in COLUMNS.items()
    ]
    return dump("rules/*.yml", {"seeds": seeds})
