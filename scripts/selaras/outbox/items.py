"""What the warehouse asks of each agency: read here, decided in models/outbox/."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from selaras.outbox.layout import both
from selaras.outbox.words import Item, beside
from selaras.warehouse import rows

# A workbook holds at most so many rows; beyond, there is one for each kecamatan.
MOST_ROWS = 50_000
# In this order the sheets follow one another.
KINDS = ("correction", "double", "departure", "verification", "candidate", "unknown")
# The columns of a workbook as its contract calls them, with what outbox.item tells for each.
COLUMNS = {
    "id_butir": "item_id",
    "peringkat": "item_rank",
    "berkas": "own_file",
    "baris": "line",
    "nomor_daftar": "own_number",
    "nik": "nik",
    "no_kk": "no_kk",
    "nama": "full_name",
    "tgl_lahir": "birth_date",
    "kelurahan": "place",
    "kecamatan": "district_name",
    "program": "programme_id",
    "kolom": "column_name",
    "nilai_sekarang": "current_value",
    "nilai_usulan": "proposed_value",
    "uraian": "says_id",
    "description": "says_en",
    "bukti": "evidence",
    "evidence": "evidence",
    "status_butir": "nullif(follow_up, 'asked')",
    "dasar": "basis",
    "rupiah_per_bulan": "monthly_amount",
    "putusan": "settles",
    "kepastian": "certainty",
    "sidik": "seal",
}
AT_ONCE = 5_000


@dataclass(frozen=True)
class Agency:
    """An agency and what it is called in both languages."""

    agency_id: str
    title_id: str
    title_en: str


@dataclass(frozen=True)
class Count:
    """How much of one kind there is, in rows and rupiah a month, and which columns say anything."""

    kind: str
    rows: int
    monthly_amount: int
    filled: frozenset[str]


@dataclass(frozen=True)
class Part:
    """The rows of one workbook: of all kecamatan, or of one.

    `name` is part of the file name, `title` what people call it.
    """

    name: str
    title: str
    where: str
    counts: tuple[Count, ...]

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.counts)


@dataclass(frozen=True)
class Share:
    """What one agency is asked, in parts of a size that people can open."""

    agency: Agency
    counts: tuple[Count, ...]
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.counts)

    @property
    def monthly_amount(self) -> int:
        return sum(each.monthly_amount for each in self.counts)


def shares(connection: duckdb.DuckDBPyConnection) -> list[Share]:
    """The share of every agency that is asked anything, by its id."""
    found = connection.execute(
        """
        select agency.agency_id, agency.title_id, agency.title_en
        from reference.agency as agency
        where agency.agency_id in (select agency_id from outbox.item)
        order by agency.agency_id
        """
    ).fetchall()
    return [_share(connection, Agency(*each)) for each in found]


def items(
    connection: duckdb.DuckDBPyConnection, agency: Agency, kind: str, where: str
) -> Iterator[Item]:
    """The rows of one kind in the order of their rank."""
    found = connection.cursor().execute(
        f"select {', '.join(Item._fields)} from outbox.item"
        f" where agency_id = ? and kind = ? and {where} order by item_rank",
        [agency.agency_id, kind],
    )
    while batch := found.fetchmany(AT_ONCE):
        yield from map(Item._make, batch)


def reasons(connection: duckdb.DuckDBPyConnection, agency: Agency) -> list[dict]:
    """Why an agency is asked, each reason once: both texts and what it rests on."""
    return rows(
        connection,
        """
        select says_id, says_en, basis
        from outbox.item
        where agency_id = ?
        group by all
        order by all
        """,
        [agency.agency_id],
    )


def _share(connection: duckdb.DuckDBPyConnection, agency: Agency) -> Share:
    """The share of one agency, split where it is too large for one workbook."""
    counts = _counts(connection, agency, "true")
    if sum(each.rows for each in counts) <= MOST_ROWS:
        return Share(agency, counts, (Part("", "", "true", counts),))
    districts = connection.execute(
        "select district_code, max(district_name) from outbox.item where agency_id = ?"
        " group by district_code order by district_code",
        [agency.agency_id],
    ).fetchall()
    parts = []
    for code, title in districts:
        where = f"district_code = '{code}'" if code else "district_code is null"
        parts += _pieces(
            connection, agency, (code or "lain", title or beside(both("no_district"))), where
        )
    return Share(agency, counts, tuple(parts))


def _pieces(
    connection: duckdb.DuckDBPyConnection, agency: Agency, called: tuple[str, str], where: str
) -> list[Part]:
    """A kecamatan as one part, or as several where even it is too large."""
    counts = _counts(connection, agency, where)
    if sum(each.rows for each in counts) <= MOST_ROWS:
        return [Part(*called, where, counts)]
    many = -(-max(each.rows for each in counts) * len(counts) // MOST_ROWS)
    found = []
    for number in range(many):
        piece = f"{where} and (item_rank - 1) % {many} = {number}"
        numbered = (f"{called[0]}_{number + 1}", f"{called[1]} ({number + 1})")
        found.append(Part(*numbered, piece, _counts(connection, agency, piece)))
    return [part for part in found if part.rows]


def _counts(connection: duckdb.DuckDBPyConnection, agency: Agency, where: str) -> tuple[Count, ...]:
    """How much of each kind there is."""
    filled = ", ".join(f"count({column}) > 0" for column in COLUMNS.values())
    found = connection.execute(
        f"select kind, count(*), coalesce(sum(monthly_amount), 0), {filled} from outbox.item"
        f" where agency_id = ? and {where} group by kind",
        [agency.agency_id],
    ).fetchall()
    counts = {
        kind: Count(
            kind,
            number,
            int(amount),
            frozenset(name for name, is_filled in zip(COLUMNS, told, strict=True) if is_filled),
        )
        for kind, number, amount, *told in found
    }
    return tuple(counts[kind] for kind in KINDS if kind in counts)
