"""The verbs. Each one imports what it needs, so that `selaras --help` answers at once."""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from selaras.cli import audit, authoring, desk, keeping, linkage, loss, privacy, trial, what_if
from selaras.cli.options import (
    Accept,
    AsOf,
    Check,
    Full,
    Home,
    Inbox,
    Json,
    Lang,
    MakeCurrent,
    Postgres,
    RulesAt,
    SampleKey,
    Target,
)
from selaras.errors import ExitCode
from selaras.lock import only_run
from selaras.messages import say
from selaras.runs import recorded
from selaras.spark.target import built_by
from selaras.workspace import DUCKDB, PROJECT, Workspace

app = typer.Typer(
    help=say("cli.help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
rules = typer.Typer(help=say("cli.help_rules"), no_args_is_help=True)
app.add_typer(rules, name="rules")
who = typer.Typer(help=say("cli.help_linkage"), no_args_is_help=True)
app.add_typer(who, name="linkage")
who.command("train", help=say("cli.help_linkage_train"))(linkage.train)
who.command("report", help=say("cli.help_linkage_report"))(linkage.report)
visits = typer.Typer(help=say("audit.help"), no_args_is_help=True)
app.add_typer(visits, name="audit")
visits.command("draw", help=say("audit.help_draw"))(audit.draw)
visits.command("estimate", help=say("audit.help_estimate"))(audit.estimate)
looks = typer.Typer(help=say("privacy.help_access"), no_args_is_help=True)
app.add_typer(looks, name="access")
looks.command("report", help=say("privacy.help_access_report"))(privacy.access_report)
key = typer.Typer(help=say("privacy.help_key"), no_args_is_help=True)
app.add_typer(key, name="key")
key.command("rotate", help=say("privacy.help_rotate"))(privacy.rotate)
hidden = typer.Typer(help=say("privacy.help_loss"), no_args_is_help=True)
app.add_typer(hidden, name="hidden")
hidden.command("report", help=say("privacy.help_loss_report"))(loss.report)
app.command("serve", help=say("desk.help_serve"))(desk.serve)
app.command("desk-user", help=say("desk.help_user"))(desk.user)
app.command("workbench", help=say("workbench.help"))(authoring.workbench)
app.command("scan", help=say("privacy.help_scan"))(privacy.scan)
app.command("retain", help=say("privacy.help_retain"))(privacy.retain)
app.command("withdraw", help=say("cli.help_withdraw"))(keeping.withdraw)
app.command("outbox", help=say("cli.help_outbox"))(keeping.outbox)
app.command("report", help=say("report.help"))(keeping.report)
app.command("verify", help=say("cli.help_verify"))(keeping.verify)
app.command("runs", help=say("cli.help_runs"))(keeping.runs)
app.command("allocate", help=say("allocate.help"))(what_if.allocate)
app.command("ask", help=say("ask.help"))(what_if.ask)
app.command("what-if", help=say("what_if.help"))(what_if.what_if)
app.command("new", help=say("cli.help_new"))(authoring.new)
rules.command("diff", help=say("cli.help_rules_diff"))(authoring.rules_diff)
rules.command("flips", help=say("cli.help_rules_flips"))(authoring.rules_flips)
rules.command("test", help=say("cli.help_rules_test"))(trial.test)
rules.command("mutants", help=say("cli.help_rules_mutants"))(trial.mutants)


@app.command(help=say("cli.help_sync"))
def sync(
    inbox: Inbox,
    as_of: AsOf = None,
    accept: Accept = None,
    sample_key: SampleKey = False,
    make_current: MakeCurrent = False,
    postgres: Postgres = False,
    rules_at: RulesAt = None,
    full: Full = False,
    target: Target = DUCKDB,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """From files to published marts."""
    from selaras.cli import show
    from selaras.publish import Wishes
    from selaras.sync import sync as run

    workspace = built_by(target, Workspace.at(home))
    with only_run(workspace), recorded(workspace, "sync") as this:
        wishes = Wishes(sample_key, make_current, postgres=postgres)
        outcome = run(inbox, workspace, _day(as_of), accept, wishes, rules_at, full)
        this.exit_code = int(outcome.landing.exit_code)
    show.sync(outcome, as_json=json)
    _end_with(outcome.landing.exit_code)


@app.command(help=say("cli.help_land"))
def land(
    inbox: Inbox,
    as_of: AsOf = None,
    accept: Accept = None,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Read the drops of an inbox into the workspace."""
    from selaras.cli import show
    from selaras.sync import land_with_progress

    workspace = Workspace.at(home)
    with only_run(workspace), recorded(workspace, "land") as this:
        landing = land_with_progress(inbox, workspace, _day(as_of), accept)
        this.exit_code = int(landing.exit_code)
    show.landing(landing, as_json=json)
    _end_with(landing.exit_code)


@app.command("compile", help=say("cli.help_compile"))
def compile_(check: Check = False, lang: Lang = None) -> None:
    """Write SQL, tests and seeds from the rule book."""
    from selaras.rules.compiler import check_rules, write_rules

    if check:
        check_rules(PROJECT)
        typer.echo(say("cli.up_to_date"))
        return
    changed = write_rules(PROJECT)
    typer.echo(say("cli.compiled", count=len(changed)))
    for path in changed:
        typer.echo(f"  {path}")


@app.command(
    help=say("cli.help_build"),
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def build(
    selection: typer.Context,
    as_of: AsOf = None,
    target: Target = DUCKDB,
    home: Home = None,
    lang: Lang = None,
) -> None:
    """Run dbt build; what is not an option of ours is passed on to dbt."""
    from selaras.history import build as run

    workspace = built_by(target, Workspace.at(home))
    with only_run(workspace), recorded(workspace, "build"):
        summary = run(workspace, list(selection.args), _day(as_of))
    typer.echo(say("run.built", **asdict(summary)))


@app.command(help=say("cli.help_validate"))
def validate(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Check what was built, independently of what built it."""
    from selaras.cli import show
    from selaras.validate import refuse_failed
    from selaras.validate import validate as run

    workspace = Workspace.at(home)
    with recorded(workspace, "validate"):
        checks = run(workspace)
    show.checks(checks, as_json=json)
    refuse_failed(checks)


@app.command(help=say("cli.help_publish"))
def publish(
    accept: Accept = None,
    sample_key: SampleKey = False,
    make_current: MakeCurrent = False,
    postgres: Postgres = False,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Validate, then publish marts and open data."""
    from selaras.cli import show
    from selaras.publish import Wishes
    from selaras.publish import publish as run

    workspace, notices = Workspace.at(home), []
    with only_run(workspace), recorded(workspace, "publish"):
        wishes = Wishes(sample_key, make_current, accept, postgres)
        folder = run(workspace, None, wishes, notices.append)
    show.published(folder, as_json=json, notices=notices)


@app.command(help=say("cli.help_explain"))
def explain(
    who: Annotated[str, typer.Argument(help=say("cli.argument_who"))],
    programme: Annotated[
        str | None, typer.Option("--programme", help=say("cli.option_programme"))
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help=say("privacy.option_why"))] = None,
    reform: Annotated[
        str | None, typer.Option("--what-if", metavar="REFORM", help=say("what_if.option_explain"))
    ] = None,
    ask: Annotated[bool, typer.Option("--ask", help=say("ask.option_explain"))] = False,
    least: Annotated[bool, typer.Option("--least-change", help=say("least_change.option"))] = False,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Why one person and family get what they get; who asked is written down first."""
    from selaras.ask.family import with_questions
    from selaras.cli import explanation
    from selaras.explain import explain as run
    from selaras.least_change import with_least_change
    from selaras.privacy.access import note
    from selaras.what_if.family import with_reform

    workspace = Workspace.at(home)
    found = run(workspace, who, programme)
    note(workspace, found.whom, programme, why)
    if reform:
        found = with_reform(workspace, found, reform, programme)
    if ask:
        found = with_questions(workspace, found)
    if least:
        found = with_least_change(workspace, found)
    explanation.show(found, as_json=json, reform=reform, ask=ask)


@app.command(help=say("cli.help_sample"))
def sample(
    out: Annotated[Path, typer.Option("--out", help=say("cli.option_out"))],
    families: Annotated[int, typer.Option(min=1, help=say("cli.option_families"))] = 20_000,
    weeks: Annotated[int, typer.Option(min=1, help=say("cli.option_weeks"))] = 2,
    seed: Annotated[int, typer.Option(help=say("cli.option_seed"))] = 1,
    clean: Annotated[bool, typer.Option("--clean", help=say("cli.option_clean"))] = False,
    lang: Lang = None,
) -> None:
    """Write invented drops in the layouts of the real ones."""
    from selaras.sample import write_sample

    write_sample(families=families, weeks=weeks, seed=seed, out=out, clean=clean)
    typer.echo(say("cli.sampled", families=f"{families:,}", weeks=weeks, out=out))


@rules.command("check", help=say("cli.help_rules_check"))
def rules_check(as_of: AsOf = None, lang: Lang = None, json: Json = False) -> None:
    """Read the whole rule book and report what is wrong with it or deserves a thought."""
    from selaras.allocate.review import review_allocations
    from selaras.cli import findings
    from selaras.clock import today
    from selaras.rules.all_checks import review_rules
    from selaras.what_if.review import review_reforms

    day = _day(as_of) or today()
    problems = [*review_rules(PROJECT, day), *review_reforms(PROJECT, day)]
    problems += review_allocations(PROJECT)
    findings.show(problems, as_json=json)
    if any(problem.is_error for problem in problems):
        raise typer.Exit(int(ExitCode.RULES_REFUSED))


def _day(moment: datetime | None) -> date | None:
    """The day that an option named."""
    return moment.date() if moment else None


def _end_with(exit_code: ExitCode) -> None:
    """Tell the shell that a file was refused, once everything else is done."""
    if exit_code:
        raise typer.Exit(int(exit_code))
