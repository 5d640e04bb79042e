import importlib
import re
import sys

import pytest


@pytest.fixture
def habits(monkeypatch, capsys, tmp_path):
    """Start the program with some arguments, in a folder of its own; what it prints, and its exit status."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments):
        monkeypatch.setattr(sys, "argv", ["habits.py", *arguments])
        sys.modules.pop("habits", None)
        status = 0
        printed = ""
        try:
            program = importlib.import_module("habits")
            printed = capsys.readouterr().out
            if not printed and hasattr(program, "main"):
                status = program.main() or 0
        except SystemExit as stop:
            status = stop.code or 0
        return printed + capsys.readouterr().out, status

    return start


def line_with(printed, word):
    """The one line with this word in it."""
    lines = [line for line in printed.splitlines() if word in line]
    if len(lines) != 1:
        pytest.fail(f"One line should have `{word}` in it; here {len(lines)} have: {printed!r}")
    return lines[0]


def days_of(printed, name):
    """On how many days the list says that a habit was done."""
    line = line_with(printed, name)
    numbers = re.findall(r"\d+", line)
    if len(numbers) != 1:
        pytest.fail(f"A line of the list has a name and one number. This one is {line!r}")
    return int(numbers[0])


def test_a_habit_can_be_noted(habits):
    printed, status = habits("done", "read", "--on", "2026-03-07")
    assert status == 0
    assert "read" in printed


def test_the_list_counts_the_days_of_each_habit(habits):
    habits("done", "read", "--on", "2026-03-06")
    habits("done", "read", "--on", "2026-03-07")
    habits("done", "run", "--on", "2026-03-07")
    printed, status = habits("list")
    assert status == 0
    assert days_of(printed, "read") == 2
    assert days_of(printed, "run") == 1


def test_the_list_is_in_the_order_of_the_names(habits):
    for name in ("run", "draw", "walk", "read"):
        habits("done", name, "--on", "2026-03-07")
    printed, _ = habits("list")
    assert re.findall("draw|read|run|walk", printed) == ["draw", "read", "run", "walk"]


def test_a_day_counts_once_however_often_it_is_noted(habits):
    for _ in range(3):
        habits("done", "read", "--on", "2026-03-07")
    assert days_of(habits("list")[0], "read") == 1


def test_without_a_day_it_is_today(habits):
    habits("done", "read")
    assert days_of(habits("list")[0], "read") == 1


def test_a_name_may_have_several_words(habits):
    habits("done", "drink water", "--on", "2026-03-07")
    assert re.findall(r"\d+", line_with(habits("list")[0], "drink water")) == ["1"]


def test_an_empty_list_is_no_error(habits):
    assert habits("list")[1] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["done"],
        ["done", "read", "--on", "yesterday"],
        ["done", "read", "--on", "2026-02-30"],
    ],
)
def test_what_it_does_not_understand_changes_nothing_and_ends_with_an_error(habits, arguments):
    habits("done", "run", "--on", "2026-03-07")
    assert habits(*arguments)[1] != 0
    printed, _ = habits("list")
    assert days_of(printed, "run") == 1
    assert "read" not in printed


def test_a_name_is_shown_as_it_was_written(habits):
    habits("done", "Piano")
    assert days_of(habits("list")[0], "Piano") == 1
