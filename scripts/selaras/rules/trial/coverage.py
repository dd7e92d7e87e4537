"""What the examples of a rule have shown: each part of it true, false and unknown."""

from collections.abc import Iterator
from dataclasses import dataclass

from selaras.rules.check.book import CheckedRule
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Expression
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.grammar.rule import Components, Tiered
from selaras.rules.read.problems import Place
from selaras.rules.read.source import KEY
from selaras.rules.sql.components import component_conditions
from selaras.rules.sql.pieces import flat
from selaras.rules.trial.domain import Domain
from selaras.rules.trial.run_examples import Trial

OUTCOMES = (True, False, None)
FINAL = "\n\nselect\n"


@dataclass(frozen=True)
class Shown:
    """One part of a rule, where it stands, and how many examples showed each outcome.

    A part is a criterion, branch, component, tier or overlap rule. `impossible` are the outcomes
    that it can never have, whatever the facts.
    """

    place: Place
    programme: str
    kind: str
    name: str
    counts: dict[bool | None, int]
    impossible: frozenset[bool | None] = frozenset()

    @property
    def missing(self) -> list[bool | None]:
        """The outcomes that no example shows although they can be."""
        return [each for each in OUTCOMES if not self.counts[each] and each not in self.impossible]


@dataclass(frozen=True)
class _Part:
    """Something to count: where it stands, its column in a step of the model, and its tree."""

    path: tuple[str, ...]
    kind: str
    name: str
    column: str
    step: str
    tree: Expression


def coverage(trial: Trial, checked: CheckedRule, vocabulary: VocabularyBook) -> list[Shown]:
    """What the examples of a rule show, part by part, after its tables were laid out."""
    parts = [*_criteria(checked), *_benefit(checked)]
    counts = _counted(trial, checked, parts)
    found = []
    for part in parts:
        counted = counts[part.name]
        outcomes = set(OUTCOMES)
        if not all(counted.values()):
            outcomes = _possible(trial, checked, vocabulary, part)
        impossible = frozenset(set(OUTCOMES) - outcomes)
        what = (checked.programme, part.kind, part.name)
        found.append(Shown(checked.source.place(*part.path, KEY), *what, counted, impossible))
    return found


def _criteria(checked: CheckedRule) -> Iterator[_Part]:
    """The criteria and their branches, as columns of the whole model."""
    for name, each in checked.judgements.items():
        path = ("criteria", name)
        yield _Part(path, "criterion", name, name, FINAL, each.condition)
        for branch, tree in each.branches.items():
            inner, column = (*path, "any_of", branch), f"{name}__{branch}"
            yield _Part(inner, "branch", f"{name}.{branch}", column, FINAL, tree)


def _benefit(checked: CheckedRule) -> Iterator[_Part]:
    """The components, as columns of the step `member`, and the tiers, as the model asks them."""
    if isinstance(checked.rule.benefit, Components):
        for name, tree in component_conditions(checked).items():
            path = ("benefit", "components", name)
            yield _Part(path, "component", name, f"in_{name}", "member", tree)
    if isinstance(checked.rule.benefit, Tiered):
        for name in checked.rule.benefit.tiers:
            tree = checked.amounts[f"{name}.when"]
            path = ("benefit", "tiers", name)
            yield _Part(path, "tier", name, one_line(tree, flat), "looked_at", tree)


def _counted(
    trial: Trial, checked: CheckedRule, parts: list[_Part]
) -> dict[str, dict[bool | None, int]]:
    """How many rows of each part's step are true, false and unknown."""
    model = trial.model(checked)
    steps = model[: model.index(FINAL)]
    counts: dict[str, dict[bool | None, int]] = {}
    for step in dict.fromkeys(part.step for part in parts):
        here = [part for part in parts if part.step == step]
        columns = ", ".join(
            f"count(*) filter (where ({part.column}) is not distinct from {value})"
            for part in here
            for value in ("true", "false", "null")
        )
        source = f"select {columns} from ({model})"
        query = source if step == FINAL else f"{steps}\nselect {columns} from {step}"
        figures = iter(trial.db.execute(query).fetchone() or ())
        counts |= {part.name: {each: next(figures) for each in OUTCOMES} for part in here}
    return counts


def _possible(
    trial: Trial, checked: CheckedRule, vocabulary: VocabularyBook, part: _Part
) -> set[bool | None]:
    """The outcomes that a part can have at all; all three where that is not plain to see."""
    domain = Domain(checked, vocabulary, of_member=part.kind == "component")
    cases = domain.cases([part.tree])
    if cases is None:
        return set(OUTCOMES)
    query = f"select distinct {one_line(part.tree, flat)} from {cases}"
    return {row[0] for row in trial.db.execute(query).fetchall()}
