"""What was found, rule by rule, with its course."""

from markupsafe import Markup

from selaras.report import marks
from selaras.report.card import Card, Cell, Page, Table, link
from selaras.report.read import Published
from selaras.report.speech import Speech


def findings_page(published: Published, speech: Speech) -> Page:
    """Every rule that found anything."""
    courses: dict[str, list[float | None]] = {}
    for row in published.figures["finding_week"].rows:
        count = row["case_count"]
        known = None if count is None else float(str(count))
        courses.setdefault(str(row["rule_id"]), []).append(known)
    rows: list[tuple[Cell, ...]] = []
    for row in published.figures["finding"].rows:
        course = marks.spark(courses.get(str(row["rule_id"]), ()), "slate")
        agency = str(row["agency_id"] or "")
        acts = link(f"agency-{agency}.html", speech.of(row, "agency"))
        is_known = any(agency == each["agency"] for each in published.figures["waiting_total"].rows)
        basis = str(row["basis"] or "")
        rows.append(
            (
                Markup("{}<br><code>{}</code>").format(speech.of(row, "says"), row["rule_id"]),
                speech.of(row, "kind"),
                basis if basis not in ("", "not known") else speech("unknown"),
                acts if is_known else speech.of(row, "agency"),
                speech.number(row["case_count"]),
                speech.at_most(row["new_count"]),
                "–" if row["case_count"] is None else speech.rupiah(row["monthly_amount"] or 0),
                Markup('<div class="course">{}</div>').format(course),
            )
        )
    names = ("rule", "kind", "basis", "agency", "findings", "new", "at_stake", "course")
    card = Card(
        "findings",
        speech("fig_finding"),
        speech("lead_finding"),
        table=Table(tuple(speech(name) for name in names), tuple(rows), 4),
        figures=("finding", "finding_week"),
        size="wide",
        is_open=True,
    )
    title, lead = speech("title_findings"), speech("lead_findings")
    return Page("findings.html", title, lead, "findings", (card,))
