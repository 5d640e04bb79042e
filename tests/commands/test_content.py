"""`course list` and `course show`."""

from __future__ import annotations

import json

from course.locations import Locations
from tests.commands.course_command import GOOD, course, write


def test_list_has_the_promised_shape(small_course: Locations) -> None:
    done = course("list", "--json")

    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)
    assert listed["modules"][1] == {
        "id": "loops",
        "title": "Loops",
        "lessons": [
            {
                "id": "loops/for",
                "title": "One after the other",
                "exercises": ["loops/total_weight"],
            }
        ],
    }


def test_list_for_people_shows_what_is_passed(small_course: Locations) -> None:
    write(small_course.workspace / "basics" / "double.py", GOOD)
    assert course("check", "basics/double").returncode == 0

    done = course("list")

    assert "✓ basics/double" in done.stdout
    assert "○ basics/label" in done.stdout


def test_show_prints_brief_and_place(small_course: Locations) -> None:
    done = course("show", "basics/double")

    assert "It returns twice the number" in done.stdout
    own = small_course.workspace / "basics" / "double.py"
    assert str(own) in done.stdout
    starter = (small_course.exercises / "basics" / "double" / "starter.py").read_text("utf-8")
    assert own.read_text("utf-8") == starter
    own.write_text("\n", encoding="utf-8")  # an editor was opened at that path and saved
    course("show", "basics/double")
    assert own.read_text("utf-8") == starter


def test_show_prints_all_words_of_a_lesson_as_they_are_without_keys(own_course: Locations) -> None:
    file = own_course.lessons / "01-basics" / "02-texts.yaml"
    file.write_text(
        "title: T\nminutes: 5\nsummary: S.\nmentor: I look at returns.\nsteps:\n"
        "  - {text: Press F5., plain: Run it.}\n  - example: {code: print(1), note: One line.}\n",
        encoding="utf-8",
    )
    printed = course("show", "basics/texts").stdout
    assert "Run it." in printed
    assert "Press F5." not in printed
    assert printed.index("print(1)") < printed.index("One line.") < printed.index("I look at")
