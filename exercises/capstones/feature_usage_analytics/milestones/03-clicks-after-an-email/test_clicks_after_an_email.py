import tracemalloc
from datetime import UTC, datetime, timedelta
from itertools import islice

from feature_usage_analytics.emails import Campaign, EmailClicks
from feature_usage_analytics.events import Event
from feature_usage_analytics.order import InOrder

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def at(minute, user="mei", kind="feature", name="basket"):
    """An event so many minutes after nine."""
    return Event(NINE + timedelta(minutes=minute), user, kind, name)


def in_order(events, lateness=10):
    return InOrder(events, timedelta(minutes=lateness))


def minutes(events):
    return [(event.when - NINE) // timedelta(minutes=1) for event in events]


def clicks(events, window=30):
    """The campaigns after these events."""
    counter = EmailClicks(timedelta(minutes=window))
    for event in events:
        counter.add(event)
    return counter.campaigns()


def email(minute, user="mei", name="sale"):
    return at(minute, user, "email", name)


def click(minute, user="mei", name="sale"):
    return at(minute, user, "click", name)


def peak_memory(function):
    """The bytes that are held at most while the function runs."""
    tracemalloc.start()
    try:
        function()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_late_events_come_back_into_their_place():
    ordered = in_order([at(0), at(8), at(3), at(12), at(5), at(11)])
    assert minutes(ordered) == [0, 3, 5, 8, 11, 12]
    assert ordered.too_late == 0


def test_no_events_are_no_problem():
    assert list(in_order([])) == []


def test_exactly_the_lateness_is_in_time():
    ordered = in_order([at(0), at(20), at(10), at(40)])
    assert minutes(ordered) == [0, 10, 20, 40]
    assert ordered.too_late == 0


def test_what_comes_later_than_that_is_left_out_and_counted():
    ordered = in_order([at(20), at(9), at(21), at(0), at(13)])
    assert minutes(ordered) == [13, 20, 21]
    assert ordered.too_late == 2


def test_a_late_event_does_not_turn_the_clock_back():
    ordered = in_order([at(20), at(12), at(9)])
    assert minutes(ordered) == [12, 20]
    assert ordered.too_late == 1


def test_the_lateness_can_be_chosen():
    ordered = in_order([at(20), at(17), at(16)], lateness=3)
    assert minutes(ordered) == [17, 20]
    assert ordered.too_late == 1


def test_events_of_the_same_time_stay_as_they_came():
    ordered = in_order([at(5, "tomas"), at(0, "mei"), at(0, "jonas"), at(0, "amira")])
    assert [event.user for event in ordered] == ["mei", "jonas", "amira", "tomas"]


def test_an_event_is_handed_out_when_nothing_older_can_come():
    taken = []

    def stream():
        for minute in range(1_000):
            taken.append(minute)
            yield at(minute)

    assert minutes(islice(in_order(stream()), 3)) == [0, 1, 2]
    assert 11 <= len(taken) <= 15


def test_an_event_is_held_back_as_long_as_an_older_one_can_come():
    assert minutes(islice(in_order([at(5), at(14), at(4), at(30)]), 2)) == [4, 5]


def test_a_longer_log_needs_no_more_memory():
    def run(events):
        for _ in in_order(at(number / 10) for number in range(events)):
            pass

    assert 0 < peak_memory(lambda: run(600)) < 2 * peak_memory(lambda: run(200))


def test_a_click_soon_after_the_email_counts():
    assert clicks([email(0), email(1, "jonas"), click(20)]) == [Campaign("sale", 2, 1)]


def test_no_events_have_no_campaigns():
    assert clicks([]) == []


def test_the_end_of_the_window_counts_and_a_moment_later_does_not():
    assert clicks([email(0), click(30)]) == [Campaign("sale", 1, 1)]
    assert clicks([email(0), click(30.1)]) == [Campaign("sale", 1, 0)]
    assert clicks([email(0), click(9)], window=9) == [Campaign("sale", 1, 1)]
    assert clicks([email(0), click(9)], window=8) == [Campaign("sale", 1, 0)]


def test_a_click_belongs_to_its_user_and_its_campaign():
    events = [email(0), click(5, "jonas"), email(6, name="news"), click(7, name="news")]
    assert set(clicks(events)) == {Campaign("sale", 1, 0), Campaign("news", 1, 1)}


def test_a_user_may_have_emails_of_several_campaigns_at_once():
    both = [email(0), email(1, name="news")]
    assert clicks([*both, click(2)]) == [Campaign("news", 1, 0), Campaign("sale", 1, 1)]
    twice = [*both, click(2, name="news"), click(3)]
    assert clicks(twice) == [Campaign("news", 1, 1), Campaign("sale", 1, 1)]


def test_campaigns_stand_by_name():
    events = [email(0, name="sale"), email(1, name="gifts"), email(2, name="news")]
    assert [campaign.name for campaign in clicks(events)] == ["gifts", "news", "sale"]


def test_an_email_counts_once():
    assert clicks([email(0), click(5), click(6)]) == [Campaign("sale", 1, 1)]


def test_a_click_without_an_email_does_not_appear():
    assert clicks([click(0), email(1, name="news"), click(2)]) == [Campaign("news", 1, 0)]


def test_a_use_of_a_feature_is_no_click():
    assert clicks([email(0), at(5, name="sale")]) == [Campaign("sale", 1, 0)]


def test_a_second_email_takes_the_place_of_the_first():
    assert clicks([email(0), email(20), click(40), click(41)]) == [Campaign("sale", 2, 1)]
    late = [email(0), email(5, "jonas"), email(20), click(40, "jonas")]
    assert clicks(late) == [Campaign("sale", 3, 0)]


def test_clicks_are_found_although_the_email_comes_late():
    events = [at(0), click(5), email(2), at(60)]
    assert clicks(in_order(events)) == [Campaign("sale", 1, 1)]


def test_emails_that_are_over_need_no_memory():
    def run(emails):
        clicks(email(number / 4, f"user-{number}") for number in range(emails))

    assert 0 < peak_memory(lambda: run(600)) < 2 * peak_memory(lambda: run(200))
