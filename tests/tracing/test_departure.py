"""Where a run departs from the reference's: a helper's result, the call's own, what is printed."""

from __future__ import annotations

from course.tracing.departure import departure
from tests.tracing.conftest import Record

FLAT = """\
from work import flat

def test_flat():
    assert flat([1, [2]]) == [1, 2]
"""
REFERENCE = """\
def flat(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.extend(flat(item))
        else:
            things.append(item)
    return things
"""


def test_the_first_wrong_result_of_a_call_inside_the_call(record: Record) -> None:
    trace = record(FLAT, REFERENCE.replace("append(item)", "append(str(item))"))
    reference = record(FLAT, REFERENCE, ident="test_flat")
    found = departure(trace, reference)
    assert found is not None
    assert found.expected == "[2]"
    step = trace[found.index]
    assert (step.event, step.value, len(step.frames)) == ("return", "['2']", 2)
    assert trace.failure is not None
    assert found.index < trace.failure


def test_the_same_results_depart_nowhere(record: Record) -> None:
    reference = record(FLAT, REFERENCE, ident="test_flat")
    assert departure(reference, reference) is None


def test_functions_that_the_reference_lacks_are_left_alone(record: Record) -> None:
    trace = record(
        FLAT,
        """\
        def helper(box):
            return 7

        def flat(box):
            return [1, helper(box)]
        """,
    )
    found = departure(trace, record(FLAT, REFERENCE, ident="test_flat"))
    assert found is not None
    assert found.index == trace.failure
    assert found.expected == "[1, 2]"


def test_the_first_line_that_is_printed_otherwise(record: Record) -> None:
    tests = """\
    from work import show

    def test_show(capsys):
        show(["tea", "mug", "pen"])
        assert capsys.readouterr().out == "- tea\\n- mug\\n- pen\\n"
    """
    reference = 'def show(items):\n    for item in items:\n        print("-", item)\n'
    wrong = reference.replace('print("-", item)', 'print("-" if item != "mug" else "*", item)')
    trace = record(tests, wrong)
    found = departure(trace, record(tests, reference, ident="test_show"))
    assert found is not None
    assert found.expected is None
    assert trace[found.index].printed == "- tea\n* mug\n"
