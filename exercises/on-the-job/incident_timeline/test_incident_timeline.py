from incident_timeline import incident_timeline

START = "2026-03-02T09:00:00+00:00"
END = "2026-03-02T10:00:00+00:00"


def test_one_line():
    logs = {"shop": ["2026-03-02T09:04:30+00:00 release 2.10.0 started"]}
    assert incident_timeline(logs, START, END) == ["09:04:30 shop: release 2.10.0 started"]


def test_the_words_stay_as_they_are():
    logs = {"post": ["2026-03-02T09:04:30+00:00 label:  A 17   is torn"]}
    assert incident_timeline(logs, START, END) == ["09:04:30 post: label:  A 17   is torn"]


def test_the_clock_is_utc():
    logs = {"shop": ["2026-03-02T10:04:30+01:00 started"]}
    assert incident_timeline(logs, START, END) == ["09:04:30 shop: started"]


def test_two_logs_are_put_in_order_of_the_moments():
    logs = {
        "payment": ["2026-03-02T09:05:10+00:00 failed"],
        "shop": ["2026-03-02T10:04:30+01:00 started"],
    }
    assert incident_timeline(logs, START, END) == ["09:04:30 shop: started", "09:05:10 payment: failed"]


def test_lines_of_one_log_are_put_in_order_too():
    logs = {"post": ["2026-03-02T09:07:00+00:00 later", "2026-03-02T09:06:00+00:00 sooner"]}
    assert incident_timeline(logs, START, END) == ["09:06:00 post: sooner", "09:07:00 post: later"]


def test_at_the_same_moment_the_order_of_the_logs_stays():
    logs = {
        "shop": ["2026-03-02T09:04:30+00:00 z comes first", "2026-03-02T09:04:30+00:00 a comes second"],
        "payment": ["2026-03-02T09:04:30+00:00 a comes third"],
    }
    assert incident_timeline(logs, START, END) == [
        "09:04:30 shop: z comes first",
        "09:04:30 shop: a comes second",
        "09:04:30 payment: a comes third",
    ]


def test_the_start_and_the_end_are_included():
    logs = {"shop": ["2026-03-02T09:00:00+00:00 first", "2026-03-02T10:00:00+00:00 last"]}
    assert incident_timeline(logs, START, END) == ["09:00:00 shop: first", "10:00:00 shop: last"]


def test_a_second_before_and_a_second_after_are_left_out():
    logs = {"shop": ["2026-03-02T08:59:59+00:00 before", "2026-03-02T10:00:01+00:00 after"]}
    assert incident_timeline(logs, START, END) == []


def test_start_and_end_may_be_on_another_clock():
    logs = {"shop": ["2026-03-02T09:30:00+00:00 started"]}
    lines = incident_timeline(logs, "2026-03-02T10:15:00+01:00", "2026-03-02T10:45:00+01:00")
    assert lines == ["09:30:00 shop: started"]


def test_lines_that_do_not_begin_with_a_moment_are_left_out():
    logs = {
        "payment": [
            "2026-03-02T09:05:10+00:00 failed",
            "Traceback (most recent call last):",
            '  File "pay.py", line 31, in charge',
            "",
            "2026-03-05 is the day of the next check",
            "2026-03-02T09:05:12+00:00 gave up",
        ]
    }
    assert incident_timeline(logs, START, END) == ["09:05:10 payment: failed", "09:05:12 payment: gave up"]


def test_repeats_become_one_line_with_the_first_time():
    logs = {
        "payment": [
            "2026-03-02T09:05:10+00:00 failed",
            "2026-03-02T09:05:12+00:00 failed",
            "2026-03-02T09:05:15+00:00 failed",
        ]
    }
    assert incident_timeline(logs, START, END) == ["09:05:10 payment: failed (3 times)"]


def test_two_are_repeats_already():
    logs = {"shop": ["2026-03-02T09:05:10+00:00 failed", "2026-03-02T09:05:12+00:00 failed"]}
    assert incident_timeline(logs, START, END) == ["09:05:10 shop: failed (2 times)"]


def test_a_repeat_with_something_in_between_is_two_lines():
    logs = {
        "payment": ["2026-03-02T09:05:10+00:00 failed", "2026-03-02T09:05:15+00:00 failed"],
        "shop": ["2026-03-02T09:05:12+00:00 closed"],
    }
    assert incident_timeline(logs, START, END) == [
        "09:05:10 payment: failed",
        "09:05:12 shop: closed",
        "09:05:15 payment: failed",
    ]


def test_the_same_words_from_two_sources_are_two_lines():
    logs = {
        "payment": ["2026-03-02T09:05:10+00:00 failed"],
        "shop": ["2026-03-02T09:05:12+00:00 failed"],
    }
    assert incident_timeline(logs, START, END) == ["09:05:10 payment: failed", "09:05:12 shop: failed"]


def test_no_logs_give_no_lines():
    assert incident_timeline({}, START, END) == []


def test_after_midnight_comes_after_before_midnight():
    logs = {"shop": ["2026-03-03T00:10:00+00:00 again", "2026-03-02T23:50:00+00:00 started"]}
    lines = incident_timeline(logs, "2026-03-02T23:00:00+00:00", "2026-03-03T01:00:00+00:00")
    assert lines == ["23:50:00 shop: started", "00:10:00 shop: again"]


def test_repeats_outside_of_the_timeline_do_not_count():
    logs = {
        "payment": [
            "2026-03-02T08:59:59+00:00 failed",
            "2026-03-02T09:00:10+00:00 failed",
            "2026-03-02T09:59:50+00:00 failed",
            "2026-03-02T10:00:01+00:00 failed",
        ]
    }
    assert incident_timeline(logs, START, END) == ["09:00:10 payment: failed (2 times)"]


def test_a_long_incident_is_told_to_its_end():
    minutes = range(30)
    lines = [f"2026-03-02T09:{minute:02}:00+00:00 step {minute}" for minute in minutes]
    timeline = [f"09:{minute:02}:00 shop: step {minute}" for minute in minutes]
    assert incident_timeline({"shop": lines}, START, END) == timeline
