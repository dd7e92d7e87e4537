"""Which verdicts of the committed sample flip between two states of the rule book."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from selaras.dbt import run_dbt
from selaras.rules.of_then import project_at
from selaras.warehouse import open_warehouse, rows
from selaras.workspace import PROJECT, Workspace

PLAIN = ["--resource-type", "model", "--resource-type", "seed"]
WHOLE = ["build", "--select", "+fct_eligibility", *PLAIN]
RULES = ["build", "--select", "path:models/eligibility", "path:seeds/generated", *PLAIN]
KEPT = "select programme_id, coalesce(person_id, household_id) as subject_id, unit, verdict,"
KEPT += " unmet_criteria, unknown_criteria, entitled_amount from eligibility.fct_eligibility"
COMPARED = """
    select
        programme_id,
        coalesce(now.unit, former.unit) as unit,
        subject_id,
        former.verdict as verdict_before,
        now.verdict as verdict_now,
        coalesce(former.entitled_amount, 0) as amount_before,
        coalesce(now.entitled_amount, 0) as amount_now,
        nullif(
            concat_ws(', ', nullif(now.unmet_criteria, ''), nullif(now.unknown_criteria, '')), ''
        ) as because
    from read_parquet($now) as now
    full outer join read_parquet($former) as former using (programme_id, subject_id)
    where
        former.verdict is distinct from now.verdict
        or former.entitled_amount is distinct from now.entitled_amount
    order by programme_id, subject_id
"""
GAINS, LOSES, TURNS = "gains", "loses", "turns"


@dataclass(frozen=True)
class Flip:
    """A person or family of the sample that is judged otherwise; amounts are rupiah a month.

    `because` names the criteria that do not hold now, or are open; a verdict is None where nobody
    was judged.
    """

    programme_id: str
    unit: str
    subject_id: str
    verdict_before: str | None
    verdict_now: str | None
    amount_before: int
    amount_now: int
    because: str | None

    @property
    def effect(self) -> str:
        """Whether it `gains`, `loses`, or merely `turns` (is open now, or no longer)."""
        was, is_now = (each == "eligible" for each in (self.verdict_before, self.verdict_now))
        if was == is_now:
            was, is_now = self.amount_now < self.amount_before, self.amount_now > self.amount_before
        return GAINS if is_now and not was else LOSES if was and not is_now else TURNS


def flips(ref: str, project: Path = PROJECT) -> list[Flip]:
    """Judge the committed sample by the rules as they are and as they were at a git ref.

    Refusal where git knows no such ref, its rules do not fit, or a build fails.
    """
    with TemporaryDirectory(prefix="selaras-flips-") as folder:
        home = Path(folder).resolve() / "home"
        shutil.copytree(project / "data" / "sample" / "landing", home / "landing")
        workspace = Workspace(home, project)
        now, former = (home / f"{name}.parquet" for name in ("now", "former"))
        run_dbt(workspace, WHOLE, title="flips.now")
        _keep(workspace, now)
        with project_at(project, ref) as of_then:
            run_dbt(replace(workspace, project=of_then), RULES, title="flips.then", ref=ref)
            _keep(workspace, former)
        with open_warehouse(workspace) as warehouse:
            found = rows(warehouse, COMPARED, {"now": str(now), "former": str(former)})
    return [Flip(**row) for row in found]


def _keep(workspace: Workspace, path: Path) -> None:
    """Write the verdicts of a build aside."""
    with open_warehouse(workspace) as warehouse:
        warehouse.execute(f"copy ({KEPT}) to '{path}' (format parquet)")
