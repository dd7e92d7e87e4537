"""The waist: what every list says, in the same few shapes, as SQL written from the contracts.

Everything behind it reads these models and never the table of one list.
"""

from collections.abc import Iterable
from pathlib import Path

from selaras.lists.contracts import NUMBERS, Contract
from selaras.lists.grammar import NONE, SHARE, Named, Payments, Register, Several

MODELS = Path("models/listed")
NOTICE = (
    "-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the\n"
    "-- contract, not this file.\n"
)
VIEW = "{{ config(materialized='view') }}\n"
STEP = "    "
TYPES = {"birth_date": "date"}


def waist_models(contracts: tuple[Contract, ...]) -> dict[str, str]:
    """The text of every model of the waist by its name."""
    payments = [each for each in contracts if isinstance(each.meta, Payments)]
    registers = [each for each in contracts if isinstance(each.meta, Register)]
    named = [each for each in contracts if not isinstance(each.meta, Register)]
    marked = [(each, programme) for each in registers for programme in each.meta.marks]
    return {
        "listed_row": _view(map(_row, contracts)),
        "listed_name": _view(
            _name(each, role, names) for each in named for role, names in each.meta.names.items()
        ),
        "register_name": _view(
            _name(each, role, names)
            for each in registers
            for role, names in each.meta.names.items()
        ),
        "written_name": _view(
            _as_written(each, role) for each in contracts for role in each.meta.names
        ),
        "listed_benefit": _view(map(_benefit, payments)),
        "listed_mark": _view(_mark(*each) for each in marked),
        "first_listed": _first_listed(payments),
        "first_marked": _first_marked(marked),
        "zeroed_number": _table(
            _zeroed(each, column.config.meta.field)
            for each in contracts
            for column in each.telling(*NUMBERS)
        ),
        "landed_digest": _view(map(_digest, contracts)),
        "register_row": _view(map(_written, (each for each in registers if each.own("nik")))),
        "changed_row": _table(map(_changed, contracts)),
    }


def contract_numbers(contracts: tuple[Contract, ...]) -> str:
    """The macro that names the columns of each list that hold a NIK or No KK."""
    rows = []
    for each in contracts:
        names = ", ".join(f"'{column.name}'" for column in each.telling(*NUMBERS))
        rows.append(f"        '{each.source}.{each.table}': [{names}]")
    listed = ",\n".join(rows)
    return (
        "{#\n    Written by `selaras compile` from models/staging/*/_*__sources.yml: the columns of"
        " each list\n    that hold a NIK or a No KK, as the file calls them.\n#}\n"
        "{% macro contract_numbers() %}\n    {{ return({\n"
        f"{listed}\n    }}) }}}}\n{{% endmacro %}}\n"
    )


def _view(branches: Iterable[list[str]]) -> str:
    """A view over all lists; it costs nothing until it is read."""
    return f"{NOTICE}{VIEW}\n{_union(branches)}\n"


def _table(branches: Iterable[list[str]]) -> str:
    """A table over all lists, each by one line that calls a macro."""
    return NOTICE + _union(branches, between="\n") + "\n"


def _union(branches: Iterable[list[str]], between: str = "\n\n") -> str:
    return f"{between}union all{between}".join("\n".join(branch) for branch in branches)


def _select(columns: Iterable[str], relation: str, where: str | None = None) -> list[str]:
    """One branch: a column a line, the relation, and perhaps a condition."""
    body = ",\n".join(f"{STEP}{column}" for column in columns)
    end = [f"where {where}"] if where else []
    return ["select", body, f"from {relation}", *end]


def _of(contract: Contract) -> list[str]:
    """The columns that name the list."""
    return [f"'{contract.source}' as source", f"'{contract.table}' as table_name"]


def _staged(contract: Contract) -> str:
    return f"{{{{ ref('{contract.model}') }}}}"


def _landed(contract: Contract) -> str:
    return f"{{{{ source('{contract.source}', '{contract.table}') }}}}"


def _as(column: str | None, name: str) -> str:
    """A column of the staging model under the name of the waist, or a missing one."""
    if column is None:
        return f"cast(null as {TYPES.get(name, 'varchar')}) as {name}"
    return column if column == name else f"{column} as {name}"


def _row(contract: Contract) -> list[str]:
    """Where each row came from and what was noted of it."""
    place = ["source_row_id", "batch_date", "snapshot_key", "file", "line", "notes", "unread"]
    return _select([*_of(contract), *place], _staged(contract))


def _name(contract: Contract, role: str, named: Named) -> list[str]:
    """Whom each row names in one role."""
    numbers = [
        _as(f"{column}{suffix}" if column else None, f"{name}{suffix}")
        for name, column in (("nik", named.nik), ("no_kk", named.no_kk))
        for suffix in ("", "_repair", "_remains")
    ]
    columns = [
        *_of(contract),
        *("source_row_id", "batch_date", "file", "line"),
        f"'{role}' as role",
        f"'{named.unit}' as unit",
        *numbers,
        _as(named.name, "name_normalised"),
        _as(named.birth_date, "birth_date"),
        _as(named.region, "region_code"),
    ]
    return _select(columns, _staged(contract))


def _as_written(contract: Contract, role: str) -> list[str]:
    """Whom a landed row names in one role and where, in the spelling of the file."""
    told = {
        name: contract.telling_of(role, *kinds)
        for name, kinds in {"no_kk": ("no_kk", "family"), "full_name": ("name",)}.items()
    }
    told |= {name: contract.telling_of(role, name) for name in ("own_number", "nik", "birth_date")}
    told["place"] = contract.written("region_name") or contract.written("region_code")
    cells = [f"cast({each.name if each else 'null'} as varchar) as {n}" for n, each in told.items()]
    numbers = {f"{n}_column": told[n] and f"'{told[n].name}'" for n in ("nik", "no_kk")}
    cells += [f"cast({name or 'null'} as varchar) as {n}" for n, name in numbers.items()]
    place = ["source_row_id", "file_id", "file", "line", "batch_date", "snapshot_key"]
    return _select([*_of(contract), *place, f"'{role}' as role", *cells], _landed(contract))


def _benefit(contract: Contract) -> list[str]:
    """What each row of a payment list grants, and to whom."""
    grants = contract.meta.grants
    to = contract.meta.names[grants.to]
    several = isinstance(grants.programme, Several)
    programme = grants.programme.column if several else f"'{grants.programme}'"
    months = f"{{{{ monthly_share('{grants.amount}') }}}}"
    monthly = {SHARE: months, NONE: "null"}.get(grants.monthly, grants.monthly)
    columns = [
        *_of(contract),
        *("source_row_id", "batch_date", "snapshot_key"),
        programme if programme == "programme_id" else f"{programme} as programme_id",
        f"cast({grants.component or 'null'} as varchar) as component",
        f"'{to.unit}' as unit",
        f"'{grants.to}' as role",
        _as(to.no_kk, "no_kk"),
        *("period_starts_on", "period_ends_on"),
        f"cast({monthly} as bigint) as monthly_amount",
        f"cast({grants.amount} as bigint) as amount",
        *("enrolment_status", "payment_status"),
        f"cast({grants.paid_on or 'null'} as date) as paid_on",
    ]
    # A row whose programme is unknown grants nothing that could be counted; it has a note.
    where = f"{programme} is not null" if several else None
    return _select(columns, _staged(contract), where)


def _mark(contract: Contract, programme: str) -> list[str]:
    """Whom a register marks as being in a programme."""
    columns = [*_of(contract), "source_row_id", "batch_date", f"'{programme}' as programme_id"]
    return _select(columns, _staged(contract), contract.meta.marks[programme])


def _zeroed(contract: Contract, number: str) -> list[str]:
    """How many numbers of a column lost their sixteenth digit, of how many."""
    return [f"{{{{ number_loss('{contract.source}', '{contract.table}', '{number}') }}}}"]


def _digest(contract: Contract) -> list[str]:
    """The content of every landed row as a digest, and the file it stands in."""
    return _select(["file_id", "content_digest"], _landed(contract))


def _written(contract: Contract) -> list[str]:
    """What a register wrote of a person in any drop, in its own spelling."""
    told = {"number": ("nik",), "card": ("no_kk", "family"), "name": ("name",)}
    written = {
        name: next((column.name for column in contract.own(*kinds)), None)
        for name, kinds in told.items()
    }
    status = contract.written("life_status")
    texts = [
        _as(column, f"{name}_as_written")
        for name, column in {**written, "life_status": status and status.name}.items()
    ]
    columns = [*_of(contract), "source_row_id", "batch_date", "file_id", *texts]
    return _select(columns, _landed(contract))


def _changed(contract: Contract) -> list[str]:
    """The rows of two compared files that stand in one more often than in the other."""
    return [f"{{{{ changed_row_of('{contract.source}', '{contract.table}') }}}}"]


def _cte(name: str, text: str) -> str:
    """One common table expression."""
    body = "\n".join(f"{STEP}{line}" if line else "" for line in text.split("\n"))
    return f"{name} as (\n\n{body}\n\n)"


def _first_listed(payments: list[Contract]) -> str:
    """The first drop that held each row of a payment list, told by what makes it the same row."""
    calls = []
    for each in payments:
        columns = ", ".join(f"'{name}'" for name in each.meta.same_row_by)
        calls.append([f"{{{{ listed_since('{each.source}', '{each.table}', [{columns}]) }}}}"])
    listed = "\nunion all\n".join(call[0] for call in calls)
    benefit = "select source_row_id from {{ ref('listed_benefit') }}"
    return f"""{NOTICE}with

{_cte("listed", listed)},

{_cte("benefit", benefit)}

-- Only rows in force are asked for, so that a later drop never changes an earlier
-- answer.
select
    listed.source_row_id,
    listed.first_listed_on,
    listed.first_listed_for_period_on

from listed
inner join benefit
    on listed.source_row_id = benefit.source_row_id
"""


def _first_marked(marked: list[tuple[Contract, str]]) -> str:
    """The first drop in which a register marked each person, told by the number as written."""
    branches = []
    for contract, programme in marked:
        flag = contract.written(contract.meta.marks[programme])
        (number, *_) = contract.own("nik")
        columns = [
            *("source_row_id", "batch_date"),
            f"{number.name} as number_as_written",
            f"'{programme}' as programme_id",
        ]
        where = f"{{{{ is_marked('{flag.name}') }}}}" if flag else None
        branches.append(_select(columns, _landed(contract), where))
    return f"""{NOTICE}{VIEW}with

{_cte("marked", _union(branches))},

{
        _cte(
            "since",
            '''select
    programme_id,
    number_as_written,
    min(batch_date) as marked_since

from marked
where trim(number_as_written) != ''
group by
    programme_id,
    number_as_written''',
        )
    }

select
    marked.source_row_id,
    marked.programme_id,
    coalesce(since.marked_since, marked.batch_date) as marked_since

from marked
left join since
    on
        marked.programme_id = since.programme_id
        and marked.number_as_written = since.number_as_written
"""
