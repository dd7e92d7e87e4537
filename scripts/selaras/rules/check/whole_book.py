"""Reading the whole rule book: every file, every expression, every name."""

from dataclasses import dataclass
from pathlib import Path

from selaras.linkage.grammar.read_linkage import MODEL, read_linkage
from selaras.lists.contract_checks import check_contracts
from selaras.lists.contracts import contract_digests, read_contracts
from selaras.rules.check.between_files import Names, check_asked_of, check_overlaps, check_register
from selaras.rules.check.book import FOLDER, OTHER, SHARED, Book
from selaras.rules.check.entitlements import read_entitlements
from selaras.rules.check.sentences import check_overlap_sentences
from selaras.rules.check.vocabulary import words_of
from selaras.rules.check.within_file import Draft, check_rule
from selaras.rules.grammar.overlaps import OverlapBook
from selaras.rules.grammar.register import Register
from selaras.rules.grammar.rule import Rule
from selaras.rules.read.fit import Read, read_model
from selaras.rules.read.likeness import with_examples_in_full
from selaras.rules.read.problems import Place, Problems
from selaras.rules.read.source import Source, digest_of, read_source

OTHER_ENDINGS = (".yaml", ".YAML", ".YML")


@dataclass(frozen=True)
class Loaded:
    """The rule book as far as it could be read; for `book` to be trusted nothing may be wrong."""

    book: Book
    drafts: tuple[Draft, ...]
    overlaps: Source | None


def read_book(project: Path, problems: Problems) -> Book | None:
    """The rule book of a project, or None with the reasons in `problems`."""
    loaded = load(project, problems)
    return None if problems.errors else loaded.book


def load(project: Path, problems: Problems) -> Loaded:
    """All of the rule book that can be read; what is wrong is noted and hides nothing else."""
    folder = project / FOLDER
    files = sorted(folder.glob("*.yml"))
    shared = {name: _read(folder / name, kind, problems) for name, kind in SHARED.items()}
    vocabulary, register, overlaps = (shared[name] for name in SHARED)
    words = words_of(vocabulary, problems)
    digests = _digests([*files, *folder.glob(MODEL)], folder, problems)
    for path in sorted(each for each in folder.glob("*.*") if each.suffix in OTHER_ENDINGS):
        problems.add(Place(_name(path)), "wrong_ending", name=f"{path.stem}.yml")
    drafts = []
    for path in files:
        if path.name not in SHARED and path.name not in OTHER:
            source, read = _read(path, Rule, problems)
            if source and read.model:
                digest = digests.get(path.name, "")
                drafts.append(check_rule(read, source, digest, words, problems))
    contracts = read_contracts(project, problems)
    staged = {draft.checked.programme: bool(draft.checked.rule.stages) for draft in drafts}
    agencies = register[1].model or Register(agencies={}, programmes={})
    book = Book(
        rules=tuple(draft.checked for draft in drafts),
        vocabulary=words,
        register=agencies,
        overlaps=overlaps[1].model or OverlapBook(overlaps={}, always={}),
        digests=digests,
        linkage=read_linkage(folder, digests, problems),
        contracts=contracts,
        contract_digests=contract_digests(project),
        entitlements=read_entitlements(folder, agencies, words, contracts, problems),
    )
    if not problems.errors:
        check_contracts(contracts, project, staged, problems)
    names = _names(register, {path.stem for path in files} - {Path(each).stem for each in SHARED})
    if register[0]:
        check_register(book, names, register[0], problems)
    if overlaps[0] and overlaps[1].model:
        check_overlaps(book, names, overlaps[0], problems)
        check_overlap_sentences(book, overlaps[0], problems)
    if vocabulary[0]:
        check_asked_of(book, names, vocabulary[0], problems)
    return Loaded(book, tuple(drafts), overlaps[0])


def _names(register: tuple[Source | None, Read[Register]], files: set[str]) -> Names:
    """The agencies and programmes that exist, be their entries broken."""
    source = register[0]
    if source is None:
        return Names(None, None)
    agencies = frozenset(source.names("agencies"))
    return Names(
        agencies,
        frozenset(files - {Path(each).stem for each in OTHER}) | set(source.names("programmes")),
    )


def _digests(files: list[Path], folder: Path, problems: Problems) -> dict[str, str]:
    """The digest of every file by its path in the folder of the rule book."""
    found = {}
    for path in files:
        try:
            if path.is_file():
                found[path.relative_to(folder).as_posix()] = digest_of(path)
        except OSError as error:
            problems.add(Place(_name(path)), "not_readable", reason=error.strerror)
    return found


def _name(path: Path) -> str:
    """A file of the rule book as it is told of, whatever its name is made of."""
    return f"{FOLDER}/{path.name.encode('utf-8', 'backslashreplace').decode()}"


def _read(path: Path, kind: type, problems: Problems) -> tuple[Source | None, Read]:
    """A file with what of it fits the grammar."""
    name = _name(path)
    if kind is not Rule and not path.is_symlink() and not path.exists():
        problems.add(Place(name), "file_missing")
        return None, Read(None)
    source = read_source(path, name, problems)
    source = source and with_examples_in_full(source, problems)
    return source, read_model(kind, source, problems) if source else Read(None)
