from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from arrival_time import arrival_time

BERLIN = ZoneInfo("Europe/Berlin")


def test_is_told_on_the_clock_over_there():
    left = datetime(2026, 3, 2, 14, 30, tzinfo=BERLIN)
    assert arrival_time(left, 9, "America/New_York") == "2026-03-02 17:30"


def test_may_be_on_another_day_over_there():
    left = datetime(2026, 3, 2, 14, 30, tzinfo=BERLIN)
    assert arrival_time(left, 12, "Asia/Tokyo") == "2026-03-03 10:30"


def test_within_one_zone():
    left = datetime(2026, 3, 2, 8, 5, tzinfo=BERLIN)
    assert arrival_time(left, 2, "Europe/Berlin") == "2026-03-02 10:05"


def test_may_leave_by_the_clock_of_utc():
    left = datetime(2026, 3, 2, 13, 30, tzinfo=UTC)
    assert arrival_time(left, 1, "Europe/Berlin") == "2026-03-02 15:30"


def test_half_hours_count():
    left = datetime(2026, 3, 2, 8, 0, tzinfo=BERLIN)
    assert arrival_time(left, 1.5, "Europe/Berlin") == "2026-03-02 09:30"


def test_a_journey_of_0_hours_takes_no_time():
    left = datetime(2026, 3, 2, 8, 0, tzinfo=BERLIN)
    assert arrival_time(left, 0, "Europe/Lisbon") == "2026-03-02 07:00"


def test_all_hours_pass_when_summer_time_begins():
    left = datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN)
    assert arrival_time(left, 24, "Europe/Berlin") == "2026-03-29 13:00"


def test_all_hours_pass_when_summer_time_ends():
    left = datetime(2026, 10, 24, 12, 0, tzinfo=BERLIN)
    assert arrival_time(left, 24, "Europe/Berlin") == "2026-10-25 11:00"


def test_the_jump_at_the_start_counts_for_the_clock_over_there_as_well():
    left = datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN)
    assert arrival_time(left, 24, "Asia/Tokyo") == "2026-03-29 20:00"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError):
        arrival_time(datetime(2026, 3, 2, 14, 30), 9, "America/New_York")
