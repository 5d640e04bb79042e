import itertools

from merge_sorted_logs import merge_sorted_logs


def endless(name, taken):
    """A log without an end; notes in `taken` what was read."""
    for number in itertools.count():
        if number == 1000:
            raise AssertionError("this log has no end, and 1000 lines of it were read at once")
        entry = (f"{number:05}", f"{name} {number}")
        taken.append(entry[1])
        yield entry


def test_one_log_alone():
    assert list(merge_sorted_logs([[("09:00", "a"), ("09:01", "b")]])) == [
        ("09:00", ["a"]),
        ("09:01", ["b"]),
    ]


def test_two_logs_become_one_timeline():
    web = [("09:00", "page opened"), ("09:02", "error 500")]
    pay = [("09:01", "retry"), ("09:03", "paid")]
    assert list(merge_sorted_logs([web, pay])) == [
        ("09:00", ["page opened"]),
        ("09:01", ["retry"]),
        ("09:02", ["error 500"]),
        ("09:03", ["paid"]),
    ]


def test_the_same_entry_twice_is_there_twice():
    log = [("09:00", "retry"), ("09:00", "retry")]
    assert list(merge_sorted_logs([log, [("09:00", "retry")]])) == [("09:00", ["retry"] * 3)]


def test_the_same_time_in_two_logs_is_one_group():
    web = [("09:00", "page opened"), ("09:01", "closed")]
    pay = [("09:00", "card declined")]
    assert list(merge_sorted_logs([web, pay])) == [
        ("09:00", ["page opened", "card declined"]),
        ("09:01", ["closed"]),
    ]


def test_within_a_time_the_order_of_the_logs_stays():
    first = [("09:00", "z"), ("09:00", "y")]
    second = [("09:00", "a")]
    assert list(merge_sorted_logs([first, second])) == [("09:00", ["z", "y", "a"])]


def test_no_logs_give_nothing():
    assert list(merge_sorted_logs([])) == []


def test_an_empty_log_does_no_harm():
    assert list(merge_sorted_logs([[], [("09:00", "a")]])) == [("09:00", ["a"])]


def test_groups_stay_as_they_were_handed_out():
    groups = list(merge_sorted_logs([[("09:00", "a"), ("09:01", "b")]]))
    assert [texts for _, texts in groups] == [["a"], ["b"]]


def test_takes_logs_without_an_end():
    timeline = merge_sorted_logs([endless("web", []), endless("pay", [])])
    assert next(timeline) == ("00000", ["web 0", "pay 0"])
    assert next(timeline) == ("00001", ["web 1", "pay 1"])


def test_reads_each_log_only_one_line_ahead():
    web, pay = [], []
    timeline = merge_sorted_logs([endless("web", web), endless("pay", pay)])
    assert web == []
    next(timeline)
    assert web == ["web 0", "web 1"]
    assert pay == ["pay 0", "pay 1"]


def test_three_logs_become_one_timeline():
    logs = [[("09:01", "a"), ("09:02", "b")], [("09:00", "c"), ("09:02", "d")], [("09:02", "e")]]
    assert list(merge_sorted_logs(logs)) == [
        ("09:00", ["c"]),
        ("09:01", ["a"]),
        ("09:02", ["b", "d", "e"]),
    ]


def test_a_log_is_not_read_while_the_other_one_is_behind():
    web, pay = [], []
    late = ((f"1{time}", text) for time, text in endless("pay", pay))
    timeline = merge_sorted_logs([endless("web", web), late])
    next(timeline)
    assert web == ["web 0", "web 1"]
    assert pay == ["pay 0"]


def test_long_logs_are_merged_to_their_end():
    web = [(f"09:{minute:02}", "page opened") for minute in range(30)]
    merged = [(time, [text, text]) for time, text in web]
    assert list(merge_sorted_logs([web, web])) == merged
