"""Symptoms of strings: which of the program's strings they are told of."""

from __future__ import annotations

from course.explaining.evidence import Evidence
from course.explaining.on_texts import missing_f
from tests.explaining.answering import reported

GREET = """
def greet(name, hour):
    if hour < 12:
        return "Good morning, {name}!"
    return "Good evening, {name}!"
"""


def test_the_string_without_an_f_is_the_one_that_came_back() -> None:
    report, exercise = reported(GREET, {"greet('Mei', 9)": "'Good morning, Mei!'"})
    saying = missing_f(Evidence(report, exercise, GREET))
    assert saying is not None
    assert saying.line == 4
    assert "The text on line 4 has no `f`" in saying.text
