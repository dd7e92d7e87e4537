"""The rule book as checked: every file read, every expression parsed, every name resolved."""

from dataclasses import dataclass, field

from selaras.linkage.grammar.weights import Linkage
from selaras.lists.contracts import Contract
from selaras.rules.expression.tree import Expression, Fact
from selaras.rules.grammar.entitlements import EntitlementBook
from selaras.rules.grammar.overlaps import OverlapBook
from selaras.rules.grammar.register import Register, VocabularyBook
from selaras.rules.grammar.rule import Rule
from selaras.rules.read.source import Source

SHARED = {
    "vocabulary.yml": VocabularyBook,
    "programmes.yml": Register,
    "overlaps.yml": OverlapBook,
}
OTHER = ("linkage.yml", "entitlements.yml")
FOLDER = "rules"
HAS_COMPONENT = Fact("has_component")


@dataclass(frozen=True)
class Judgement:
    """One criterion as trees: a condition, or named branches of which one must hold."""

    condition: Expression
    branches: dict[str, Expression] = field(default_factory=dict)


@dataclass(frozen=True)
class CheckedRule:
    """A rule file with all its expressions as trees."""

    rule: Rule
    source: Source
    digest: str
    applies_to: Expression | None
    judgements: dict[str, Judgement]
    amounts: dict[str, Expression]

    @property
    def programme(self) -> str:
        return self.rule.programme

    @property
    def has_components(self) -> bool:
        return self.rule.benefit.kind == "components"

    @property
    def contestable(self) -> list[str]:
        return [name for name, each in self.rule.criteria.items() if each.contestable]


@dataclass(frozen=True)
class Book:
    """Everything under rules/, and the contracts of the lists that its programmes are on."""

    rules: tuple[CheckedRule, ...]
    vocabulary: VocabularyBook
    register: Register
    overlaps: OverlapBook
    digests: dict[str, str]
    linkage: Linkage | None = None
    contracts: tuple[Contract, ...] = ()
    contract_digests: dict[str, str] = field(default_factory=dict)
    entitlements: EntitlementBook = field(
        default_factory=lambda: EntitlementBook(supplied_by={}, entitlements={})
    )
