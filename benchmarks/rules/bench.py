"""A town on disk and the ways to judge it, each in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import yaml
from jinja2 import Environment

from selaras.rules.sql.without_dbt import Renderer

PARTS = Path(__file__).parent
PROJECT = PARTS.parents[1]
# What the query by hand leaves out.
TEXTS = (
    "unmet_criteria, unknown_criteria, missing_facts, contested_criteria,"
    " possible_amount, rule_digest"
)
Used = dict[str, float]


class Bench:
    """A folder with the town, the scripts and one DuckDB file per way to judge it."""

    def __init__(self, out: Path) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self.out, self.town = out, out / "town.duckdb"
        profile = yaml.safe_load((PROJECT / "profiles.yml").read_text(encoding="utf-8"))
        settings = json.dumps(profile["selaras"]["outputs"]["dev"]["settings"])
        self.settings = Environment().from_string(settings).render(env_var=os.environ.get)
        rules = [yaml.safe_load(path.read_text("utf-8")) for path in PROJECT.glob("rules/*.yml")]
        self.rules = {rule["programme"]: rule for rule in rules if "programme" in rule}
        renderer = Renderer(PROJECT)
        self.models = {
            path.stem: renderer.render(path.read_text(encoding="utf-8"))
            for path in sorted((PROJECT / "models" / "eligibility").glob("*.sql"))
        }

    def file(self, name: str) -> Path:
        """An empty place for a DuckDB file."""
        path = self.out / f"{name}.duckdb"
        path.unlink(missing_ok=True)
        return path

    def sql(self, file: Path, read: Path | str, *scripts: Path | str) -> Used:
        """Run scripts (files, or texts) in one file with another one to read, or "-"."""
        paths = [each if isinstance(each, Path) else self._written(each) for each in scripts]
        return run([sys.executable, PARTS / "run_sql.py", file, read, self.settings, *paths])

    def _written(self, text: str) -> Path:
        """A text as a file."""
        path = self.out / "script.sql"
        path.write_text(text, encoding="utf-8")
        return path

    def draw(self, families: int, seed: int) -> None:
        """The town, by population.sql."""
        of = {
            unit: [name for name, rule in sorted(self.rules.items()) if rule["unit"] == unit]
            for unit in ("household", "person")
        }
        grounds = [
            f"{{'programme_id': '{programme}', 'criterion_id': '{name}'}}"
            for programme, rule in sorted(self.rules.items())
            for name, criterion in rule["criteria"].items()
            if criterion.get("contestable")
        ]
        told = (
            f"set variable families = {families}; set variable seed = {seed};"
            f"set variable of_households = {of['household']};"
            f"set variable of_people = {of['person']};"
            f"set variable contestable = [{', '.join(grounds)}]"
        )
        self.sql(self.file("town"), "-", told, PARTS / "population.sql")

    def tables(self, programmes: list[str], columns: str = "*") -> str:
        """The compiled models as tables."""
        return ";\n".join(
            f"create table elig_{each} as select {columns} from (\n{self.models[f'elig_{each}']}\n)"
            for each in programmes
        )

    def differing(self) -> int:
        """Rows that ours without texts or the query by hand has and the other one has not."""
        pairs = [(f"from elig_{each}", f"from hand.{each}") for each in sorted(self.rules)]
        one_sided = [pair for ours, hand in pairs for pair in ((ours, hand), (hand, ours))]
        counts = [f"(select count(*) from ({a} except all {b}))" for a, b in one_sided]
        attached = f"attach '{self.out / 'hand.duckdb'}' as hand (read_only);"
        query = f"{attached} select {' + '.join(counts)}"
        return self.sql(self.out / "lean.duckdb", "-", query)["found"][0][0]


def run(command: list[object]) -> Used:
    """Run a process that prints what it used as its last line."""
    done = subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])
