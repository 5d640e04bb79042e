"""A recording as it is walked: where it begins, where it goes wrong, what has changed."""

from __future__ import annotations

from course.tracing.step_words import what_happens
from tests.tracing.conftest import Record
from tests.tracing.steps import happened, steps


def test_the_failing_call_begins_the_recording_and_its_result_ends_it(record: Record) -> None:
    trace = record(
        """\
        from work import double

        def test_double():
            assert double(2) == 4
            assert double(5) == 10
        """,
        """\
        def double(n):
            if n > 3:
                return n
            return n * 2
        """,
    )
    assert trace.call == "double(5)"
    assert [trace.call_at(index) for index in range(len(trace))] == [
        *["double(2)"] * 4,
        *["double(5)"] * 4,
    ]
    assert trace.start == 4
    assert trace[trace.start].event == "call"
    assert trace.failure == len(trace) - 1
    assert trace[-1].event == "return"
    assert trace[-1].value == "5"


def test_an_exception_is_found_where_it_was_raised(record: Record) -> None:
    trace = record(
        """\
        from work import outer

        def test_outer():
            assert outer([]) == 0
        """,
        """\
        def inner(items):
            return items[0]

        def outer(items):
            found = inner(items)
            return found
        """,
    )
    assert trace.failure is not None
    step = trace[trace.failure]
    assert (step.event, step.line, step.function) == ("exception", 2, "inner")
    assert step.value == "IndexError: list index out of range"
    assert [(frame.function, frame.line) for frame in step.frames] == [("inner", 2), ("outer", 5)]


def test_a_handled_exception_is_no_failure(program: Record) -> None:
    trace = program("try:\n    int('x')\nexcept ValueError:\n    found = 0\n")
    assert ("exception", 2) in happened(trace)
    assert trace.failure is None


def test_objects_with_two_names_are_shown_as_shared(program: Record) -> None:
    trace = program(
        """\
        def add(basket):
            basket.append("mug")

        mine = []
        yours = mine
        copy = list(mine)
        add(mine)
        """
    )
    inside = next(step for step in steps(trace) if step.event == "return" and step.function)
    shared = {one.name: one.shared for one in inside.frames[0].variables or ()}
    assert shared == {"basket": ("mine in the program", "yours in the program")}
    outside = {one.name: one for one in inside.frames[1].variables or ()}
    assert outside["mine"].shared == ("basket in add", "yours")
    assert outside["yours"].value == "['mug']"
    assert outside["yours"].changed
    assert outside["copy"].shared == ()
    assert outside["copy"].value == "[]"


def test_changes_can_be_walked_forwards_and_back(program: Record) -> None:
    trace = program("a = 1\nprint(a)\nprint(a)\nb = 2\nprint(b)\n")
    first = trace.changing(0, 1)
    assert first is not None
    second = trace.changing(first, 1)
    assert second is not None
    assert [one.name for one in trace[first].frames[0].variables or () if one.changed] == ["a"]
    assert [one.name for one in trace[second].frames[0].variables or () if one.changed] == ["b"]
    assert trace.changing(second, -1) == first
    assert trace.changing(second, 1) is None
    assert trace.changing(first, -1) is None


def test_a_generator_tells_what_it_has_yielded_and_gives_nothing_back(program: Record) -> None:
    trace = program(
        """\
        def evens(numbers):
            for number in numbers:
                if number % 2 == 0:
                    yield number

        found = list(evens([2, 3, 4]))
        """
    )
    pauses = [at for at in range(len(trace)) if trace[at].event == "pause"]
    assert [trace.yielded_at(at) for at in pauses] == [("evens", ("2",)), ("evens", ("2", "4"))]
    assert trace.yielded_at(0) == ("", ())
    [end] = [
        it
        for it in map(trace.__getitem__, range(len(trace)))
        if it.event == "return" and it.function == "evens"
    ]
    assert what_happens(end).sentence == "evens has nothing more to yield"
