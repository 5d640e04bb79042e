from retry_delays import retry_delays


def test_each_wait_is_twice_the_one_before():
    assert retry_delays(1, 10) == [1, 2, 4, 8]


def test_starts_with_the_first_wait():
    assert retry_delays(5, 25) == [5, 10, 20]


def test_the_longest_wait_is_allowed():
    assert retry_delays(3, 12) == [3, 6, 12]


def test_nothing_longer_than_the_longest():
    assert retry_delays(3, 11) == [3, 6]


def test_only_one_wait_fits():
    assert retry_delays(2, 2) == [2]


def test_the_first_is_too_long_already():
    assert retry_delays(5, 4) == []


def test_there_may_be_many_waits():
    waits = retry_delays(1, 5000)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]
