"""linkage.yml and its model as checked, with what every level weighs."""

import hashlib
import math
from dataclasses import dataclass

from selaras.rules.linkage.grammar import Learnt, LinkageBook, LinkageModel

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
    def rarities(self) -> list[str]:
        """The fields whose values tell more the fewer people share them, each once."""
        found = [
            level.rarity_of
            for comparison in self.book.comparisons.values()
            for level in comparison.levels.values()
            if level.rarity_of
        ]
        return list(dict.fromkeys(found))

    @property
    def required(self) -> list[str]:
        """The comparisons without which nobody is attached by score."""
        return [name for name, each in self.book.comparisons.items() if each.is_required]
