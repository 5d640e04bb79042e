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
    "2026-03-02,cinema,Two tickets,24",
    '2026-03-03,food,"Tea, milk",9.05',
]


def test_says_what_each_category_cost(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, *ROWS)
    food = the_line(lines, "food")
    cinema = the_line(lines, "cinema")
    assert amounts(food) == ["13.55"]
    assert amounts(cinema) == ["24.00"]


def test_says_the_total(monkeypatch, capsys, tmp_path):
    total = the_line(report(monkeypatch, capsys, tmp_path, *ROWS), "total")
    assert amounts(total) == ["37.55"]


def test_begins_with_the_category_that_cost_most(monkeypatch, capsys, tmp_path):
    rows = [*ROWS, "2026-03-04,rent,March,700", "2026-03-05,bus,Day pass,8.20"]
    lines = report(monkeypatch, capsys, tmp_path, *rows)
    words = ["rent", "cinema", "food", "bus", "total"]
    found = [word for line in lines for word in words if word in line.lower()]
    assert found == ["rent", "cinema", "food", "bus", "total"]


def test_columns_may_come_in_another_order(monkeypatch, capsys, tmp_path):
    rows = ["amount,what,date,category", "12.00,Dune,2026-03-02,cinema", "3,Bread,2026-03-02,food"]
    lines = report(monkeypatch, capsys, tmp_path, *rows)
    cinema = the_line(lines, "cinema")
    assert amounts(cinema) == ["12.00"]


def test_no_cent_is_lost(monkeypatch, capsys, tmp_path):
    rows = [
        HEADER,
        "2026-03-02,food,Tea,0.29",
        "2026-03-02,food,Jam,1.15",
        "2026-03-02,bus,Day pass,19.99",
    ]
    total = the_line(report(monkeypatch, capsys, tmp_path, *rows), "total")
    assert amounts(total) == ["21.43"]


def test_money_that_came_back_is_subtracted(monkeypatch, capsys, tmp_path):
    rows = [
        HEADER,
        "2026-03-02,shoes,Boots,80.00",
        "2026-03-05,shoes,Boots returned,-80.00",
        "2026-03-05,food,Tea,5",
    ]
    lines = report(monkeypatch, capsys, tmp_path, *rows)
    total = the_line(lines, "total")
    shoes = the_line(lines, "shoes")
    assert amounts(shoes) == ["0.00"]
    assert amounts(total) == ["5.00"]


def test_letters_with_accents_are_read_as_they_are(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, HEADER, "2026-03-02,café,Two coffees,4.20")
    cafe = the_line(lines, "café")
    assert amounts(cafe) == ["4.20"]
