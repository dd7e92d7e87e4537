"""The verdicts of all programmes together, and the properties of the models over all of them."""

from selaras.rules.check.book import Book
from selaras.rules.sql.pieces import cte, listed, model, reading
from selaras.rules.write.properties import dump

FILE = "rules/*.yml"
ROOM = """# Facts about people and families enter, and who is enrolled in what.
# The verdict on everybody leaves, programme by programme, with its reasons.
"""
VERDICT = (
    *("programme_id", "unit", "person_id", "household_id", "as_of_date", "verdict"),
    *("is_enrolled", "unmet_criteria", "unknown_criteria", "missing_facts"),
    *("contested_criteria", "entitled_amount", "possible_amount", "rule_digest"),
)
REASON_COLUMNS = {
    "position": "Where the criterion stands in its rule; 0 is whether the programme runs.",
    "outcome": "True (met), false (unmet) or null (unknown).",
    "is_contested": "True where an accepted objection makes it true.",
    "is_near_miss": "True on the one unmet criterion of a verdict; others may be unknown.",
    "branches": "Each way to meet it with its outcome; null where there is one way only.",
    "observed": "What is known of each fact it reads, a question mark where nothing is.",
    "required": "What it asks of these facts on the day, a dash where nothing is asked.",
}
COVERAGE = """case
    when verdict = 'undetermined' then 'open'
    when verdict = 'eligible' and is_enrolled then 'reached'
    when verdict = 'eligible' then 'missed'
    when is_enrolled then 'leaked'
    else 'outside'
end as coverage"""
NEAR_MISS = "verdict = 'ineligible' and not contains(unmet_criteria, ',') as is_near_miss"


def fct_eligibility(book: Book) -> str:
    """The union of all verdicts, with what they mean beside the list."""
    names = [checked.programme for checked in book.rules]
    ctes = [reading(f"elig_{name}", f"elig_{name}") for name in names]
    lines: list[str] = []
    for name in names:
        lines += ["", "union all", ""] if lines else []
        lines += ["select", *listed(list(VERDICT)), f"from elig_{name}"]
    ctes.append(cte("judged", lines))
    at = VERDICT.index("is_enrolled") + 1
    columns = [*VERDICT[:at], COVERAGE, NEAR_MISS, *VERDICT[at:]]
    return model(FILE, ctes, ["select", *listed(columns), "", "from judged"])


def fact_properties(book: Book) -> str:
    """The properties of the models over all programmes."""
    eligibility = {
        "name": "fct_eligibility",
        "description": (
            "Every verdict beside the lists. One row per judged person or household and programme."
        ),
        "config": {"materialized": "view"},
        "columns": [
            {"name": "programme_id", "description": "Programme.", "data_tests": ["not_null"]},
            {
                "name": "coverage",
                "description": (
                    "reached (eligible and enrolled), missed (eligible, not enrolled), leaked "
                    "(enrolled, not eligible), open (undetermined) or outside."
                ),
            },
            {
                "name": "is_near_miss",
                "description": (
                    "True where exactly one criterion is unmet, whatever others are unknown."
                ),
            },
            {
                "name": "entitled_amount",
                "description": "Rupiah per month due for certain; null unless eligible.",
            },
            {
                "name": "possible_amount",
                "description": "Rupiah per month if all that is open turns out true.",
            },
        ],
    }
    reason = {
        "name": "fct_eligibility_reason",
        "description": (
            "Why a verdict is what it is. "
            "One row per judged person or household, programme and criterion."
        ),
        "config": {"materialized": "view"},
        "columns": [{"name": name, "description": text} for name, text in REASON_COLUMNS.items()],
    }
    member = {
        "name": "component_member",
        "description": (
            "Who is, or may be, in which component. "
            "One row per judged household, member and component."
        ),
        "config": {"materialized": "view"},
        "columns": [
            {"name": "outcome", "description": "True, or null where it is unknown."},
            {"name": "amount", "description": "Rupiah per period, as the rule writes them."},
        ],
    }
    members = [member] if any(each.has_components for each in book.rules) else []
    return ROOM + dump(FILE, {"models": [eligibility, reason, *members]})
