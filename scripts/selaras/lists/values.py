"""Which columns hold dates, money, words or names of places: macros written from contracts."""

from selaras.lists.contracts import Contract
from selaras.lists.grammar import Column

REGION_NAME = "region_name"


def contract_values(contracts: tuple[Contract, ...]) -> str:
    """The macro that says of each list which days, amounts and words make sense."""
    lists = []
    for each in contracts:
        cells = [text for column in each.columns if (text := _sense(each, column))]
        inside = "".join(f"\n            {cell}," for cell in cells)
        lists.append(
            f"        '{each.source}.{each.table}': {{{inside}" + ("\n        }" if cells else "}")
        )
    listed = ",\n".join(lists)
    return (
        "{#\n    Written by `selaras compile` from models/staging/*/_*__sources.yml: the days,"
        " the\n    rupiah and the list of words that make sense in each column. `nik` names the"
        " number whose\n    birth day it is.\n#}\n"
        "{% macro contract_values() %}\n    {{ return({\n"
        f"{listed}\n    }}) }}}}\n{{% endmacro %}}\n"
    )


def contract_places(contracts: tuple[Contract, ...]) -> str:
    """The macro that names the columns of lists that hold names of kelurahan."""
    columns = "".join(
        f"\n        ('{each.source}', '{each.table}', '{column.name}'),"
        for each in contracts
        for column in each.columns
        if column.config.meta.field.endswith(REGION_NAME)
    )
    return (
        "{#\n    Written by `selaras compile` from models/staging/*/_*__sources.yml: source, table"
        " and column\n    of every name of a kelurahan.\n#}\n"
        f"{{% macro contract_places() %}}\n    {{{{ return([{columns}\n    ]) }}}}\n"
        "{% endmacro %}\n"
    )


def _sense(contract: Contract, column: Column) -> str | None:
    """The entry of one column, where it holds dates, money or words."""
    meta = column.config.meta
    if meta.words:
        return f"'{column.name}': {{'words': '{meta.words}'}}"
    if meta.rupiah:
        return f"'{column.name}': {{'least': {meta.rupiah.from_}, 'most': {meta.rupiah.to}}}"
    if not meta.days:
        return None
    ahead = "none" if meta.days.years_ahead is None else meta.days.years_ahead
    told = f"'from': '{meta.days.from_}', 'years_ahead': {ahead}"
    if meta.tells == "birth_date":
        numbers = [each.name for each in contract.telling("nik") if each.config.meta.of == meta.of]
        told += "".join(f", 'nik': '{name}'" for name in numbers[:1])
    return f"'{column.name}': {{{told}}}"
