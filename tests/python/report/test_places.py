"""The map of kecamatan, and what a province has whose kecamatan nobody has placed on one."""

from types import SimpleNamespace

import pytest

from selaras.report.places import tile_map
from selaras.report.speech import Speech


def published(district: str) -> SimpleNamespace:
    """A publication of one kecamatan."""
    row = {
        "district_code": district,
        "district_name": "Mutiara Hulu",
        "city_name": "Kabupaten Mutiara",
        "family_count": 40,
        "recipient_family_count": 20,
        "several_programme_family_count": 10,
        "several_programme_share": 0.25,
        "is_shown": True,
    }
    return SimpleNamespace(figures={"district": SimpleNamespace(rows=[row])})


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_a_place_on_the_map_the_table_is_open_and_no_map_is_told(language: str) -> None:
    card = tile_map(published("790101"), Speech(language))
    assert (card.body, card.is_open) == ("", True)
    assert card.lead == Speech(language)("lead_district_table")


def test_with_a_place_the_map_is_drawn_and_the_table_is_closed() -> None:
    card = tile_map(published("317101"), Speech("en"))
    assert card.body.count('<li class="tile ') == 1
    assert not card.is_open
