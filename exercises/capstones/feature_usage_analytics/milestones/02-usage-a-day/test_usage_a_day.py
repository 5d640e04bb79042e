import tracemalloc
from datetime import UTC, date, datetime

from feature_usage_analytics.events import Event
from feature_usage_analytics.usage import DayUsage, UniqueUsers, UsageCounter


def use(day, user, feature, hour=9, kind="feature"):
    """An event of March 2026."""
    return Event(datetime(2026, 3, day, hour, tzinfo=UTC), user, kind, feature)


def counted(numbers, limit=1024):
    """The users with these numbers, counted."""
    users = UniqueUsers(limit)
    for number in numbers:
        users.add(f"user-{number}")
    return users


def peak_memory(function):
    """The bytes that are held at most while the function runs."""
    tracemalloc.start()
    try:
        function()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_user_who_comes_again_is_counted_once():
    users = UniqueUsers()
    assert users.count() == 0
    for user in ["mei", "jonas", "mei", "amira", "jonas"]:
        users.add(user)
    assert users.count() == 3
    assert users.exact is True


def test_the_count_is_exact_up_to_the_limit():
    assert counted(range(5), limit=5).exact is True
    assert counted([*range(5), *range(5)], limit=5).count() == 5
    assert counted(range(1024), limit=1024).count() == 1024


def test_beyond_the_limit_it_is_an_estimate():
    assert counted(range(6), limit=5).exact is False
    assert counted(range(1025)).exact is False
    assert isinstance(counted(range(2000)).count(), int)


def test_the_limit_is_1024_when_none_is_given():
    users = UniqueUsers()
    for number in range(1024):
        users.add(f"user-{number}")
    assert users.exact is True
    users.add("mei")
    assert users.exact is False


def test_the_estimate_is_near():
    assert 2_550 <= counted(range(3_000)).count() <= 3_450
    assert 8_500 <= counted(range(10_000)).count() <= 11_500


def test_the_order_of_the_users_does_not_matter():
    forwards, backwards = counted(range(3_000)), counted(range(2_999, -1, -1))
    assert forwards.count() == backwards.count()
    assert forwards.exact is backwards.exact is False


def test_users_who_come_again_do_not_change_the_estimate():
    once, twice = counted(range(3_000)), counted([*range(3_000), *range(3_000)])
    assert once.count() == twice.count() > 2_000


def test_counting_more_users_needs_no_more_memory():
    few = peak_memory(lambda: counted(range(600), limit=300))
    many = peak_memory(lambda: counted(range(3_000), limit=300))
    assert 0 < many < 1.5 * few


def test_uses_and_users_of_a_day():
    counter = UsageCounter()
    for event in [use(2, "mei", "basket"), use(2, "jonas", "search"), use(2, "mei", "basket")]:
        counter.add(event)
    assert counter.days() == [DayUsage(date(2026, 3, 2), {"basket": 2, "search": 1}, 2, True)]


def test_each_day_is_counted_on_its_own():
    counter = UsageCounter()
    counter.add(use(2, "mei", "basket", hour=23))
    counter.add(use(3, "mei", "basket", hour=0))
    counter.add(use(7, "jonas", "help"))
    assert counter.days() == [
        DayUsage(date(2026, 3, 2), {"basket": 1}, 1, True),
        DayUsage(date(2026, 3, 3), {"basket": 1}, 1, True),
        DayUsage(date(2026, 3, 7), {"help": 1}, 1, True),
    ]


def test_emails_and_clicks_are_no_uses():
    counter = UsageCounter()
    counter.add(use(2, "mei", "basket"))
    counter.add(use(2, "jonas", "spring-sale", kind="email"))
    counter.add(use(3, "jonas", "spring-sale", kind="click"))
    assert counter.days() == [DayUsage(date(2026, 3, 2), {"basket": 1}, 1, True)]


def test_asking_in_the_middle_changes_nothing():
    counter = UsageCounter()
    assert counter.days() == []
    counter.add(use(2, "mei", "basket"))
    before = counter.days()
    counter.add(use(2, "jonas", "basket"))
    counter.add(use(3, "jonas", "basket"))
    assert before == [DayUsage(date(2026, 3, 2), {"basket": 1}, 1, True)]
    assert [day.users for day in counter.days()] == [2, 1]


def test_a_day_with_many_users_is_estimated():
    counter = UsageCounter()
    for number in range(2_000):
        counter.add(use(2, f"user-{number}", "search"))
    (day,) = counter.days()
    assert day.features == {"search": 2_000}
    assert day.exact is False
    assert 1_700 <= day.users <= 2_300


def test_days_that_are_over_need_no_memory_for_their_users():
    def count(days):
        counter = UsageCounter()
        for day in range(1, days + 1):
            for number in range(300):
                counter.add(use(day, f"user-{number}", "search"))

    assert 0 < peak_memory(lambda: count(8)) < 2 * peak_memory(lambda: count(2))
