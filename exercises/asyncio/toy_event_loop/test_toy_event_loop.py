import pytest
from toy_event_loop import run


def wait(*pauses, result=None):
    """A task that waits several times and then returns its result."""
    yield from pauses
    return result


def steps(log, name, *pauses):
    """A task that notes each of its steps."""
    for number, pause in enumerate(pauses, start=1):
        log.append(f"{name}{number}")
        yield pause
    log.append(f"{name} ends")


def in_order(ended):
    """Names, times and results in the order of the dictionary."""
    assert isinstance(ended, dict)
    return [(name, *pair) for name, pair in ended.items()]


def test_no_tasks_give_an_empty_result():
    ended = run({})
    assert isinstance(ended, dict)
    assert ended == {}


def test_one_task_ends_after_its_wait():
    assert run({"a": wait(5)}) == {"a": (5, None)}


def test_a_task_that_never_waits_ends_at_once():
    assert run({"a": wait(result="done")}) == {"a": (0, "done")}


def test_the_result_of_a_task_is_kept():
    assert run({"a": wait(1, result="late"), "b": wait(2, result=7)}) == {"a": (1, "late"), "b": (2, 7)}


@pytest.mark.parametrize("result", [0, "", False, []])
def test_an_empty_result_is_a_result(result):
    assert run({"a": wait(1, result=result)}) == {"a": (1, result)}


def test_waits_overlap():
    assert run({"a": wait(5), "b": wait(5), "c": wait(5)}) == {
        "a": (5, None),
        "b": (5, None),
        "c": (5, None),
    }


def test_the_waits_of_one_task_add_up():
    assert run({"a": wait(1, 2, 3)}) == {"a": (6, None)}


def test_who_ends_first_comes_first():
    assert in_order(run({"a": wait(5), "b": wait(2)})) == [("b", 2, None), ("a", 5, None)]


def test_tasks_take_turns():
    log = []
    run({"a": steps(log, "a", 0, 0), "b": steps(log, "b", 0, 0)})
    assert log == ["a1", "b1", "a2", "b2", "a ends", "b ends"]


def test_a_shorter_wait_comes_back_earlier():
    log = []
    run({"a": steps(log, "a", 3), "b": steps(log, "b", 1, 1)})
    assert log == ["a1", "b1", "b2", "b ends", "a ends"]


def test_in_a_draw_the_one_that_gave_way_first_goes_first():
    log = []
    run({"a": steps(log, "a", 1, 2), "b": steps(log, "b", 3)})
    assert log == ["a1", "b1", "a2", "b ends", "a ends"]


def test_a_draw_between_late_starters_is_settled_the_same_way():
    ended = run({"z": wait(2), "a": wait(2), "m": wait(1, 1)})
    assert in_order(ended) == [("z", 2, None), ("a", 2, None), ("m", 2, None)]


def test_nobody_waits_for_a_task_that_gives_way_again_and_again():
    log = []
    run({"a": steps(log, "a", 0, 0, 0), "b": steps(log, "b", 1)})
    assert log == ["a1", "b1", "a2", "a3", "a ends", "b ends"]


def test_parts_of_a_second_count():
    ended = run({"a": wait(0.5), "b": wait(0.25)})
    assert in_order(ended) == [("b", 0.25, None), ("a", 0.5, None)]


@pytest.mark.parametrize("problem", [LookupError, RuntimeError, OSError])
def test_what_a_task_raises_comes_out(problem):
    def broken():
        yield 1
        raise problem("no such parcel")

    with pytest.raises(problem, match="no such parcel"):
        run({"a": broken(), "b": wait(5)})


def test_twenty_tasks_have_twenty_results():
    tasks = {f"task {number}": wait(number, result=number) for number in range(20)}
    assert run(tasks) == {f"task {number}": (number, number) for number in range(20)}
