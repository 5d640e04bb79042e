"""Values of a recording as texts."""

from __future__ import annotations

import msgspec

from tests.tracing.conftest import Record


def test_none_of_the_learners_code_runs_to_show_a_value(program: Record) -> None:
    trace = program(
        """\
        class Loud:
            def __init__(self):
                self.size = 1

            def __repr__(self):
                print("repr")
                return "loud"

            def __eq__(self, other):
                print("eq")
                return True

            def __getattribute__(self, name):
                print("attribute")
                return object.__getattribute__(self, name)

        a = Loud()
        b = [a, a]
        """
    )
    assert trace[-1].printed == ""
    values = {one.name: one.value for one in trace[-1].frames[0].variables or ()}
    assert values == {"a": "Loud(size=1)", "b": "[Loud(size=1), Loud(size=1)]"}


def test_values_are_safe_to_show(program: Record) -> None:
    trace = program("text = '\\x1b[31mred'\nprint(text)\nraise ValueError('\\x1b[2J')\n")
    shown = msgspec.json.encode([trace[index] for index in range(len(trace))])
    assert b"\\u001b" not in shown
