"""What the contracts say, as the rows of seeds."""

from collections.abc import Mapping

from selaras.lists.contracts import Contract
from selaras.lists.grammar import Freshness, Payments
from selaras.rules.grammar.rule import Stages

REGULAR = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
POSITION, VALUE = "position", "value"


def list_rows(
    contracts: tuple[Contract, ...], stages: Mapping[str, Stages]
) -> dict[str, list[tuple]]:
    """The rows of every seed that is written from contracts, by its name.

    `stages` are those of the programmes whose rules tell them.
    """
    return {
        "list_programme": [
            (each.source, each.table, programme)
            for each in contracts
            for programme in each.programmes
        ],
        "list_age": [(each.source, each.table, *_ages(each.freshness)) for each in contracts],
        "list_period": [row for each in contracts for row in _periods(each, stages)],
        "source_field": [row for each in contracts for row in _fields(each)],
    }


def _ages(freshness: Freshness) -> tuple[int, int]:
    """The days after which a snapshot is stale, and too old to publish on."""
    return freshness.warn_after.count, freshness.error_after.count


def _periods(contract: Contract, stages: Mapping[str, Stages]) -> list[tuple]:
    """When each numbered period of a payment list begins, and its length in months."""
    if not isinstance(contract.meta, Payments):
        return []
    months = REGULAR.get(contract.meta.periods)
    if months:
        found = [
            (str(number), (number - 1) * months + 1, months)
            for number in range(1, 12 // months + 1)
        ]
    else:
        told = stages[contract.programmes[0]].periods
        found = [(name, each.from_month, each.months) for name, each in told.items()]
    return [(contract.source, contract.table, *row) for row in found]


def _fields(contract: Contract) -> list[tuple]:
    """What each column is called and which thing it tells of whom the row is for."""
    metas = [(column.name, column.config.meta) for column in contract.columns]
    return [
        (
            contract.source,
            contract.table,
            name,
            None if meta.tells == POSITION else meta.field,
            None if meta.of or meta.tells in (POSITION, VALUE) else meta.tells,
        )
        for name, meta in metas
    ]
