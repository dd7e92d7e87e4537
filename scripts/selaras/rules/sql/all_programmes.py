"""The verdicts of all programmes together, with what they mean beside the lists."""

from selaras.rules.check.book import Book
from selaras.rules.sql.pieces import cte, listed, model, reading

FILE = "rules/*.yml"
VERDICT = (
    *("programme_id", "unit", "person_id", "household_id", "as_of_date", "verdict"),
    *("is_enrolled", "unmet_criteria", "unknown_criteria", "missing_facts"),
    *("contested_criteria", "entitled_amount", "possible_amount", "rule_digest"),
)
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
