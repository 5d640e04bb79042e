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


@pytest.fixture
def said(habits, capsys, monkeypatch):
    """All that the program says with some arguments, on either stream or as it stops."""

    def start(*arguments):
        kept = []
        monkeypatch.setattr(sys.stderr, "write", kept.append)
        printed, status = habits(*arguments)
        return printed + "".join(kept) + (status if isinstance(status, str) else "")

    return start


def line_with(printed, word):
    """The one line with this word in it."""
    (line,) = [line for line in printed.splitlines() if word in line]
    return line


def streak_of(printed, name):
    """The number behind the seven days in the line of a habit."""
    (found,) = re.findall(r"[#.]{7}\D*(\d+)", line_with(printed, name))
    return int(found)


def noted(habits, name, *days):
    """Note a habit for some days of March 2026."""
    for day in days:
        assert habits("done", name, "--on", f"2026-03-{day:02}")[1] == 0


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        ([7], 1),
        ([5, 6, 7], 3),
        ([7, 5, 6], 3),
        ([1, 2, 3, 5, 6, 7], 3),
        ([5, 6], 2),
        ([3, 4, 5], 0),
        ([8, 9], 0),
    ],
)
def test_the_days_in_a_row_are_counted(habits, days, streak):
    noted(habits, "read", *days)
    assert streak_of(habits("show", "--on", "2026-03-07")[0], "read") == streak


def test_a_streak_may_be_longer_than_a_week(habits):
    habits("done", "run", "--on", "2026-02-28")
    noted(habits, "run", *range(1, 13))
    assert streak_of(habits("show", "--on", "2026-03-12")[0], "run") == 13


def test_a_day_can_be_taken_back(habits):
    noted(habits, "read", 5, 6, 7)
    assert habits("undo", "read", "--on", "2026-03-06")[1] == 0
    assert streak_of(habits("show", "--on", "2026-03-07")[0], "read") == 1
    assert re.findall(r"\d+", line_with(habits("list")[0], "read")) == ["2"]


def test_a_habit_whose_last_day_is_taken_back_is_gone(habits):
    noted(habits, "read", 7)
    noted(habits, "run", 7)
    habits("undo", "read", "--on", "2026-03-07")
    assert "read" not in habits("list")[0]
    assert "read" not in habits("show", "--on", "2026-03-07")[0]


@pytest.mark.parametrize(
    "arguments", [["read", "--on", "2026-03-06"], ["run", "--on", "2026-03-07"], []]
)
def test_what_was_not_done_cannot_be_taken_back(habits, arguments):
    noted(habits, "read", 7)
    assert habits("undo", *arguments)[1] != 0
    assert re.findall(r"\d+", line_with(habits("list")[0], "read")) == ["1"]


@pytest.mark.parametrize("arguments", [["list"], ["show"], ["done", "read"]])
def test_a_damaged_file_is_told_and_left_alone(habits, tmp_path, arguments):
    file = tmp_path / "habits.json"
    file.write_text('{"read": ["2026-03', encoding="utf-8")
    assert habits(*arguments)[1] != 0
    assert file.read_text(encoding="utf-8") == '{"read": ["2026-03'


def test_a_damaged_file_is_told_in_words(said, tmp_path):
    (tmp_path / "habits.json").write_text('{"read": ["2026-03', encoding="utf-8")
    assert said("list").strip()


def test_what_was_not_done_is_told_in_words(habits, said):
    noted(habits, "read", 7)
    assert said("undo", "read", "--on", "2026-03-06").strip()
