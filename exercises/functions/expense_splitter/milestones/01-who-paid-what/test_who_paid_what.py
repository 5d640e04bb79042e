import importlib
import re
import sys

import pytest


def run(monkeypatch, capsys, *typed):
    """Run the program, type these lines and then an empty one; what it printed, line by line."""
    lines = [*typed, ""]
    given = iter(lines)
    printed = []

    def answer(question=""):
        printed.append(capsys.readouterr().out)
        line = next(given, None)
        if line is None:
            pytest.fail("The program still asks after an empty line.")
        return line

    monkeypatch.setattr("builtins.input", answer)
    sys.modules.pop("expense_splitter", None)
    program = importlib.import_module("expense_splitter")
    if not printed and hasattr(program, "main"):
        program.main()
    return capsys.readouterr().out.splitlines()


def amounts(line):
    """The amounts with two decimals in a line, as they are written there."""
    return re.findall(r"(?<![\d.])\d+\.\d\d(?!\d)", line)


def about(lines, *words):
    """The lines that have all these words in them."""
    return [line for line in lines if all(word.lower() in line.lower() for word in words)]


def the_line(lines, *words):
    """The one line that has all these words in it."""
    found = about(lines, *words)
    if len(found) != 1:
        wanted = " and ".join(f"`{word}`" for word in words)
        pytest.fail(f"One line should have {wanted} in it; here {len(found)} have: {lines}")
    return found[0]


def test_says_what_each_one_paid(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 42.50", "Jonas 18")
    mei = the_line(lines, "Mei", "paid")
    jonas = the_line(lines, "Jonas", "paid")
    assert amounts(mei) == ["42.50"]
    assert amounts(jonas) == ["18.00"]


def test_says_the_total(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 42.50", "Jonas 18")
    total = the_line(lines, "total")
    assert amounts(total) == ["60.50"]


def test_two_payments_of_one_person_are_added(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 10", "Ines 5.25", "Mei 2.05")
    mei = the_line(lines, "Mei", "paid")
    assert amounts(mei) == ["12.05"]


def test_no_cent_is_lost(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 0.29", "Jonas 1.15", "Ines 19.99")
    total = the_line(lines, "total")
    assert amounts(total) == ["21.43"]


def test_somebody_may_have_paid_nothing(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 10", "Ines 0")
    ines = the_line(lines, "Ines", "paid")
    assert amounts(ines) == ["0.00"]
