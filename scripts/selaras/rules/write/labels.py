"""What the codes of the marts are called, from the words that are spoken everywhere else."""

from selaras.messages import catalogue

# Each list of codes: where its words stand in the catalogue, and its codes in their order.
LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "boolean": ("explain.word", ("true", "false")),
    "verdict": ("explain.verdict", ("eligible", "ineligible", "undetermined")),
    "coverage": ("explain.coverage", ("reached", "missed", "leaked", "open", "outside")),
    "outcome": ("code.outcome", ("unmet", "unknown")),
    "level": ("code.level", ("central", "province")),
    "unit": ("code.unit", ("person", "household")),
    "rule_kind": (
        "code.rule_kind",
        (
            *("exclusive", "same_purpose", "complement", "conditional", "segment"),
            *("sequential", "cap", "info", "data", "leaked"),
        ),
    ),
    "rule_status": ("code.rule_status", ("confirmed", "reported", "assumed")),
    "disposition": (
        "explain.disposition",
        ("open", "needs_review", "ambiguous", "confirmed", "false_positive", "resolved"),
    ),
    "case_status": (
        "explain.case",
        (
            *("open", "needs_review", "suspended", "confirmed", "false_positive"),
            *("resolved", "reopened", "closed"),
        ),
    ),
    "case_cause": ("code.case_cause", ("finding", "verdict")),
    "closing": ("code.closing", ("source", "facts", "finding", "rule", "apart")),
    "match_method": (
        "linkage_report.method",
        ("decided", "exact", "repaired", "scored", "unmatched"),
    ),
    "change": ("code.change", ("new", "corrected", "removed", "new_list", "list_begins")),
    "finding_change": ("code.finding", ("came", "went", "amount")),
    "family_change": (
        "explain.event",
        (
            *("entered", "left", "amount_changed", "decile_changed", "moved", "moved_out"),
            *("moved_family", "born", "died", "deactivated", "status_changed", "became_known"),
            *("no_longer_known", "family_split", "families_merged", "card_renewed"),
            *("number_corrected", "person_merged", "person_split", "ambiguous_number"),
        ),
    ),
    "cause_kind": (
        "explain.cause",
        ("rule", "parameter_date", "time", "linkage", "data", "method", "unexplained"),
    ),
    "item_kind": (
        "outbox.kind",
        ("correction", "double", "departure", "verification", "candidate", "unknown"),
    ),
    "item_state": (
        "code.item",
        (
            *("agreed", "rejected", "already_corrected", "corrected"),
            *("unanswered", "no_longer_asked"),
        ),
    ),
    "quality_kind": (
        "code.quality",
        (
            *("repaired", "quarantined", "unmatched", "review_queue", "decision"),
            *("refused_file", "zeroed_column"),
        ),
    ),
    "figure_unit": ("cli.unit", ("families", "rupiah")),
    "better": ("code.better", ("more", "less")),
    "sex": ("code.sex", ("male", "female", "unknown")),
    "region_level": ("code.region_level", ("kelurahan", "district", "city", "province")),
    "month": ("code.month", tuple(str(number) for number in range(1, 13))),
    "weekday": ("code.weekday", tuple(str(number) for number in range(1, 8))),
    "decile": ("code.decile", (*(str(number) for number in range(1, 11)), "unknown")),
    "region": ("code.region", ("unknown",)),
}


def label_rows() -> list[tuple[str, str, int, str, str]]:
    """Every code of every list, with its place in the list and its words in both languages."""
    return [
        (name, code, at, *_words(f"{prefix}_{code}"))
        for name, (prefix, codes) in LISTS.items()
        for at, code in enumerate(codes, start=1)
    ]


def _words(key: str) -> tuple[str, str]:
    """A message in Bahasa Indonesia and in English."""
    texts = catalogue()[key]
    return texts["id"], texts["en"]
