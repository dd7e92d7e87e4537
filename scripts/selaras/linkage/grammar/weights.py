"""linkage.yml and its model as checked, with what every level weighs."""

import hashlib
import math
from dataclasses import dataclass

from selaras.linkage.grammar.linkage_book import Learnt, LinkageBook, LinkageModel

DIGEST_LENGTH = 12


@dataclass(frozen=True)
class Linkage:
    """What to compare and, once it was learnt, what a likeness is worth."""

    book: LinkageBook
    model: LinkageModel | None
    digests: tuple[str, ...]

    @property
    def digest(self) -> str:
        """One short digest of both files, which every match carries."""
        return hashlib.sha256("/".join(self.digests).encode()).hexdigest()[:DIGEST_LENGTH]

    @property
    def learnt(self) -> LinkageModel:
        """The model; to be asked for only where reading found nothing wrong."""
        assert self.model is not None
        return self.model

    def weight(self, comparison: str, level: str) -> float:
        """The match weight of a level in powers of two.

        Where the rarity of a value counts, it is the part that does not depend on the value.
        """
        found: Learnt = self.learnt.comparisons[comparison][level]
        if self.book.comparisons[comparison].levels[level].rarity_of:
            return round(math.log2(found.m), 6)
        return round(math.log2(found.m / found.u), 6)

    @property
    def rarities(self) -> dict[str, float]:
        """The fields whose values tell more the fewer people share them.

        Each with how many of the people of the training data are counted as sharing a value.
        """
        return {
            level.rarity_of: round(
                self.book.rarity_from * self.learnt.comparisons[name][level_name].u, 6
            )
            for name, comparison in self.book.comparisons.items()
            for level_name, level in comparison.levels.items()
            if level.rarity_of
        }

    @property
    def required(self) -> list[str]:
        """The comparisons without which nobody is attached by score."""
        return [name for name, each in self.book.comparisons.items() if each.is_required]
