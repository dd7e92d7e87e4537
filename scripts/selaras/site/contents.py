"""Which files of the project are pages of the site, where each goes, and in which order."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from selaras.workspace import PROJECT

ENGLISH, INDONESIAN = "en", "id"


@dataclass(frozen=True)
class Page:
    """A page of the site: its file in the project, and where it goes in the tree of a language."""

    file: str
    language: str
    to: str

    @property
    def place(self) -> str:
        """Its path in the gathered tree, which holds a folder a language."""
        return f"{self.language}/{self.to}"

    @property
    def address(self) -> str:
        """Its path in the built site, where Indonesian pages have a folder of their own."""
        folder = "" if self.language == ENGLISH else f"{self.language}/"
        return folder + self.to.removesuffix(".md") + ".html"


# Files that stand elsewhere than in docs/, or are called otherwise on the site.
MOVED = {
    "README.md": "about.md",
    "CONTRIBUTING.md": "contributing.md",
    "GLOSSARY.md": "glossary.md",
    "CHANGELOG.md": "changelog.md",
    "benchmarks/README.md": "benchmarks.md",
    "rules/README.md": "rule-grammar.md",
    "rules/linkage/README.md": "linkage-weights.md",
    "scripts/selaras/rules/README.md": "compiler.md",
    "docs/programmes/README.md": "programmes/index.md",
    "docs/id/programmes/README.md": "programmes/index.md",
    "docs/id/README.md": "about.md",
    "docs/id/CONTRIBUTING.md": "contributing.md",
}
LEFT_OUT = ("docs/dbt/*", "docs/site/*")

# Pages by the dozen are reached from their own list and not from the contents of every page.
LISTED = ("adr/*", "dictionary/*.*", "files/*__*")
# The parts of the site; a name with a star stands for all pages that it fits, in their order.
PARTS = {
    ENGLISH: {
        "Begin": ("What it is <about>", "tutorial", "glossary"),
        "Guides": (
            *(
                "guides/add-a-programme",
                "workbench",
                "guides/add-a-source",
                "running",
                "guides/connect-bi",
            ),
            *("guides/handle-a-sanggah", "guides/visit-families"),
            *("guides/recover-from-failure", "guides/rotate-the-key"),
            *("guides/go-to-the-nation", "nation", "contributing"),
        ),
        "The rule book": (
            *("programmes/index", "programmes/*", "rule-grammar", "words", "rules-check"),
        ),
        "Data": ("files/index", "dictionary/index", "questions"),
        "What comes out": (
            *("weeks", "cases", "outbox", "explain", "desk", "what-if", "publishing"),
            *("data-protection", "audit", "linkage", "linkage-report"),
        ),
        "How it is built": (
            *("architecture", "compiler", "linkage-weights", "benchmarks", "decisions"),
            "changelog",
        ),
        "More": ("*",),
    },
    INDONESIAN: {
        "Mulai": ("Sekilas <about>", "tutorial", "glossary"),
        "Panduan": (
            *("report", "desk", "guides/handle-a-sanggah", "guides/visit-families"),
            "guides/connect-bi",
            *("guides/add-a-programme", "workbench", "guides/recover-from-failure"),
            *("guides/rotate-the-key", "guides/go-to-the-nation", "contributing"),
        ),
        "Buku aturan": ("programmes/index", "programmes/*"),
    },
}


def pages() -> list[Page]:
    """Every page that is a file of the project."""
    files = [PROJECT / name for name in MOVED] + sorted((PROJECT / "docs").rglob("*.md"))
    names = dict.fromkeys(path.relative_to(PROJECT).as_posix() for path in files)
    return [page(name) for name in names if not any(Path(name).match(each) for each in LEFT_OUT)]


def page(file: str) -> Page:
    """Where a file of the project goes."""
    is_indonesian = file.startswith("docs/id/")
    inside = file.removeprefix("docs/id/" if is_indonesian else "docs/")
    return Page(file, INDONESIAN if is_indonesian else ENGLISH, MOVED.get(file, inside))


def is_listed(name: str) -> bool:
    """Whether a page, named by its path without `.md`, stands in a list of its own."""
    return any(PurePosixPath(name).match(each) for each in LISTED)


def contents(language: str, names: set[str]) -> str:
    """The table of contents of a language as Sphinx reads it, over the pages with these names.

    Names are paths without `.md`; one that a part asks for must be among them.
    """
    told: list[str] = []
    taken: set[str] = set()
    for caption, wanted in PARTS[language].items():
        found = [name for each in wanted for name in _fitting(each, names)]
        listed = [name for name in dict.fromkeys(found) if _name(name) not in taken]
        taken.update(map(_name, listed))
        if listed:
            told += ["```{toctree}", ":hidden:", f":caption: {caption}", "", *listed, "```", ""]
    return "\n".join(told)


def _name(entry: str) -> str:
    """The page of an entry, which may be `Title <page>`."""
    return entry.rpartition("<")[2].removesuffix(">")


def _fitting(wanted: str, names: set[str]) -> list[str]:
    """The names that one entry of a part stands for: itself, or all unlisted of a folder."""
    if not wanted.endswith("*"):
        return [wanted]
    folder = wanted.removesuffix("*")
    return sorted(name for name in names if name.startswith(folder) and not is_listed(name))
