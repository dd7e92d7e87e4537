"""What the page shows: levels, pairs, blocks and counts, and nobody's data."""

import math
from dataclasses import dataclass

from selaras.linkage.report.unlinkable import Unlinkable
from selaras.warehouse import Row

METHODS = ("exact", "repaired", "scored", "decided", "unmatched")
OUTCOMES = ("attached", "queued", "settled", "below")


@dataclass(frozen=True)
class Level:
    """One level of a comparison: how often it is met, and what it weighs."""

    comparison: str
    comparison_words: str
    level: str
    words: str
    m: float
    u: float
    is_of_rarity: bool
    lightest: float | None
    heaviest: float | None
    pairs: int

    @property
    def weight(self) -> float:
        """The weight in powers of two, of a value of average rarity."""
        return math.log2(self.m / self.u)


@dataclass(frozen=True)
class Step:
    """What one comparison adds to the weight of a pair."""

    comparison_words: str
    level_words: str
    weight: float


@dataclass(frozen=True)
class Example:
    """A pair by its candidate id, with what it weighs step by step."""

    kind: str
    candidate_id: str
    has_required: bool
    weight: float
    score: float
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Facts:
    """All that is on the page but the comparison with the truth."""

    digest: str
    built_with: str
    as_of: str
    splink: str
    learnt_from: tuple[int, int]
    match: float
    review: float
    lead: float
    largest_block: int
    levels: tuple[Level, ...]
    examples: tuple[Example, ...]
    unlinkables: tuple[Unlinkable, ...]
    weights: tuple[Row, ...]
    blocks: tuple[Row, ...]
    methods: tuple[Row, ...]
    records: int
    attached_records: dict[str, int]
    queued_records: int

    def pairs(self, *outcomes: str) -> int:
        """How many pairs came out as one of these."""
        return sum(int(str(row["pairs"])) for row in self.weights if row["outcome"] in outcomes)

    def matched(self, *methods: str) -> int:
        """How many rows were matched by one of these methods."""
        return sum(int(str(row[name])) for row in self.methods for name in methods)
