"""`course hint`: the ladder without the app, up to a pass, as one would type it."""

from __future__ import annotations

import re

from course.learner.session import Session
from course.locations import Locations
from tests.commands.course_command import DOUBLE, PRINTS, course, write

IDENT = "basics/double"


def had_every_hint(locations: Locations) -> None:
    session = Session.open(locations)
    ladder = session.ladder(session.catalogue.exercise(IDENT))
    while ladder.take_hint():
        pass
    session.store.close()


def test_the_place_in_the_code_then_a_hint_with_its_lesson(small_course: Locations) -> None:
    write(small_course.workspace / "basics" / "double.py", PRINTS)
    place, hint = course("hint", IDENT).stdout, course("hint", IDENT).stdout
    assert "In your code\nLine 2: `print(n * 2)`" in place
    assert "Hint 1 of 3" in hint
    assert "Taught in Lesson “Functions hand values back”, step" in hint


def test_after_the_hints_the_lines_in_order_make_a_pass(small_course: Locations) -> None:
    own = write(small_course.workspace / "basics" / "double.py", "# mine\n")
    had_every_hint(small_course)
    course("hint", IDENT)  # the place: it does not define `double`
    asked = course("hint", IDENT).stdout
    assert "comes back in two days" in asked
    assert "--yes" in asked
    shown = course("hint", IDENT, "--yes").stdout
    lines = {line: number for number, line in re.findall(r"^ +(\d+)  (\S.*)$", shown, re.M)}
    head, body = lines["def double(n):"], lines["return n * 2"]
    done = course("hint", IDENT, "--order", f"{head} {body}:1")
    assert done.returncode == 0
    told = ("All 3 tests pass", "Practised with the solution's help", "You handed a value back",
            "Another way: adds", "A look at your code")  # fmt: skip
    assert [words for words in told if words not in done.stdout] == []
    assert own.read_text(encoding="utf-8") == (DOUBLE / "solution.py").read_text(encoding="utf-8")
    assert (own.parent / "double.before-help-1.py").read_text(encoding="utf-8") == "# mine\n"


def test_nothing_of_the_solution_is_shown_before_the_hints(small_course: Locations) -> None:
    refused = course("hint", IDENT, "--whole", "--yes")
    assert refused.returncode == 2
    assert "hints that you have not seen (3)" in refused.stderr
