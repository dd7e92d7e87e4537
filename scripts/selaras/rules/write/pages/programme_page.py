"""The page of one programme."""

from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.grammar.rule import Components, Flat, Rule, Status, Words
from selaras.rules.sql.sentences import over_time
from selaras.rules.write.pages.example_table import examples
from selaras.rules.write.pages.markdown import (
    BREAK,
    NOTICE,
    both,
    code,
    condition,
    figure,
    mark,
    money,
    plain,
    span,
    table,
)
from selaras.rules.write.pages.overlap_page import overlap_rows


def programme_page(checked: CheckedRule, book: Book) -> str:
    """The text of docs/programmes/<programme>.md."""
    rule = checked.rule
    parts = [
        NOTICE.format(file=checked.source.file),
        f"# {plain(rule.title.en)}\n\n*{plain(rule.title.id)}*\n",
        _summary(checked, book),
        _caution(checked),
        "## Who it is for\n\nAll of these must hold. A missing fact leaves the answer open.\n",
        _criteria(checked),
        f"## What it pays\n\n{_benefit(checked)}",
        "## Figures and their history\n",
        _history(checked),
        "## How it goes with other programmes\n",
        overlap_rows(book, checked.programme) or "No rule says anything of it.\n",
        "## Examples\n\nEach one is a test. What is not given is unknown.\n",
        examples(rule),
        "## Where it is from\n",
        _sources(checked),
    ]
    return "\n".join(part for part in parts if part)


def _summary(checked: CheckedRule, book: Book) -> str:
    """Whose programme it is, for whom, and when it runs."""
    rule = checked.rule
    looked_at = "everybody"
    if checked.applies_to:
        looked_at = f"where {condition(rule, checked.applies_to)}; and whoever is on its list"
    return table(
        ("", ""),
        [
            ("Id", code(rule.programme)),
            ("Owner", f"{plain(book.register.agencies[rule.owner].title.en)} ({rule.level})"),
            ("For", f"one {rule.unit}"),
            ("Purpose", ", ".join(rule.purpose).replace("_", " ")),
            ("Rests on", plain(rule.basis)),
            ("Runs", span(rule.valid_from, rule.valid_to)),
            ("Looked at", looked_at),
        ],
    )


def assumed(checked: CheckedRule) -> list[str]:
    """The criteria, components and parameters of which something is only assumed."""
    rule = checked.rule
    stated: dict[str, list[Status]] = {name: [each.status] for name, each in rule.criteria.items()}
    for name, each in getattr(rule.benefit, "components", {}).items():
        stated.setdefault(name, []).append(each.status)
    for name, each in rule.parameters.items():
        stated.setdefault(f":{name}", []).extend(v.status for v in each.values.values() if v)
    return [name for name, statuses in stated.items() if "assumed" in statuses]


def _caution(checked: CheckedRule) -> str:
    """A warning that names what is assumed."""
    names = assumed(checked)
    if not names:
        return ""
    listed = ", ".join(code(name) for name in names)
    return f"> [!WARNING]\n> Assumed, because no source was found that says it: {listed}.\n"


def _criteria(checked: CheckedRule) -> str:
    """What must hold, in words and as the condition that is computed."""
    rule = checked.rule
    rows = []
    for name, each in rule.criteria.items():
        judgement = checked.judgements[name]
        asked = condition(rule, judgement.condition)
        if each.any_of:
            ways = [
                f"{plain(over_time(way.says, rule).en)} "
                + condition(rule, judgement.branches[branch])
                for branch, way in each.any_of.items()
            ]
            asked = f"one of:{BREAK}" + BREAK.join(f"• {way}" for way in ways)
        if each.is_dated:
            asked += f"{BREAK}asked {span(each.valid_from, each.valid_to)}"
        can = "yes" if each.contestable else ""
        rows.append((code(name), _said(each.says, rule), asked, mark(each.status), can))
    return table(("criterion", "in words", "condition", "status", "can be contested"), rows)


def _said(says: Words | None, rule: Rule) -> str:
    """A sentence in both languages, with its figures."""
    return both(says and over_time(says, rule))


def _benefit(checked: CheckedRule) -> str:
    """The amounts in force."""
    rule, amounts = checked.rule, checked.amounts
    benefit = rule.benefit
    if isinstance(benefit, Flat):
        return f"{money(rule, amounts['amount'], benefit.per)}.\n"
    if isinstance(benefit, Components):
        counted = f" who fulfil {condition(rule, amounts['people'])}" if benefit.people else ""
        most = condition(rule, amounts["max_people"])
        intro = (
            f"For members{counted}: each counts once, in the best-paid component, and the best-paid"
            f" come first. The most that are paid: {most}.\n\n"
        )
        rows = [
            (
                *(
                    code(name),
                    _said(each.says, rule),
                    condition(rule, amounts[f"{name}.when"]),
                ),
                *(money(rule, amounts[f"{name}.amount"], benefit.per), mark(each.status)),
            )
            for name, each in benefit.components.items()
        ]
        return intro + table(("component", "in words", "condition", "amount", "status"), rows)
    rows = [
        (
            *(
                code(name),
                _said(each.says, rule),
                condition(rule, amounts[f"{name}.when"]),
            ),
            money(rule, amounts[f"{name}.amount"], benefit.per),
        )
        for name, each in benefit.tiers.items()
    ]
    intro = "The first of these that fits:\n\n"
    return intro + table(("tier", "in words", "condition", "amount"), rows)


def _history(checked: CheckedRule) -> str:
    """Every value that a parameter had, with its source and day of review."""
    rows = []
    for name, parameter in checked.rule.parameters.items():
        for day, value in sorted(parameter.values.items()):
            first = (code(f":{name}"), plain(parameter.unit), day)
            if value is None or value.value is None:
                rows.append((*first, "ended", "", "", ""))
                continue
            source = value.source if value.basis is None else f"{value.basis}; {value.source}"
            review = value.review_by or ""
            shown = figure(value.value)
            shown = plain(shown) if isinstance(value.value, str) else shown
            rows.append((*first, shown, mark(value.status), plain(source), review))
    if not rows:
        return "It has no figures.\n"
    return table(("figure", "unit", "from", "value", "status", "source", "review by"), rows)


def _sources(checked: CheckedRule) -> str:
    """The citation of each criterion and component."""
    rule = checked.rule
    cited = {**rule.criteria, **getattr(rule.benefit, "components", {})}
    rows = [(code(name), plain(each.basis), plain(each.source)) for name, each in cited.items()]
    return table(("criterion or component", "rests on", "source"), rows) + (
        f"\nMore: [in Bahasa Indonesia](../id/programmes/{rule.programme}.md),"
        " [all programmes](README.md), [how they go together](overlaps.md),"
        f" [the rule](../../{checked.source.file}).\n"
    )
