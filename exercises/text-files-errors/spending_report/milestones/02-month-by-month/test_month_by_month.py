import importlib
import re
import sys
from pathlib import Path

import pytest

HEADER = "date,category,what,amount"


def report(monkeypatch, capsys, folder, *rows, typed=()):
    """Write a file with these rows, run the program, type its name; what was printed, by line."""
    monkeypatch.syspath_prepend(str(Path.cwd()))
    monkeypatch.chdir(folder)
    Path("papers").mkdir(exist_ok=True)
    Path("papers/spending.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    given = iter([*typed, "papers/spending.csv"])
    asked = []

    def answer(question=""):
        asked.append(question)
        line = next(given, None)
        if line is None:
            pytest.fail(
                "The program asks again, though there is a file with the name that was typed."
            )
        return line

    monkeypatch.setattr("builtins.input", answer)
    sys.modules.pop("spending_report", None)
    program = importlib.import_module("spending_report")
    if not asked and hasattr(program, "main"):
        program.main()
    return capsys.readouterr().out.splitlines()


def amounts(line):
    """The amounts with two decimals in a line, as they are written there."""
    return re.findall(r"(?<![\d.])-?\d+\.\d\d(?!\d)", line)


def about(lines, word):
    """The lines that have this word in them."""
    return [line for line in lines if word.lower() in line.lower()]


def the_line(lines, word):
    """The one line that has this word in it."""
    found = about(lines, word)
    if len(found) != 1:
        pytest.fail(f"One line should have `{word}` in it; here {len(found)} have: {lines}")
    return found[0]


ROWS = [
    HEADER,
    "2026-03-02,food,Bread,4.50",
    "2025-12-31,cinema,Two tickets,24",
    "2026-03-31,food,Tea,35.49",
    "2026-02-01,food,Cake,10.00",
]


def months_in(lines):
    """The months that are named, such as 2026-03, in their order."""
    return re.findall(r"20\d\d-\d\d", "\n".join(lines))


def test_says_what_each_month_cost(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, *ROWS)
    found = [
        amounts(line) for month in ["2025-12", "2026-02", "2026-03"] for line in about(lines, month)
    ]
    assert found == [["24.00"], ["10.00"], ["39.99"]]


def test_the_earliest_month_comes_first(monkeypatch, capsys, tmp_path):
    months = months_in(report(monkeypatch, capsys, tmp_path, *ROWS))
    assert months == ["2025-12", "2026-02", "2026-03"]


def test_a_bar_has_a_sign_for_every_whole_ten(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, *ROWS)
    assert [line.count("#") for line in lines if "#" in line] == [2, 1, 3]


def test_less_than_ten_has_no_bar(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, HEADER, "2026-03-02,food,Bread,9.99")
    march = the_line(lines, "2026-03")
    assert march.count("#") == 0
    assert amounts(march) == ["9.99"]


def test_a_month_without_purchases_is_left_out(monkeypatch, capsys, tmp_path):
    assert about(report(monkeypatch, capsys, tmp_path, *ROWS), "2026-01") == []


def test_the_months_come_after_the_total(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, *ROWS)
    total = the_line(lines, "total")
    december = the_line(lines, "2025-12")
    assert lines.index(total) < lines.index(december)
