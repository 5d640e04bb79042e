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
    (line,) = [line for line in printed.splitlines() if word in line]
    return line


def week_of(printed, name):
    """The seven characters in the line of a habit."""
    (found,) = re.findall(r"(?<![#.])[#.]{7}(?![#.])", line_with(printed, name))
    return found


def noted(habits, name, *days):
    """Note a habit for some days of March 2026."""
    for day in days:
        assert habits("done", name, "--on", f"2026-03-{day:02}")[1] == 0


def test_the_last_seven_days_are_shown_with_the_oldest_first(habits):
    noted(habits, "read", 1, 3, 4, 7)
    printed, status = habits("show", "--on", "2026-03-07")
    assert status == 0
    assert week_of(printed, "read") == "#.##..#"


def test_the_day_says_where_the_week_ends(habits):
    noted(habits, "read", 1, 3, 4, 7)
    assert week_of(habits("show", "--on", "2026-03-08")[0], "read") == ".##..#."
    assert week_of(habits("show", "--on", "2026-03-03")[0], "read") == "....#.#"


def test_a_week_goes_over_the_end_of_a_month(habits):
    habits("done", "run", "--on", "2026-02-28")
    noted(habits, "run", 1)
    assert week_of(habits("show", "--on", "2026-03-02")[0], "run") == "....##."


def test_older_days_are_not_shown(habits):
    noted(habits, "read", 1)
    assert week_of(habits("show", "--on", "2026-03-08")[0], "read") == "......."


def test_every_habit_has_its_line_in_the_order_of_the_names(habits):
    noted(habits, "run", 6)
    noted(habits, "draw", 7)
    noted(habits, "read", 7)
    printed, _ = habits("show", "--on", "2026-03-07")
    assert re.findall("draw|read|run", printed) == ["draw", "read", "run"]
    assert week_of(printed, "run") == ".....#."
    assert week_of(printed, "draw") == "......#"


def test_showing_changes_nothing(habits):
    noted(habits, "read", 7)
    habits("show", "--on", "2026-03-08")
    assert re.findall(r"\d+", line_with(habits("list")[0], "read")) == ["1"]
