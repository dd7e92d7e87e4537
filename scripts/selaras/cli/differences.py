"""What changed in the rule book, in words for people or as JSON for machines."""

from dataclasses import asdict
from itertools import groupby

import typer

from selaras.cli.show import as_text, number
from selaras.messages import language, say
from selaras.rules.differences.changes import Change

SAID = ("says", "title")
ASKED = ("unit", "kind", "between", "when", "amount", "agencies", "basis", "valid_from", "valid_to")


def show(changes: list[Change], ref: str, commit: str, as_json: bool) -> None:
    """The changes file by file, or that there are none."""
    if as_json:
        told = [asdict(each) | {"sentence": sentence(each)} for each in changes]
        typer.echo(as_text({"ref": ref, "commit": commit, "changes": told}))
        return
    if not changes:
        typer.echo(say("diff.nothing", ref=ref))
    for file, found in groupby(changes, key=lambda change: change.file):
        typer.echo(file)
        for each in found:
            typer.echo(f"  - {sentence(each)}")


def sentence(change: Change) -> str:
    """One change in the language in use."""
    kind, path = change.kind, change.path
    before, after = (_shown(each) for each in (change.before, change.after))
    if path == ("examples",):
        counts = {name: len(names) for name, names in change.fields.items()}
        return say("diff.examples", before=before, after=after, **counts)
    is_value = path[2:3] == ("value",)
    if is_value and kind != "changed":
        words = {
            "status": change.fields.get("status", ""),
            "source": change.fields.get("source", ""),
        }
        ended = {"after": say("diff.ended")} if change.after is None else {}
        parts = {"before": before, "after": after, "day": path[3], **words, **ended}
        return say(f"diff.value_{kind}", what=_what(path[:2]), **parts)
    if is_value and change.field == "value":
        parts = {"before": before, "after": after, "day": path[3]}
        return say("diff.value_rewritten", what=_what(path[:2]), **parts)
    if kind == "changed":
        label = say(f"diff.field_{change.field}")
        return say("diff.changed", what=_what(path), field=label, before=before, after=after)
    return say(f"diff.{kind}", what=_what(path), told=_told(change.fields))


def _what(path: tuple[str, ...]) -> str:
    """What a path names, such as `criterion is_alive`."""
    kind, name, part = path[-2] if len(path) > 1 else path[0], path[-1], ""
    if len(path) == 4:
        name, part = path[1], path[3]
    return say(f"diff.kind_{kind}", name=name, part=part)


def _told(fields: dict[str, object]) -> str:
    """What an entry that came or went says: its sentence, what it asks for and its values."""
    told = [
        str(fields[name]) for name in (f"{each}_{language()}" for each in SAID) if name in fields
    ]
    for name in ASKED:
        if fields.get(name):
            told.append(f"{say(f'diff.field_{name}')} {_shown(fields[name])}")
    values = fields.get("values")
    if isinstance(values, dict):
        told += [f"{day}: {_shown(value)}" for day, value in sorted(values.items())]
    return f" - {'; '.join(told)}" if told else ""


def _shown(value: object) -> str:
    """A value for people."""
    if value is None:
        return say("diff.none")
    if isinstance(value, bool):
        return say("diff.is_true" if value else "diff.is_false")
    return number(value) if isinstance(value, int | float) else f"'{value}'"
