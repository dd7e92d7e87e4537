"""The index of all programmes."""

from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.grammar.rule import Flat
from selaras.rules.write.pages.markdown import NOTICE, both, code, money, plain, span, table
from selaras.rules.write.pages.programme_page import assumed

COLUMNS = ("programme", "title", "owner", "level", "for", "pays", "runs", "assumed")


def index_page(book: Book) -> str:
    """The text of docs/programmes/README.md."""
    rows = [
        (
            f"[{code(each.programme)}]({each.programme}.md)",
            both(each.rule.title),
            plain(book.register.agencies[each.rule.owner].title.en),
            *(each.rule.level, f"one {each.rule.unit}", _pays(each)),
            span(each.rule.valid_from, each.rule.valid_to),
            _sureness(each),
        )
        for each in book.rules
    ]
    return "\n".join(
        [
            NOTICE.format(file="rules/*.yml"),
            "# Programmes\n",
            "What the rule book says of each, with its sources. "
            "[How they go together](overlaps.md). [The grammar](../../rules/README.md).\n",
            table(COLUMNS, rows),
        ]
    )


def _pays(checked: CheckedRule) -> str:
    """The amount in force, or how many there are."""
    benefit = checked.rule.benefit
    if isinstance(benefit, Flat):
        return money(checked.rule, checked.amounts["amount"], benefit.per)
    count = len(benefit.tiers) if benefit.kind == "tiered" else len(benefit.components)
    return f"{count} {'tiers' if benefit.kind == 'tiered' else 'components'}, per {benefit.per}"


def _sureness(checked: CheckedRule) -> str:
    """How many of its criteria and figures nobody wrote down."""
    count = len(assumed(checked))
    return f"⚠️ **{count}**" if count else "none"
