"""From the rule book to the files that dbt reads: computed first, written last."""

from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.linkage.compile.files import MODELS as LINKAGE
from selaras.linkage.compile.files import linkage_files
from selaras.lists.contract_checks import check_all_are_listed
from selaras.lists.told_facts import told_facts
from selaras.lists.values import contract_places, contract_values
from selaras.lists.waist import MODELS as LISTED
from selaras.lists.waist import NOTICE, contract_numbers, waist_models
from selaras.rules.check.book import Book
from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.rules.sql.again import again_model, judged_again
from selaras.rules.sql.all_programmes import fct_eligibility
from selaras.rules.sql.component_people import component_member
from selaras.rules.sql.eligibility import eligibility_model
from selaras.rules.sql.reasons import fct_eligibility_reason
from selaras.rules.write.guard import compiled_rules
from selaras.rules.write.kept import (
    asked_facts_macro,
    fact_docs,
    kept_facts_macro,
    week_fact_properties,
)
from selaras.rules.write.pages import ENGLISH, INDONESIAN, page_files
from selaras.rules.write.properties import (
    again_properties,
    eligibility_properties,
    fact_properties,
)
from selaras.rules.write.put_in_place import put_in_place
from selaras.rules.write.schema import schema_files
from selaras.rules.write.seed_columns import seed_properties
from selaras.rules.write.seeds import seed_files

MODELS = Path("models/eligibility")
AGAIN = Path("models/cause/again")
HISTORY = Path("models/history")
CONFORMED = Path("models/conformed")
SEEDS = Path("seeds/generated")
MACROS = Path("macros/generated")
SCHEMA = Path("rules/schema")
OWNED = (MODELS, AGAIN, *LINKAGE, SEEDS, MACROS, SCHEMA, ENGLISH, INDONESIAN)


def compile_rules(project: Path) -> dict[Path, str]:
    """Every generated file of a project (paths relative to it); Refusal for a bad rule book."""
    problems = Problems()
    book = read_book(project, problems)
    if book:
        programmes = (checked.programme for checked in book.rules)
        check_all_are_listed(book.contracts, programmes, problems)
    problems.refuse()
    assert book is not None
    return files_of(book)


def files_of(book: Book) -> dict[Path, str]:
    """Every generated file of a sound rule book."""
    files: dict[Path, str] = {}
    for checked in book.rules:
        name = f"elig_{checked.programme}"
        files[MODELS / f"{name}.sql"] = eligibility_model(checked)
        files[MODELS / f"{name}.yml"] = eligibility_properties(checked)
        files[AGAIN / f"again_{checked.programme}.sql"] = again_model(checked)
    files[AGAIN / "judged_again.sql"] = judged_again(book)
    files[AGAIN / "_again__models.yml"] = again_properties(book)
    files[CONFORMED / "_facts__docs.md"] = fact_docs(book)
    files[HISTORY / "week_fact.yml"] = week_fact_properties(book)
    files[MACROS / "asked_facts.sql"] = asked_facts_macro(book)
    files[MACROS / "kept_facts.sql"] = kept_facts_macro(book)
    files[MODELS / "fct_eligibility.sql"] = fct_eligibility(book)
    files[MODELS / "fct_eligibility_reason.sql"] = fct_eligibility_reason(book)
    if any(checked.has_components for checked in book.rules):
        files[MODELS / "component_member.sql"] = component_member(book)
    files[MODELS / "_eligibility__models.yml"] = fact_properties(book)
    files |= {SEEDS / f"{name}.csv": text for name, text in seed_files(book).items()}
    files[SEEDS / "_generated__seeds.yml"] = seed_properties()
    waist = waist_models(book.contracts) | told_facts(book.contracts)
    files |= {LISTED / f"{name}.sql": text for name, text in waist.items()}
    files[MACROS / "contract_numbers.sql"] = "\n".join(
        each(book.contracts) for each in (contract_numbers, contract_values, contract_places)
    )
    files[MACROS / "compiled_rules.sql"] = compiled_rules(book)
    if book.linkage:
        files |= linkage_files(book.linkage)
    files |= {SCHEMA / f"{name}.json": text for name, text in schema_files(book).items()}
    files |= page_files(book)
    return files


def stale_files(project: Path, files: dict[Path, str]) -> list[Path]:
    """Generated files that are missing, differ, or should no longer be there."""
    changed = [path for path, text in files.items() if _read(project / path) != text]
    return sorted({*changed, *_left_over(project, files)})


def check(project: Path, files: dict[Path, str]) -> None:
    """Refuse (exit code 11) where the files on disk are not these."""
    stale = stale_files(project, files)
    if stale:
        names = ", ".join(path.as_posix() for path in stale)
        raise Refusal(ExitCode.STALE, "rules.stale", files=names)


def check_rules(project: Path) -> None:
    """Refuse (exit code 11) where the generated files are not those of the rule book."""
    check(project, compile_rules(project))


def write_rules(project: Path) -> list[Path]:
    """Compile, bring the generated files up to date and return those that changed."""
    return write(project, compile_rules(project))


def write(project: Path, files: dict[Path, str]) -> list[Path]:
    """Bring the files on disk up to date and return those that changed.

    The digests that the guard trusts come last: a build after an interrupted write is refused.
    """
    stale = stale_files(project, files)
    try:
        put_in_place(project, files, stale, last=MACROS)
    except OSError as error:
        raise Refusal(
            ExitCode.RULES_REFUSED, "rules.read_only", path=project, reason=error.strerror
        ) from error
    return stale


def _read(path: Path) -> str | None:
    """The text of a file, or None where there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _left_over(project: Path, files: dict[Path, str]) -> list[Path]:
    """Files that the compiler wrote, or in a folder of its own, which it would not write now."""
    found = [
        path.relative_to(project)
        for folder in OWNED
        for path in (project / folder).glob("*")
        if path.is_file()
    ]
    found += [
        path.relative_to(project)
        for path in (project / LISTED).glob("*.sql")
        if path.read_text(encoding="utf-8").startswith(NOTICE)
    ]
    return [path for path in found if path not in files]
