"""The grammar of what a programme pays."""

from typing import Literal

from pydantic import Field

from selaras.rules.grammar.base import (
    AMOUNT,
    BASIS,
    PER,
    SAYS,
    SOURCE,
    STATUS,
    WHEN,
    Name,
    Period,
    Status,
    Strict,
    Text,
    Words,
    offered,
)


class Flat(Strict):
    """The same amount for everyone."""

    kind: Literal["flat"] = Field(description="The same amount for everyone.")
    amount: Text = AMOUNT
    per: Period = PER


class Tier(Strict):
    """An amount for those who fulfil a condition."""

    says: Words | None = Field(default=None, description="Who gets it, in both languages.")
    when: Text = WHEN
    amount: Text = AMOUNT


class Tiered(Strict):
    """The amount of the first tier that matches."""

    kind: Literal["tiered"] = Field(description="The amount of the first tier that matches.")
    per: Period = PER
    tiers: dict[Name, Tier] = Field(
        min_length=1, description="Named tiers; their order matters, the first that matches counts."
    )


class Component(Strict):
    """What one member of a family adds to its benefit."""

    title: Words | None = Field(default=None, description="What people call it, in a few words.")
    says: Words = SAYS
    when: Text = Field(
        description="A condition over the facts of the member.",
        examples=["age_years >= :min_elderly_age"],
        json_schema_extra=offered("facts"),
    )
    amount: Text = Field(
        description="Whole rupiah per period, over parameters only.", examples=[":elderly_amount"]
    )
    basis: Text = BASIS
    status: Status = STATUS
    source: Text | None = SOURCE


class Components(Strict):
    """Each member counts once, in the best-paid component; best-paid members first."""

    kind: Literal["components"] = Field(
        description="Of household rules: each member counts once, in the best-paid component."
    )
    per: Period = PER
    people: Text | None = Field(
        default=None,
        description="Which members count at all; a condition over the facts of the member.",
        examples=["is_alive and is_member"],
    )
    max_people: Text = Field(
        description="How many members are paid at most.", examples=[":max_people"]
    )
    components: dict[Name, Component] = Field(min_length=1, description="Named components.")
