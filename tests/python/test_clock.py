"""The clock is that of the province, whatever the clock of the machine."""

from datetime import UTC, datetime, timedelta

import pytest

from selaras import clock


@pytest.mark.parametrize(("zone", "ahead"), [("Asia/Makassar", 8), ("Asia/Jayapura", 9)])
def test_the_time_is_that_of_the_zone_in_the_configuration(
    zone: str, ahead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "project_vars", lambda _: {"time_zone": zone})
    expected = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=ahead)
    assert timedelta() <= clock.now() - expected < timedelta(minutes=1)
    assert clock.today() in (expected.date(), clock.now().date())
