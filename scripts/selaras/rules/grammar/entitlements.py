"""The grammar of entitlements.yml: which agency may see what another one supplied."""

from pydantic import Field

from selaras.rules.grammar.base import BASIS, SOURCE, STATUS, Name, Status, Strict, Text

# What an agency may see of another one's programmes beside columns of its lists and facts.
ENROLMENT, AMOUNT = "enrolment", "monthly_amount"


class Entitlement(Strict):
    """What one agency may see of another; whatever is not named here it never sees."""

    fields: list[Name] = Field(
        min_length=1,
        description="Fields of the other's lists as staging calls them, facts that are asked of it,"
        " `enrolment` (who is in its programmes, in what and when), `monthly_amount` (what these"
        " pay).",
    )
    basis: Text = BASIS
    status: Status = STATUS
    source: Text | None = SOURCE


class EntitlementBook(Strict):
    """rules/entitlements.yml."""

    supplied_by: dict[Name, list[Name]] = Field(
        description="Facts of the vocabulary that lists of others than who is asked for them tell:"
        " all these agencies. Who may see a fact may see it of each of them."
    )
    entitlements: dict[Name, dict[Name, Entitlement]] = Field(
        description="By the agency that sees, then by the agency that supplied."
    )
