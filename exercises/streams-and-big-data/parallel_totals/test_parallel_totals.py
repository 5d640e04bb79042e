import threading

import pytest

from parallel_totals import parallel_totals

WEIGHTS = {"Porto": [5000, 2300], "Faro": [1200], "Braga": []}


def test_adds_up_each_warehouse():
    assert parallel_totals(["Porto", "Faro"], WEIGHTS.get) == {"Porto": 7300, "Faro": 1200}


def test_an_empty_warehouse_has_a_total_of_zero():
    assert parallel_totals(["Braga"], WEIGHTS.get) == {"Braga": 0}


def test_no_warehouses():
    assert parallel_totals([], WEIGHTS.get) == {}


def test_asks_four_at_the_same_time():
    meeting = threading.Barrier(4)

    def ask(name):
        meeting.wait(timeout=0.5)  # goes on only when four are under way
        return [len(name)]

    assert parallel_totals(["a", "bb", "ccc", "dddd"], ask) == {"a": 1, "bb": 2, "ccc": 3, "dddd": 4}


def most_at_once(workers, count):
    """How many calls of `ask` are under way at the same time, at most."""
    inside, peak, lock, never = 0, 0, threading.Lock(), threading.Event()

    def ask(name):
        nonlocal inside, peak
        with lock:
            inside += 1
            peak = max(peak, inside)
        never.wait(0.03)
        with lock:
            inside -= 1
        return [1]

    parallel_totals([f"W-{number}" for number in range(count)], ask, workers=workers)
    return peak


def test_never_asks_more_than_workers_at_a_time():
    assert most_at_once(workers=2, count=6) <= 2


def test_one_worker_asks_one_after_the_other():
    assert most_at_once(workers=1, count=3) == 1


def test_never_asks_more_than_four_unless_told():
    most, inside, lock, never = [], [], threading.Lock(), threading.Event()

    def ask(name):
        with lock:
            inside.append(name)
            most.append(len(inside))
        never.wait(0.03)
        with lock:
            inside.remove(name)
        return [1]

    assert len(parallel_totals([f"W-{number}" for number in range(6)], ask)) == 6
    assert max(most) <= 4


def test_the_order_of_the_names_stays():
    faro_answered = threading.Event()

    def ask(name):
        if name == "Porto":
            faro_answered.wait(timeout=0.5)
        else:
            faro_answered.set()
        return WEIGHTS[name]

    totals = parallel_totals(["Porto", "Faro"], ask)
    assert list(totals.items()) == [("Porto", 7300), ("Faro", 1200)]


def test_a_warehouse_out_of_reach_is_none_and_the_others_count():
    def ask(name):
        if name == "Faro":
            raise ConnectionError("no answer from Faro")
        return WEIGHTS[name]

    assert parallel_totals(["Faro", "Porto"], ask) == {"Faro": None, "Porto": 7300}


@pytest.mark.parametrize("error", [KeyError, ValueError, TypeError, FileNotFoundError, TimeoutError])
def test_other_errors_are_passed_on(error):
    def ask(name):
        if name == "Lisbon":
            raise error("a bug")
        return WEIGHTS[name]

    with pytest.raises(error):
        parallel_totals(["Porto", "Lisbon"], ask)


def test_each_warehouse_is_asked_once():
    asked = []

    def ask(name):
        asked.append(name)
        if name == "Faro":
            raise ConnectionError("no answer from Faro")
        return WEIGHTS[name]

    parallel_totals(["Porto", "Faro", "Braga"], ask)
    assert sorted(asked) == ["Braga", "Faro", "Porto"]


def test_no_thread_is_left():
    before = set(threading.enumerate())
    parallel_totals(["Porto", "Faro"], WEIGHTS.get)
    assert set(threading.enumerate()) <= before


def test_twenty_warehouses_are_all_in_the_result():
    names = [f"warehouse {number}" for number in range(20)]
    assert parallel_totals(names, lambda name: [300, 200]) == dict.fromkeys(names, 500)
