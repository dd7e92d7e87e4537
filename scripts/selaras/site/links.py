"""Links of a page of the project, turned into links of the site."""

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from selaras.site.contents import Page
from selaras.workspace import PROJECT

_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]+)\)")
_FENCE = re.compile(r"^(```+).*?^\1`*\s*$", re.MULTILINE | re.DOTALL)
_OUTSIDE = re.compile(r"[a-z]+:")


class DeadLink(Exception):
    """A link that leads to nothing: the file that has it, and where it should lead."""


def relinked(text: str, page: Page, known: Mapping[str, Page], pictures: dict[str, Path]) -> str:
    """The text with its links leading to pages of the site.

    `known` has the pages by their file. What is no page stays as words, since the site holds no
    source; pictures are added to `pictures` by their path in the tree. DeadLink where nothing is.
    """

    def written(found: re.Match[str]) -> str:
        mark, words, target = found.groups()
        if _OUTSIDE.match(target) or target.startswith("#"):
            return found[0]
        path, _, anchor = target.partition("#")
        file = os.path.normpath(PurePosixPath(page.file).parent / path)
        if not (PROJECT / file).exists():
            raise DeadLink(f"{page.file}: {target}")
        if mark:
            name = f"pictures/{Path(file).name}"
            pictures[f"{page.language}/{name}"] = PROJECT / file
            return f"![{words}]({_from(page.to, name)})"
        file = next((each for each in (file, f"{file}/README.md") if each in known), file)
        if file not in known:
            return words if file.strip("/") in words else f"{words} (`{file}`)"
        return _link(words, page, known[file], anchor)

    return _outside_fences(text, lambda part: _LINK.sub(written, part))


def _link(words: str, page: Page, other: Page, anchor: str) -> str:
    """A link to another page; one of the other language is written as its address on the site."""
    mark = f"#{anchor}" if anchor else ""
    if other.language == page.language:
        return f"[{words}]({_from(page.to, other.to)}{mark})"
    return f'<a href="{_from(page.address, other.address)}{mark}">{words}</a>'


def _from(page: str, other: str) -> str:
    """The path to another place as seen from a page."""
    return os.path.relpath(other, PurePosixPath(page).parent)


def _outside_fences(text: str, change) -> str:
    """The text with a change made to what stands outside blocks of code."""
    told, at = [], 0
    for fence in _FENCE.finditer(text):
        told += [change(text[at : fence.start()]), fence[0]]
        at = fence.end()
    return "".join([*told, change(text[at:])])
