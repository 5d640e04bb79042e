import tracemalloc

from clicks_after_email import clicks_after_email


def generated_log(count):
    """One e-mail a minute, each to another user; every fourth user clicks ten minutes later."""
    for minute in range(count):
        yield minute, "email", f"user-{minute}"
        if minute % 4 == 2 and minute >= 10:
            yield minute, "click", f"user-{minute - 10}"


def peak_memory(events):
    """The bytes that are held at most while the events go by."""
    tracemalloc.start()
    try:
        clicks_after_email(events)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_click_soon_after_the_email_counts():
    assert clicks_after_email([(0, "email", "mei"), (20, "click", "mei")]) == (1, 1)


def test_counts_emails_without_a_click():
    events = [
        (0, "email", "mei"),
        (5, "email", "jonas"),
        (20, "click", "mei"),
        (50, "click", "jonas"),
    ]
    assert clicks_after_email(events) == (2, 1)


def test_no_events():
    assert clicks_after_email([]) == (0, 0)


def test_the_last_minute_of_the_window_counts():
    assert clicks_after_email([(0, "email", "mei"), (30, "click", "mei")]) == (1, 1)


def test_a_minute_after_the_window_is_too_late():
    assert clicks_after_email([(0, "email", "mei"), (31, "click", "mei")]) == (1, 0)


def test_a_click_in_the_same_minute_counts():
    assert clicks_after_email([(0, "email", "mei"), (0, "click", "mei")]) == (1, 1)


def test_the_window_can_be_chosen():
    events = [(0, "email", "mei"), (9, "click", "mei")]
    assert clicks_after_email(events, window=5) == (1, 0)
    assert clicks_after_email(events, window=9) == (1, 1)


def test_a_click_of_somebody_else_does_not_count():
    assert clicks_after_email([(0, "email", "mei"), (5, "click", "jonas")]) == (1, 0)


def test_a_click_before_the_email_does_not_count():
    assert clicks_after_email([(0, "click", "mei"), (5, "email", "mei")]) == (1, 0)


def test_other_events_do_not_matter():
    assert clicks_after_email(
        [(0, "email", "mei"), (5, "visit", "mei"), (6, "visit", "jonas")]
    ) == (1, 0)


def test_an_email_counts_once():
    events = [(0, "email", "mei"), (5, "click", "mei"), (6, "click", "mei")]
    assert clicks_after_email(events) == (1, 1)


def test_a_click_counts_for_the_last_email_only():
    events = [(0, "email", "mei"), (10, "email", "mei"), (15, "click", "mei"), (16, "click", "mei")]
    assert clicks_after_email(events) == (2, 1)


def test_each_of_two_emails_can_have_its_click():
    events = [(0, "email", "mei"), (5, "click", "mei"), (10, "email", "mei"), (15, "click", "mei")]
    assert clicks_after_email(events) == (2, 2)


def test_a_second_email_starts_a_new_window():
    assert clicks_after_email(
        [(0, "email", "mei"), (20, "email", "mei"), (40, "click", "mei")]
    ) == (2, 1)


def test_a_second_email_starts_no_window_for_others():
    events = [
        (0, "email", "amira"),
        (5, "email", "jonas"),
        (20, "email", "amira"),
        (40, "click", "jonas"),
    ]
    assert clicks_after_email(events) == (3, 0)


def test_several_emails_can_run_out_at_once():
    events = [
        (0, "email", "mei"),
        (1, "email", "jonas"),
        (90, "click", "mei"),
        (90, "click", "jonas"),
    ]
    assert clicks_after_email(events) == (2, 0)


def test_takes_a_stream():
    assert clicks_after_email(generated_log(100)) == (100, 23)


def test_a_long_log_needs_no_more_memory_than_a_short_one():
    assert 0 < peak_memory(generated_log(8_000)) < 100_000
