"""A copy of the rule book with reforms in it, and where in the reforms its errors are."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from selaras.folders import what_leads_nowhere
from selaras.rules.check.book import FOLDER as RULES
from selaras.rules.read.problems import Place, Problem, Problems
from selaras.rules.read.source import KEY, Source, read_source
from selaras.what_if.merge import kept_examples, merged_overlaps, merged_rule, placed
from selaras.what_if.read import OVERLAPS, Read, base_sources

LINKED = ("models", "macros", "seeds")
WIDTH = 4096
Path_ = tuple[str, ...]


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes a value that stands in two places twice: the rule book knows no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass(frozen=True)
class Laid:
    """A project with the rule book of a reform; `base` are the files that it changed."""

    project: Path
    read: Read
    base: dict[str, Source]

    def told(self, problem: Problem) -> Problem:
        """A problem of the merged rule book, where it stands in the reform or in the rule."""
        name = Path(problem.place.file).stem
        path = self.project / problem.place.file
        merged = read_source(path, problem.place.file, Problems()) if path.is_file() else None
        if merged is None or name not in {*self.base, *self.read.reform.begins}:
            return problem
        return replace(problem, place=self._place(name, _path_at(merged, problem.place)))

    def is_of_reform(self, problem: Problem) -> bool:
        """Whether a problem is about what the reform says."""
        return problem.place.file == self.read.source.file

    def _place(self, name: str, path: Path_) -> Place:
        """Where what stands at a path of a merged file was written."""
        own = self._origin(name, path)
        return self.read.source.place(*own) if own else self.base[name].place(*path)

    def _origin(self, name: str, path: Path_) -> Path_ | None:
        """The path in the reform of what stands at a path of a merged file, if it is from there."""
        if name in self.read.reform.begins:
            return ("begins", name, *path)
        if name == OVERLAPS:
            return self._origin_of_overlap(path)
        changes = self.read.data["programmes"][name]
        section, entry, *_ = *path, "", ""
        if section == "parameters" and entry in changes.get("parameters", {}):
            return ("programmes", name, "parameters", entry, *path[4:])
        if section == "parameters" and entry in changes.get("new_parameters", {}):
            return ("programmes", name, "new_parameters", *path[1:])
        if section == "examples" and entry:
            at = int(entry) - len(kept_examples(self.base[name].data, changes, self.read.day))
            return ("programmes", name, "examples", str(at), *path[2:]) if at >= 0 else None
        is_own = section in changes and (section != "criteria" or entry in changes[section])
        return ("programmes", name, *path) if is_own else None

    def _origin_of_overlap(self, path: Path_) -> Path_ | None:
        """The path in the reform of what stands at a path of the merged overlaps.yml."""
        changes = self.read.data[OVERLAPS]
        _, name, *rest = *path, "", ""
        if name in changes.get("rules", {}):
            return (OVERLAPS, "rules", *path[1:])
        if name not in changes.get("suspends", {}) or rest[0] != "examples" or not rest[1]:
            return None
        before = self.base[OVERLAPS].data["overlaps"][name].get("examples", ())
        at = int(rest[1]) - sum(case["date"] < self.read.day for case in before)
        return (OVERLAPS, "suspends", name, "examples", str(at), *path[4:]) if at >= 0 else None


@contextmanager
def laid_out(project: Path, reforms: list[Read], as_of: date | None = None) -> Iterator[Laid]:
    """A copy of the project, for as long as it is used, with reforms in its rule book.

    With a day the reforms hold on it, whenever they take effect; without one each holds from its
    own. `read` of what comes out is the last of them.
    """
    with TemporaryDirectory(prefix="selaras-what-if-") as folder:
        copy = Path(folder).resolve()
        for name in LINKED:
            (copy / name).symlink_to(project / name)
        shutil.copytree(project / RULES, copy / RULES, ignore=what_leads_nowhere)
        base: dict[str, Source] = {}
        for read in reforms:
            base |= _write(copy, read, as_of)
        yield Laid(copy, reforms[-1], base)


def _write(project: Path, read: Read, as_of: date | None) -> dict[str, Source]:
    """Write a reform into the rule book of a copy; the files as they were before."""
    day = min(read.day, as_of or read.day)
    changes = placed(read.data, read.day, day)
    assert isinstance(changes, dict)
    base = base_sources(project, read.source)
    merged = {
        name: merged_rule(base[name].data, each, day)
        for name, each in changes.get("programmes", {}).items()
    }
    merged |= changes.get("begins", {})
    overlaps = changes.get(OVERLAPS)
    if overlaps:
        judged = as_of is not None
        merged[OVERLAPS] = merged_overlaps(base[OVERLAPS].data, overlaps, day, judged)
    for name, data in merged.items():
        text = yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=WIDTH)
        (project / RULES / f"{name}.yml").write_text(text, encoding="utf-8")
    return {name: base[name] for name in merged if name in base}


def _path_at(source: Source, place: Place) -> Path_:
    """The path of what stands at a place of a file, or right before it."""
    at = {
        (each.line, each.column): path[:-1] if path[-1:] == (KEY,) else path
        for path, each in source.places.items()
    }
    before = [where for where in at if where <= (place.line, place.column)]
    return at[max(before)] if before else ()
