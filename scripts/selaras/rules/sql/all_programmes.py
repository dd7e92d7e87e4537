"""The verdicts of all programmes together, with what they mean beside the lists."""

from selaras.rules.check.book import Book
from selaras.rules.sql.pieces import cte, listed, model, reading
from selaras.rules.sql.reasons import IN_FORCE, LIFE

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
NEAR_MISS = f"""verdict = 'ineligible'
and not contains(unmet_criteria, ',')
and unmet_criteria != '{IN_FORCE}'
and unknown_criteria = ''
"""
TOLD = """select
    judged.*,
    gone.unit_id is not null as is_gone
from judged
left join gone
    on coalesce(judged.person_id, judged.household_id) = gone.unit_id"""


def fct_eligibility(book: Book) -> str:
    """The union of all verdicts, with what they mean beside the list."""
    names = [checked.programme for checked in book.rules]
    ctes = [reading(f"elig_{name}", f"elig_{name}") for name in names]
    lines: list[str] = []
    for name in names:
        lines += ["", "union all", ""] if lines else []
        lines += ["select", *listed(list(VERDICT)), f"from elig_{name}"]
    ctes.append(cte("judged", lines))
    gone = _gone(book)
    ctes += [cte("gone", gone), cte("told", TOLD.splitlines())] if gone else []
    near_miss = f"{NEAR_MISS}{'and not is_gone ' if gone else ''}as is_near_miss"
    at = VERDICT.index("is_enrolled") + 1
    columns = [*VERDICT[:at], COVERAGE, near_miss, *VERDICT[at:]]
    return model(
        FILE, ctes, ["select", *listed(columns), "", f"from {'told' if gone else 'judged'}"]
    )


def _gone(book: Book) -> list[str]:
    """People known to have died, and families of whom nobody lives."""
    lines: list[str] = []
    for unit, fact in LIFE.items():
        if fact in getattr(book.vocabulary, unit):
            lines += ["", "union all", ""] if lines else []
            lines += [f"select {unit}_id as unit_id", f"from {{{{ ref('dim_{unit}') }}}}"]
            lines += [f"where not {fact}"]
    return lines
