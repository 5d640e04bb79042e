"""`course docs`: a name of Python, without a network."""

from __future__ import annotations

import json

from course.locations import Locations
from tests.commands.course_command import course


def test_a_name_is_told_with_an_example(small_course: Locations) -> None:
    done = course("docs", "split")
    assert done.returncode == 0, done.stderr
    assert "**str.split**" in done.stdout
    assert "**re.split**" in done.stdout
    assert "['a', 'b']" in done.stdout


def test_a_name_that_is_not_there_is_wrong_use_and_near_ones_are_named(
    small_course: Locations,
) -> None:
    done = course("docs", "splitt")
    assert done.returncode == 2
    assert "nothing called splitt. Did you mean str.split or re.split?" in done.stderr


def test_without_a_name_all_are_listed(small_course: Locations) -> None:
    done = course("docs")
    assert "A few names" in done.stdout
    assert "KeyError" in done.stdout


def test_programs_get_json(small_course: Locations) -> None:
    (entry,) = json.loads(course("docs", "KeyError", "--json").stdout)
    assert entry["name"] == "KeyError"
    assert json.loads(course("docs", "--json").stdout) == ["str.split", "re.split", "KeyError"]


def test_an_idea_of_the_course_says_where_it_is_taught(small_course: Locations) -> None:
    done = course("docs", "return")
    assert done.returncode == 0, done.stderr
    assert "is taught in" in done.stdout
