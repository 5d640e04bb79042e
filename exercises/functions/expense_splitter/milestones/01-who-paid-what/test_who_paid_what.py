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
    """The amounts with two decimals in a line, in cents."""
    return [int(found.replace(".", "")) for found in re.findall(r"(?<![\d.])\d+\.\d\d(?!\d)", line)]


def about(lines, *words):
    """The lines that have all these words in them."""
    return [line for line in lines if all(word.lower() in line.lower() for word in words)]


def test_says_what_each_one_paid(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 42.50", "Jonas 18")
    (mei,) = about(lines, "Mei", "paid")
    (jonas,) = about(lines, "Jonas", "paid")
    assert amounts(mei) == [4250]
    assert amounts(jonas) == [1800]


def test_says_the_total(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 42.50", "Jonas 18")
    (total,) = about(lines, "total")
    assert amounts(total) == [6050]


def test_two_payments_of_one_person_are_added(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 10", "Ines 5.25", "Mei 2.05")
    (mei,) = about(lines, "Mei", "paid")
    assert amounts(mei) == [1205]


def test_no_cent_is_lost(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 0.29", "Jonas 1.15", "Ines 19.99")
    (total,) = about(lines, "total")
    assert amounts(total) == [2143]


def test_somebody_may_have_paid_nothing(monkeypatch, capsys):
    lines = run(monkeypatch, capsys, "Mei 10", "Ines 0")
    (ines,) = about(lines, "Ines", "paid")
    assert amounts(ines) == [0]
