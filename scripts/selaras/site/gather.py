"""The tree of pages from which the site is built: computed first, written last."""

import re
import shutil
from pathlib import Path

from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.site.contents import ENGLISH, INDONESIAN, Page, contents, is_listed, pages
from selaras.site.dictionary import dictionary_pages
from selaras.site.drawing import drawn
from selaras.site.links import relinked
from selaras.site.lists import list_pages, list_table
from selaras.workspace import PROJECT, Workspace

ORPHAN = "---\norphan: true\n---\n\n"  # so Sphinx does not ask for it in the contents
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_NOTICE = re.compile(r"\A<!--.*?-->\s*", re.DOTALL)


def gather(workspace: Workspace) -> tuple[dict[str, str], dict[str, Path]]:
    """The text of every page and the file of every picture, by its path in the tree."""
    problems = Problems()
    book = read_book(PROJECT, problems)
    problems.refuse()
    assert book is not None
    known = {each.file: each for each in pages()}
    pictures: dict[str, Path] = {}
    texts = {each.place: _text(each, known, pictures) for each in known.values()}
    made = list_pages(book) | dictionary_pages(workspace)
    made["decisions.md"] = _decisions(texts)
    texts |= {f"{ENGLISH}/{name}": text for name, text in made.items()}
    texts[f"{ENGLISH}/files/index.md"] += "\n" + list_table(book)
    for language in (ENGLISH, INDONESIAN):
        folder = f"{language}/"
        names = {each.removeprefix(folder)[:-3] for each in texts if each.startswith(folder)}
        texts[f"{folder}index.md"] += "\n" + contents(language, names - {"index"})
        for name in filter(is_listed, names):
            texts[f"{folder}{name}.md"] = ORPHAN + texts[f"{folder}{name}.md"]
    return texts, pictures


def write(out: Path, texts: dict[str, str], pictures: dict[str, Path]) -> None:
    """Write the tree anew; a page that says what it said before keeps its time, for Sphinx."""
    for old in out.rglob("*.*") if out.is_dir() else ():
        if old.relative_to(out).as_posix() not in {*texts, *pictures}:
            old.unlink()
    for place, text in texts.items():
        path = out / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for place, file in pictures.items():
        path = out / place
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, path)


def _text(page: Page, known: dict[str, Page], pictures: dict[str, Path]) -> str:
    """The text of a page, without the note to whoever would edit it."""
    text = (PROJECT / page.file).read_text(encoding="utf-8")
    return drawn(relinked(_NOTICE.sub("", text), page, known, pictures))


def _decisions(texts: dict[str, str]) -> str:
    """The list of all decisions."""
    found = sorted(name for name in texts if name.startswith(f"{ENGLISH}/adr/"))
    lines = [
        f"- [{_TITLE.search(texts[name])[1]}]({name.removeprefix(f'{ENGLISH}/')})"  # type: ignore[index]
        for name in found
    ]
    return "# Decisions\n\nWhat was decided, and why.\n\n" + "\n".join(lines) + "\n"
