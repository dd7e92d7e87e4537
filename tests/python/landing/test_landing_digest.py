"""What a landed row says is told by one digest, and the list of fields covers the contract."""

import csv

from landing_desk import PKD, PKD_HEADER, Desk, pkd_row

from selaras.lists import layouts
from selaras.workspace import PROJECT


def test_equal_rows_have_equal_digests_in_every_drop_and_order_of_columns(desk: Desk) -> None:
    desk.put(PKD, f"{PKD_HEADER}\n{pkd_row(1)}\n{pkd_row(2, 'TONO')}\n", "2025-10-17")
    titles, cells = PKD_HEADER.split(";"), pkd_row(1).split(";")
    turned = [";".join(reversed(row)) for row in (titles, cells)]
    desk.put(PKD, "\n".join([*turned, ""]), "2025-10-24")
    desk.land()
    first = dict(desk.rows("dinsos/pkd", "batch_date || nama, content_digest"))
    assert first["2025-10-17SITI AMINAH"] == first["2025-10-24SITI AMINAH"]
    assert first["2025-10-17SITI AMINAH"] != first["2025-10-17TONO"]


def test_a_value_in_the_next_column_makes_another_digest(desk: Desk) -> None:
    place_and_month = "GAMBIR;2025-10"
    rows = [pkd_row().replace(place_and_month, cells) for cells in ("GAMBIR;", ";GAMBIR")]
    desk.pkd(*rows)
    desk.land()
    assert len(set(desk.rows("dinsos/pkd", "content_digest"))) == 2


def test_the_list_of_fields_names_every_column_but_running_numbers() -> None:
    with (PROJECT / "seeds/generated/source_field.csv").open(encoding="utf-8", newline="") as lines:
        fields = {
            (row["source"], row["table_name"], row["column_name"]): row["field"]
            for row in csv.DictReader(lines)
        }
    contract = {
        (layout.source, layout.table, column.name): column.is_running_number
        for layout in layouts()
        for column in layout.columns
    }
    assert fields.keys() == contract.keys()
    assert all(bool(fields[column]) != contract[column] for column in contract)
