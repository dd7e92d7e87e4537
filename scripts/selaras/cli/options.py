"""The options that verbs share."""

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from selaras.messages import LANGUAGES, say
from selaras.workspace import DUCKDB, SPARK


def _known_language(chosen: str | None) -> str | None:
    """Refuse a language that we do not speak."""
    if chosen and chosen not in LANGUAGES:
        raise typer.BadParameter(say("cli.unknown_language", languages=", ".join(LANGUAGES)))
    return chosen


def _plain_reason(reason: str | None) -> str | None:
    """Refuse a reason that is none, or that holds a personal number: reasons are published."""
    if reason is not None and (not reason.strip() or re.search("[0-9]{16}", reason)):
        raise typer.BadParameter(say("cli.odd_reason"))
    return reason and reason.strip()


def _place(named: str | Path) -> Path:
    """Refuse a place without a name, which would be the folder that the command runs in."""
    if not str(named).strip():
        raise typer.BadParameter(say("cli.no_place"))
    return Path(named)


def _known_engine(chosen: str) -> str:
    """Refuse an engine that is none of ours."""
    if chosen not in (DUCKDB, SPARK):
        raise typer.BadParameter(say("spark.unknown", engines=f"{DUCKDB}, {SPARK}"))
    return chosen


Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        envvar="SELARAS_HOME",
        help=say("cli.option_home"),
        parser=_place,
        metavar="<path>",
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        envvar="SELARAS_LANG",
        help=say("cli.option_lang"),
        callback=_known_language,
    ),
]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help=say("cli.option_as_of")),
]
Json = Annotated[bool, typer.Option("--json", help=say("cli.option_json"))]
Inbox = Annotated[
    Path,
    typer.Option("--inbox", help=say("cli.option_inbox"), parser=_place, metavar="<path>"),
]
Check = Annotated[bool, typer.Option("--check", help=say("cli.option_check"))]
Accept = Annotated[
    str | None,
    typer.Option("--accept", help=say("cli.option_accept"), callback=_plain_reason),
]
SampleKey = Annotated[bool, typer.Option("--sample-key", help=say("cli.option_sample_key"))]
MakeCurrent = Annotated[bool, typer.Option("--make-current", help=say("cli.option_make_current"))]
Target = Annotated[
    str,
    typer.Option("--target", metavar="ENGINE", help=say("spark.option"), callback=_known_engine),
]
Full = Annotated[bool, typer.Option("--full", help=say("cli.option_full"))]
Postgres = Annotated[bool, typer.Option("--postgres", help=say("postgres.option"))]
RulesAt = Annotated[
    str | None, typer.Option("--rules-at", metavar="GIT_REF", help=say("cli.option_rules_at"))
]
