"""Facts that only lists of payments tell, as SQL written from the contracts: a model a subject."""

from selaras.lists.contracts import Contract
from selaras.lists.grammar import Payments
from selaras.lists.waist import NOTICE, STEP, VIEW

SUBJECTS = {
    "listed_school": {"school_type": "varchar", "is_in_private_school": "boolean"},
    "listed_arrears": {"diploma_arrears": "bigint", "has_debit_letter": "boolean"},
}
PLACE = ("source_row_id", "snapshot_key")


def told_facts(contracts: tuple[Contract, ...]) -> dict[str, str]:
    """The text of the model of each subject by its name; without a row where no list tells it."""
    return {name: _model(facts, contracts) for name, facts in SUBJECTS.items()}


def _model(facts: dict[str, str], contracts: tuple[Contract, ...]) -> str:
    """A view over all lists that tell a fact of one subject."""
    lists = [
        _branch(each, each.meta.facts, facts)
        for each in contracts
        if isinstance(each.meta, Payments) and facts.keys() & each.meta.facts.keys()
    ]
    return f"{NOTICE}{VIEW}\n" + "\n\nunion all\n\n".join(lists or [_nothing(facts)]) + "\n"


def _branch(contract: Contract, told: dict[str, str], facts: dict[str, str]) -> str:
    """What one list tells; a fact of the subject that it does not tell is unknown."""
    columns = [f"'{contract.source}' as source", f"'{contract.table}' as table_name", *PLACE]
    for fact, kind in facts.items():
        column = told.get(fact, f"cast(null as {kind})")
        columns.append(column if column == fact else f"{column} as {fact}")
    return _select(columns) + f"\nfrom {{{{ ref('{contract.model}') }}}}"


def _nothing(facts: dict[str, str]) -> str:
    """The same columns, without a row."""
    kinds = dict.fromkeys(("source", "table_name", *PLACE), "varchar") | facts
    return _select([f"cast(null as {kind}) as {name}" for name, kind in kinds.items()]) + (
        "\nwhere false"
    )


def _select(columns: list[str]) -> str:
    return "select\n" + ",\n".join(f"{STEP}{column}" for column in columns)
