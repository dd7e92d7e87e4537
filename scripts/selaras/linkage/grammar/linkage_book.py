"""The grammar of rules/linkage.yml and of the trained model beside it."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from selaras.rules.grammar.base import SOURCE, STATUS, Name, Status, Strict, Text, Words

Condition = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Probability = Annotated[float, Field(gt=0, le=1)]


class Level(Strict):
    """How two records may compare; the last level of a comparison has no condition."""

    says: Words = Field(description="What it says, in both languages.")
    when: Condition | None = Field(
        default=None,
        description="A condition on fields of `listed` and `known`; the first that holds counts.",
        examples=["listed.name = known.name"],
    )
    rarity_of: Name | None = Field(
        default=None,
        description="The field whose value tells more the fewer people share it.",
    )


class Comparison(Strict):
    """One thing that two records are compared by, from the likest level to the last."""

    says: Words = Field(description="What is compared, in both languages.")
    of: list[Name] = Field(
        min_length=1, description="Without these fields on both sides it says nothing."
    )
    is_required: bool = Field(
        default=False,
        description="Nobody is attached by score where it says nothing or is at its last level.",
    )
    levels: dict[Name, Level] = Field(min_length=2, description="The levels, the likest first.")

    @property
    def last(self) -> str:
        return list(self.levels)[-1]


class Threshold(Strict):
    """A figure that decides, with where it is from."""

    value: float = Field(gt=0, description="The figure.", examples=[0.999])
    status: Status = STATUS
    source: Text | None = SOURCE
    review_by: date | None = Field(default=None, description="When to look at it again.")


class Thresholds(Strict):
    """The figures that part matches, cases for review and the rest."""

    match: Threshold = Field(description="From this score on a row is attached.")
    review: Threshold = Field(description="From this score on people decide.")
    lead: Threshold = Field(
        description="By how many powers of two the best candidate has to be ahead of the next."
    )


class Training(Strict):
    """What Splink is told."""

    seed: int = Field(ge=0, description="The same seed and data give the same weights.")
    random_pairs: int = Field(
        ge=1000, description="How many random pairs tell what strangers have in common."
    )
    least_m: Probability = Field(
        description="How often a level happens that no pair of the training data was at."
    )
    learn_where_same: list[list[Name]] = Field(
        min_length=1, description="Pairs that agree in these fields tell what errors people make."
    )


class LinkageBook(Strict):
    """rules/linkage.yml."""

    fields: dict[Name, Text] = Field(min_length=1, description="What is known of both sides.")
    blocking: dict[Name, list[Condition]] = Field(
        min_length=1,
        description="Two records are compared if they agree in all expressions of one rule.",
    )
    largest_block: int = Field(ge=1, description="A block of more people than this is left out.")
    rarity_from: int = Field(
        ge=0,
        description="How many people of the training data are counted with when the rarity of a"
        " value is told, so that in a small town no name is taken for common.",
    )
    comparisons: dict[Name, Comparison] = Field(min_length=1, description="What is compared.")
    thresholds: Thresholds = Field(description="How sure is sure enough.")
    training: Training = Field(description="How the weights are learnt.")


class Learnt(Strict):
    """How often a level is met among pairs that are one person (m) and among strangers (u)."""

    m: Probability
    u: Probability


class LinkageModel(Strict):
    """rules/linkage/model.yml, written by `selaras linkage train`."""

    splink: Text = Field(description="The version of Splink that trained it.")
    seed: int = Field(description="The seed of the training.")
    records: int = Field(ge=1, description="How many rows without a usable number it learnt from.")
    people: int = Field(ge=1, description="How many people they were set beside.")
    counterpart_share: Probability = Field(
        description="The share of such rows whose person is in the registers."
    )
    comparisons: dict[Name, dict[Name, Learnt]] = Field(description="By comparison and level.")
