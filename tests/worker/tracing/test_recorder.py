"""What a recording holds: lines, calls, variables, the stack, what was printed."""

from __future__ import annotations

from course.tracing.trace import Trace
from tests.tracing.conftest import Record
from tests.tracing.steps import happened, steps


def values(trace: Trace, name: str) -> list[str]:
    """The values a variable of the innermost function goes through."""
    found: list[str] = []
    for step in steps(trace):
        for variable in step.frames[0].variables or ():
            if variable.name == name and variable.changed:
                found.append(variable.value)
    return found


def test_a_program_is_recorded_line_by_line(program: Record) -> None:
    trace = program(
        """\
        total = 0
        for price in (3, 4):
            total += price
        print(total)
        """
    )
    assert happened(trace) == [
        ("call", 1),
        ("line", 1),
        ("line", 2),
        ("line", 3),
        ("line", 2),
        ("line", 3),
        ("line", 2),
        ("line", 4),
        ("return", 4),
    ]
    assert values(trace, "total") == ["0", "3", "7"]
    assert trace.failure is None
    assert trace.note == ""
    assert trace[7].printed == ""
    assert trace[8].printed == "7\n"


def test_the_body_of_a_class_is_no_call_of_a_function(program: Record) -> None:
    trace = program("class Box:\n    size = 3\n")
    names = [step.function for step in steps(trace)]
    assert names == ["", "", "class Box", "class Box", "class Box", "class Box", ""]


def test_a_change_comes_with_the_value_before(program: Record) -> None:
    trace = program("basket = ['tea']\nbasket.append('mug')\nbasket = 3\n")
    seen = [variable for step in steps(trace) for variable in step.frames[0].variables or ()]
    changes = [(one.before, one.value) for one in seen if one.changed]
    assert changes == [(None, "['tea']"), ("['tea']", "['tea', 'mug']"), ("['tea', 'mug']", "3")]


def test_the_variables_of_the_program_stay_while_a_comprehension_calls(program: Record) -> None:
    trace = program(
        """\
        def double(n):
            return n * 2

        prices = [1, 2]
        found = [double(price) for price in prices]
        """
    )
    called = [step for step in steps(trace) if step.function == "double"]
    assert called
    for step in called:
        assert [it.name for it in step.frames[-1].variables or ()] == ["prices"]


def test_a_method_begins_with_the_object_it_is_called_on(record: Record) -> None:
    trace = record(
        """\
        from work import Basket

        def test_total():
            assert Basket().total() == 0
        """,
        """\
        class Basket:
            def __init__(self):
                self.prices = []

            def total(self):
                return None
        """,
    )
    assert trace[trace.start].function == "__init__"
    assert trace[-1].frames[0].variables is not None
    assert trace[-1].frames[0].variables[0].value == "Basket(prices=[])"


def test_recursion_tells_its_calls_apart(program: Record) -> None:
    trace = program(
        """\
        def down(items, n):
            if n:
                down(items, n - 1)

        down([], 3)
        """
    )
    deepest = max(steps(trace), key=lambda step: len(step.frames))
    assert [frame.function for frame in deepest.frames] == ["down"] * 4 + [""]
    assert [frame.line for frame in deepest.frames[1:]] == [3, 3, 3, 5]
    assert deepest.frames[4].variables is None
    items = (deepest.frames[1].variables or ())[0]
    assert "items in the down that called it" in items.shared
    assert "items in the down it called" in items.shared


def test_a_generator_pauses_and_goes_on(program: Record) -> None:
    trace = program(
        """\
        def numbers():
            yield 1
            yield 2

        for number in numbers():
            print(number)
        """
    )
    inside = [(step.event, step.value) for step in steps(trace) if step.function == "numbers"]
    assert [one for one in inside if one[0] != "line"] == [
        ("call", ""),
        ("pause", "1"),
        ("resume", ""),
        ("pause", "2"),
        ("resume", ""),
        ("return", ""),
    ]
    assert trace.failure is None


def test_a_generator_that_is_closed_raises_nothing(program: Record) -> None:
    trace = program(
        """\
        def numbers():
            yield 1
            yield 2

        for number in numbers():
            break
        print(number)
        """
    )
    assert not {"exception", "leave"} & {step.event for step in steps(trace)}


def test_a_coroutine_waits_and_goes_on(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def fetch(n):
            await asyncio.sleep(0)
            return n

        async def main():
            print(await asyncio.gather(fetch(1), fetch(2)))

        asyncio.run(main())
        """
    )
    inside = [(step.event, step.value) for step in steps(trace) if step.function == "fetch"]
    assert [one for one in inside if one[0] != "line"] == [
        ("call", ""),
        ("pause", ""),
        ("call", ""),
        ("pause", ""),
        ("resume", ""),
        ("return", "1"),
        ("resume", ""),
        ("return", "2"),
    ]
    assert trace[-1].printed == "[1, 2]\n"


def test_only_the_learners_file_is_recorded(program: Record) -> None:
    trace = program("import json\nfrom textwrap import dedent\nprint(json.dumps([dedent(' x')]))\n")
    assert {step.function for step in steps(trace)} == {""}


def test_what_a_test_captures_is_printed_so_far(record: Record) -> None:
    trace = record(
        """\
        import contextlib
        import io
        from work import greet

        def test_greet(capsys):
            other = io.StringIO()
            with contextlib.redirect_stdout(other):
                greet("Mei")
            assert other.getvalue() == "Hello Mei\\n"
            greet("Kim")
            assert capsys.readouterr().out == "Hi Kim\\n"
        """,
        """\
        def greet(name):
            print("Hello", name)
        """,
    )
    assert trace[-1].printed == "Hello Mei\nHello Kim\n"
    assert trace[trace.start].printed == "Hello Mei\n"


def test_input_is_given_to_a_program(program: Record) -> None:
    trace = program("name = input('Name? ')\nprint(name)\n", stdin="Mei\n")
    assert values(trace, "name") == ["'Mei'"]
    assert trace[-1].printed == "Name? Mei\n"


def test_one_case_of_a_parametrised_test_is_recorded(record: Record) -> None:
    trace = record(
        """\
        import pytest
        from work import double

        @pytest.mark.parametrize("n", [1, 2, 3])
        def test_double(n):
            assert double(n) == n * 2
        """,
        "def double(n):\n    return 4\n",
        ident="test_double[3]",
    )
    assert values(trace, "n") == ["3"]


def test_set_up_in_a_unittest_is_recorded(record: Record) -> None:
    trace = record(
        """\
        import unittest
        from work import Basket

        class TestBasket(unittest.TestCase):
            def setUp(self):
                self.basket = Basket()

            def test_size(self):
                self.assertEqual(self.basket.size(), 0)
        """,
        """\
        class Basket:
            def __init__(self):
                self.items = ["tea"]

            def size(self):
                return len(self.items)
        """,
    )
    assert [step.function for step in steps(trace) if step.event == "call"] == ["__init__", "size"]


def test_endless_recursion_ends_with_its_exception(program: Record) -> None:
    trace = program("def down(n):\n    return down(n + 1)\n\ndown(0)\n")
    assert trace.failure is not None
    step = trace[trace.failure]
    assert step.value.startswith("RecursionError")
    assert (step.function, step.line) == ("down", 2)
    assert len(step.frames) > 500
