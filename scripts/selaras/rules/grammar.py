"""The grammar of rules/*.yml as pydantic models; unknown keys and wrong types are refused."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


def _told(text: str) -> str:
    """A text that says something."""
    if not text.strip():
        raise ValueError("blank")
    return text


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_told)]
Status = Literal["confirmed", "reported", "assumed"]
Level = Literal["central", "province"]
Unit = Literal["person", "household"]
Period = Literal["month", "quarter", "semester", "year"]
Fact = int | bool | date | str | None


class Strict(BaseModel):
    """What every part of a rule has in common."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Words(Strict):
    """One sentence or title in Bahasa Indonesia and in English."""

    id: Text = Field(description="In Bahasa Indonesia.")
    en: Text = Field(description="In English.")


class Value(Strict):
    """The value of a parameter from one day on, with where it is from."""

    value: int | bool | float | date | str | None = Field(description="null ends the parameter.")
    status: Status = Field(description="How sure we are: confirmed, reported or assumed.")
    source: Text = Field(description="Where this value is from.")
    basis: Text | None = Field(default=None, description="The regulation it stands in.")
    review_by: date | None = Field(default=None, description="When to look at it again.")


class Parameter(Strict):
    """A dated figure that conditions and amounts call by `:name`."""

    unit: Text = Field(description="What it counts, such as: rupiah per month.")
    values: dict[date, Value | None] = Field(
        min_length=1, description="Value by first day in force; each holds until the next."
    )


class Branch(Strict):
    """One of several ways to meet a criterion."""

    says: Words
    when: Text = Field(description="A condition over the vocabulary.")


class Criterion(Strict):
    """One condition of a programme; a missing fact leaves it open."""

    says: Words
    when: Text | None = Field(default=None, description="A condition over the vocabulary.")
    any_of: dict[Name, Branch] | None = Field(
        default=None, min_length=2, description="Named ways to meet it; one is enough."
    )
    basis: Text = Field(description="The regulation or practice that it rests on.")
    status: Status = Field(description="How sure we are: confirmed, reported or assumed.")
    source: Text | None = Field(default=None, description="Where it was found.")
    contestable: bool = Field(
        default=False, description="An accepted objection overrides it until its end date."
    )


class Flat(Strict):
    """The same amount for everyone."""

    kind: Literal["flat"]
    amount: Text = Field(description="Whole rupiah per period, such as ':monthly_amount'.")
    per: Period


class Tier(Strict):
    """An amount for those who fulfil a condition."""

    says: Words | None = None
    when: Text
    amount: Text


class Tiered(Strict):
    """The amount of the first tier that matches."""

    kind: Literal["tiered"]
    per: Period
    tiers: dict[Name, Tier] = Field(min_length=1)


class Component(Strict):
    """What one member of a family adds to its benefit."""

    says: Words
    when: Text = Field(description="A condition over the facts of the member.")
    amount: Text = Field(description="Whole rupiah per period, over parameters only.")
    basis: Text
    status: Status
    source: Text | None = None


class Components(Strict):
    """Each member counts once, in the best-paid component; best-paid members first."""

    kind: Literal["components"]
    per: Period
    people: Text | None = Field(default=None, description="Which members count at all.")
    max_people: Text = Field(description="How many members are paid, such as ':max_people'.")
    components: dict[Name, Component] = Field(min_length=1)


Benefit = Annotated[Flat | Tiered | Components, Field(discriminator="kind")]


class Expectation(Strict):
    """What an example must come to; only what is written is compared."""

    judged: bool = Field(default=True, description="false: nobody looks at them at all.")
    verdict: Literal["eligible", "ineligible", "undetermined"] | None = None
    unmet: list[Name] | None = None
    unknown: list[Name] | None = None
    missing: list[str] | None = Field(default=None, description="Facts that were not known.")
    monthly_amount: int | None = None
    possible_amount: int | None = None


class Example(Strict):
    """A case on paper; it becomes a dbt unit test."""

    name: Text = Field(description="A sentence that says what the example shows.")
    date: date
    given: dict[str, Fact] = Field(description="Known facts; what is not given is unknown.")
    members: list[dict[str, Fact]] = Field(
        default_factory=list, description="Facts of the members, for components."
    )
    enrolled: bool = False
    objections: list[Name] = Field(
        default_factory=list, description="Criteria with an accepted objection in force."
    )
    expect: Expectation


class Rule(Strict):
    """One programme: who it is for, what it pays, and what both rest on."""

    programme: Name
    title: Words
    owner: Name = Field(description="An agency of the register in programmes.yml.")
    level: Level
    unit: Unit = Field(description="Who receives it: one person or a household.")
    purpose: list[Name] = Field(min_length=1)
    basis: Text = Field(description="What the programme as a whole rests on.")
    valid_from: date
    valid_to: date | None = Field(default=None, description="The first day it no longer ran.")
    parameters: dict[Name, Parameter] = Field(default_factory=dict)
    applies_to: Text | None = Field(default=None, description="Who is looked at at all.")
    criteria: dict[Name, Criterion] = Field(min_length=1)
    benefit: Benefit
    examples: list[Example] = Field(min_length=1)
