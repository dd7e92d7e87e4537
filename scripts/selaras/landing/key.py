"""The key of the pseudonyms: from the environment into the table that the models read."""

import os
import re
from difflib import SequenceMatcher
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.landing.notice import Notice
from selaras.messages import say
from selaras.quoted import text
from selaras.workspace import as_pattern

VARIABLE = "SELARAS_PSEUDONYM_KEY"
KEPT = Path("pseudonym_key", "key.parquet")
SAMPLE_KEY = "selaras-sample-key"


LEAST = 16
VARIED = 6
ALIKE = 0.8


def keep_key(landing: Path) -> list[Notice]:
    """Store the key that is set, else keep the stored one, else the sample key; warnings."""
    target = landing / KEPT
    stored = _stored(target)
    given = given_key()
    chosen = given or stored or SAMPLE_KEY
    warnings = []
    if chosen != stored:
        _store(chosen, target)
        if stored:
            warnings.append(Notice("landing.key_replaced"))
    if chosen == SAMPLE_KEY:
        warnings.append(Notice("landing.sample_key"))
    return warnings


def given_key() -> str | None:
    """The key that the environment gives, if it gives one; refused where it protects nobody."""
    given = os.environ.get(VARIABLE)
    if given is not None and (fault := _fault(given)):
        raise Refusal(
            ExitCode.INPUT_REFUSED, "landing.bad_key", fault=say(f"landing.{fault}"), least=LEAST
        )
    return given


def _fault(key: str) -> str | None:
    """Why a key protects nobody, or None; the sample key itself is known for what it is."""
    if not key.strip():
        return "key_is_blank"
    if key == SAMPLE_KEY:
        return None
    plain = re.sub(r"[\W_]", "", key).casefold()
    sample = re.sub(r"[\W_]", "", SAMPLE_KEY).casefold()
    if sample in plain or SequenceMatcher(None, plain, sample).ratio() >= ALIKE:
        return "key_is_sample"
    if len(key.strip()) < LEAST:
        return "key_is_short"
    return "key_is_plain" if len(set(key)) < VARIED else None


def stored_key(landing: Path) -> str:
    """The key in use."""
    return _stored(landing / KEPT) or SAMPLE_KEY


def _stored(target: Path) -> str | None:
    """The key in use so far, or None."""
    if not target.is_file():
        return None
    try:
        with duckdb.connect() as database:
            row = database.execute(
                f"select pseudonym_key from read_parquet({text(as_pattern(target))})"
            ).fetchone()
    except duckdb.Error:
        return None
    return row[0] if row else None


def _store(key: str, target: Path) -> None:
    """Write the key for its owner's eyes only; it never stands in a query text."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(".key.draft")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with duckdb.connect() as database:
        database.execute("create table kept (pseudonym_key varchar)")
        database.execute("insert into kept values (?)", [key])
        database.execute(f"copy kept to {text(draft)} (format parquet)")
    draft.chmod(0o600)
    draft.replace(target)
