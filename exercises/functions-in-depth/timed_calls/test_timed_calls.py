import inspect
import time

import pytest
from timed_calls import timed_calls


class Clock:
    """A clock that stands still until it is told to move on."""

    def __init__(self):
        self.now = 100
        self.readings = 0

    def __call__(self):
        self.readings += 1
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pack(clock):
    def pack(sku, minutes=1):
        """Pack one product; it takes its minutes."""
        clock.now += minutes * 60
        return f"{sku} packed"

    return timed_calls(pack, clock)


def noted(function):
    """The seconds hanging on a function, as a list."""
    return list(getattr(function, "seconds", ["no seconds"]))


def test_nothing_is_noted_before_the_first_call(pack):
    pack_seconds = noted(pack)
    assert pack_seconds == []


def test_the_result_passes_through(pack):
    assert pack("TEA-01") == "TEA-01 packed"


def test_a_call_is_noted_with_its_seconds(pack):
    pack("TEA-01")
    pack_seconds = noted(pack)
    assert pack_seconds == [60]


def test_named_arguments_pass_through(pack):
    assert pack(minutes=3, sku="MUG-02") == "MUG-02 packed"
    pack_seconds = noted(pack)
    assert pack_seconds == [180]


def test_every_call_is_noted_in_order(pack):
    pack("TEA-01")
    pack("MUG-02", 2)
    pack("PEN-05", 0)
    pack_seconds = noted(pack)
    assert pack_seconds == [60, 120, 0]


def test_seconds_are_noted_exactly(pack):
    pack("TEA-01", 0.0000012345)
    pack_seconds = noted(pack)
    assert pack_seconds == [pytest.approx(0.00007407, abs=1e-9)]


def test_the_clock_is_read_twice_for_each_call(pack, clock):
    pack("TEA-01")
    pack("TEA-01")
    readings_of_the_clock = clock.readings
    assert readings_of_the_clock == 4


def test_name_and_docstring_stay(pack):
    assert pack.__name__ == "pack"
    assert pack.__doc__ == "Pack one product; it takes its minutes."
    pack_seconds = noted(pack)
    assert pack_seconds == []


def test_each_function_has_a_list_of_its_own(clock):
    first = timed_calls(len, clock)
    second = timed_calls(len, clock)
    assert first("tea") == 3
    first_seconds = noted(first)
    assert first_seconds == [0]
    second_seconds = noted(second)
    assert second_seconds == []


def test_works_as_a_decorator_with_the_real_clock():
    @timed_calls
    def double(n):
        return n * 2

    assert double(21) == 42
    double_seconds = noted(double)
    assert len(double_seconds) == 1
    assert isinstance(double_seconds[0], float)


def test_the_function_is_called_once_for_each_call(clock):
    packed = []
    pack = timed_calls(packed.append, clock)
    pack("TEA-01")
    pack("MUG-02")
    assert packed == ["TEA-01", "MUG-02"]


def test_left_out_the_clock_is_perf_counter():
    clock = inspect.signature(timed_calls).parameters["clock"].default
    assert clock is None or clock is time.perf_counter  # with None, it is chosen later
