import tracemalloc
from datetime import date, timedelta

from feature_usage import feature_usage

FEATURES = ["basket", "search", "help", "albums", "tracking", "coupons", "reviews", "gifts"]


def generated_log(days):
    """The lines of a log of that many days, one by one: 16 uses a day, each by another user."""
    for number in range(days):
        day = date(2026, 1, 1) + timedelta(days=number)
        for use in range(16):
            yield f"{day},user-{number}-{use},{FEATURES[use % 8]}\n"


def peak_memory(log):
    """The bytes that are held at most while a log goes by."""
    tracemalloc.start()
    try:
        for _ in feature_usage(log):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_counts_the_uses_of_a_day():
    log = ["2026-03-01,mei,basket\n", "2026-03-01,jonas,search\n", "2026-03-01,jonas,basket\n"]
    assert list(feature_usage(log)) == [("2026-03-01", {"basket": 2, "search": 1})]


def test_a_user_who_uses_a_feature_twice_counts_twice():
    log = ["2026-03-01,mei,basket\n", "2026-03-01,mei,basket\n"]
    assert list(feature_usage(log)) == [("2026-03-01", {"basket": 2})]


def test_each_day_is_counted_on_its_own():
    log = ["2026-03-01,mei,basket\n", "2026-03-02,mei,basket\n", "2026-03-03,mei,search\n"]
    assert list(feature_usage(log)) == [
        ("2026-03-01", {"basket": 1}),
        ("2026-03-02", {"basket": 1}),
        ("2026-03-03", {"search": 1}),
    ]


def test_an_empty_log_has_no_days():
    assert list(feature_usage([])) == []


def test_a_log_of_bad_lines_has_no_days():
    assert list(feature_usage(["\n", "2026-03-01,mei\n"])) == []


def test_skips_lines_that_were_cut_off():
    log = ["2026-03-01,mei,basket\n", "2026-03-01,jonas\n", "2026-03-01,jonas,search\n"]
    assert list(feature_usage(log)) == [("2026-03-01", {"basket": 1, "search": 1})]


def test_skips_lines_with_too_many_parts():
    assert list(feature_usage(["2026-03-01,mei,basket,x\n", "2026-03-01,mei,help\n"])) == [
        ("2026-03-01", {"help": 1})
    ]


def test_a_day_is_handed_out_when_the_next_one_begins():
    taken = []

    def log():
        for day in ["2026-03-01", "2026-03-02", "2026-03-03"]:
            taken.append(day)
            yield f"{day},mei,basket\n"

    usage = feature_usage(log())
    assert next(usage) == ("2026-03-01", {"basket": 1})
    assert taken == ["2026-03-01", "2026-03-02"]


def test_a_dictionary_does_not_change_afterwards():
    usage = feature_usage(["2026-03-01,mei,basket\n", "2026-03-02,mei,search\n"])
    _, first = next(usage)
    next(usage)
    assert first == {"basket": 1}


def test_counts_every_use_of_a_long_log():
    assert sum(uses["gifts"] for _, uses in feature_usage(generated_log(50))) == 100


def test_400_days_need_no_more_memory_than_a_few():
    assert 0 < peak_memory(generated_log(400)) < 50_000


def test_a_day_of_many_users_needs_no_more_memory_than_a_quiet_one():
    busy = (f"2026-03-01,user-{number},basket\n" for number in range(3_000))
    assert 0 < peak_memory(busy) < 50_000


def test_a_line_that_is_skipped_does_not_end_the_day():
    log = ["2026-03-01,mei,basket\n", "2026-0\n", "\n", "2026-03-01,jonas,basket\n"]
    assert list(feature_usage(log)) == [("2026-03-01", {"basket": 2})]


def test_a_user_may_be_empty():
    assert list(feature_usage(["2026-03-01,,basket\n"])) == [("2026-03-01", {"basket": 1})]


def test_the_last_line_may_have_no_line_ending():
    log = ["2026-03-01,mei,basket\n", "2026-03-01,jonas,basket"]
    assert list(feature_usage(log)) == [("2026-03-01", {"basket": 2})]
