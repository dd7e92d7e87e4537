"""Bringing the generated files up to date: all of them, or none."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path


def put_in_place(project: Path, files: dict[Path, str], stale: Iterable[Path], last: Path) -> None:
    """Write the stale ones of some files and remove those that are no longer among them.

    All are first written beside their places, so that a full disk leaves the old ones whole. Where
    putting them in place is cut short, what was there before is put back. Files in the folder
    `last` come last. OSError where the project cannot be written.
    """
    with tempfile.TemporaryDirectory(dir=project, prefix=".compile-") as aside:
        ready: dict[Path, Path | None] = {}
        for at, path in enumerate(sorted(stale, key=lambda path: (path.parent == last, path))):
            ready[path] = None
            if path in files:
                ready[path] = Path(aside) / f"{at}.new"
                ready[path].write_text(files[path], encoding="utf-8", newline="\n")
                if (project / path).is_file():
                    shutil.copymode(project / path, ready[path])
                (project / path).parent.mkdir(parents=True, exist_ok=True)
        _exchange(project, ready, Path(aside))


def _exchange(project: Path, ready: dict[Path, Path | None], aside: Path) -> None:
    """Put every prepared file in its place, and everything back should that be cut short."""
    before: dict[Path, Path | None] = {}
    try:
        for at, (path, prepared) in enumerate(ready.items()):
            place, old = project / path, aside / f"{at}.old"
            if prepared and place.is_file():
                shutil.copy2(place, old)  # not moved: whoever kills us here leaves the old file
                before[place] = old
            else:
                before[place] = old if place.exists() else None
                if place.exists():
                    place.replace(old)
            if prepared:
                prepared.replace(place)
    except BaseException:
        for place, old in before.items():
            if old and old.exists():
                old.replace(place)
            elif old is None:
                place.unlink(missing_ok=True)
        raise
