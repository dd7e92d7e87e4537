"""`selaras linkage report`: a page that shows what likenesses are worth and what came of them."""

from dataclasses import dataclass
from pathlib import Path

from selaras.linkage.report.evaluation import Evaluation, evaluate
from selaras.linkage.report.facts import Facts
from selaras.linkage.report.gather import gather
from selaras.linkage.report.page import page
from selaras.linkage.train.from_warehouse import whole_linkage
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace


@dataclass(frozen=True)
class Report:
    """The page and what it was drawn from."""

    html: str
    facts: Facts
    evaluation: Evaluation | None


def report(project: Path, workspace: Workspace, truth: Path | None) -> Report:
    """Draw the page from a built warehouse, in the language in use."""
    linkage = whole_linkage(project)
    with open_warehouse(workspace) as warehouse:
        facts = gather(warehouse, linkage)
        evaluation = evaluate(warehouse, truth) if truth else None
    return Report(page(facts, evaluation), facts, evaluation)
