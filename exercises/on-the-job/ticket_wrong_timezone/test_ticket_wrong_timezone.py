from ticket_wrong_timezone import kept_until, ready_line


def test_the_kiosk_in_berlin_had_the_parcel_at_half_past_two():
    assert ready_line("2026-03-02T13:30:00+00:00", "Europe/Berlin") == "Ready since 02.03. 14:30"


def test_in_summer_berlin_is_two_hours_ahead():
    assert ready_line("2026-07-02T13:30:00+00:00", "Europe/Berlin") == "Ready since 02.07. 15:30"


def test_lisbon_in_winter_stays_as_it_was():
    assert ready_line("2026-03-02T13:30:00+00:00", "Europe/Lisbon") == "Ready since 02.03. 13:30"


def test_an_hour_and_a_minute_below_ten_have_two_digits():
    assert ready_line("2026-12-02T07:05:00+00:00", "Europe/Berlin") == "Ready since 02.12. 08:05"


def test_new_york_is_behind():
    assert ready_line("2026-03-02T03:05:00+00:00", "America/New_York") == "Ready since 01.03. 22:05"


def test_a_scanner_may_write_the_distance_of_its_own_clock():
    assert ready_line("2026-03-02T23:30:00+09:00", "Europe/Berlin") == "Ready since 02.03. 15:30"


def test_mr_sato_can_fetch_his_parcel_on_9_march():
    assert kept_until("2026-03-01T22:10:00+00:00", "Asia/Tokyo") == "09.03."


def test_seven_days_from_a_day_that_is_the_same_everywhere():
    assert kept_until("2026-03-02T12:00:00+00:00", "Europe/Berlin") == "09.03."


def test_the_days_are_counted_on_the_clock_of_the_shop():
    assert kept_until("2026-03-28T22:30:00+00:00", "Europe/Berlin") == "04.04."
