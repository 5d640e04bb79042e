import pytest
from stopwatch import stopwatch


def clock_of(*moments):
    """Return a clock that tells these moments, one after the other."""
    left = list(moments)
    return lambda: left.pop(0)


def test_notes_the_seconds_of_a_block():
    times = {}
    with stopwatch("labels", times, clock_of(10, 15)):
        pass
    assert times == {"labels": 5}


def test_looks_at_the_clock_before_the_block():
    seen = []
    with stopwatch("labels", {}, lambda: seen.append("clock") or 1.0):
        seen.append("block")
    assert seen == ["clock", "block", "clock"]


def test_nothing_is_noted_before_the_block_has_ended():
    times = {}
    with stopwatch("labels", times, clock_of(10, 15)):
        assert times == {}


def test_time_of_the_same_name_adds_up():
    times = {}
    clock = clock_of(10, 15, 20, 22)
    for _ in range(2):
        with stopwatch("labels", times, clock):
            pass
    assert times == {"labels": 7}


def test_other_names_keep_their_time():
    times = {"pack": 3}
    with stopwatch("labels", times, clock_of(1, 2)):
        pass
    assert times == {"pack": 3, "labels": 1}


def test_a_block_inside_another_counts_for_both():
    times = {}
    clock = clock_of(0, 2, 5, 9)
    with stopwatch("night", times, clock), stopwatch("labels", times, clock):
        pass
    assert times == {"labels": 3, "night": 9}


def test_a_block_inside_another_of_the_same_name_adds_up_too():
    times = {}
    clock = clock_of(0, 2, 5, 9)
    with stopwatch("labels", times, clock), stopwatch("labels", times, clock):
        pass
    assert times == {"labels": 12}


def test_counts_a_block_that_ends_in_an_exception():
    times = {"labels": 3}
    with pytest.raises(ValueError, match="no paper"):
        with stopwatch("labels", times, clock_of(10, 14)):
            raise ValueError("no paper")
    assert times == {"labels": 7}


def test_uses_the_clock_of_python_when_none_is_given():
    times = {}
    with stopwatch("labels", times):
        pass
    assert type(times["labels"]) is float


def test_keeps_parts_of_a_second():
    times = {}
    with stopwatch("labels", times, clock_of(1.0, 1.125)):
        pass
    assert times == {"labels": 0.125}


def test_a_stopwatch_that_was_made_earlier_starts_with_its_block():
    seen = []
    watch = stopwatch("labels", {}, lambda: seen.append("clock") or 1.0)
    seen.append("ready")
    with watch:
        seen.append("block")
    assert seen == ["ready", "clock", "block", "clock"]


@pytest.mark.parametrize("error", [KeyError, RuntimeError, KeyboardInterrupt])
def test_counts_a_block_whatever_exception_ends_it(error):
    times = {}
    with pytest.raises(error):
        with stopwatch("labels", times, clock_of(10, 14)):
            raise error("stopped")
    assert times == {"labels": 4}


def test_a_block_that_takes_no_time_has_an_entry():
    times = {}
    with stopwatch("labels", times, clock_of(10, 10)):
        pass
    assert times == {"labels": 0}
