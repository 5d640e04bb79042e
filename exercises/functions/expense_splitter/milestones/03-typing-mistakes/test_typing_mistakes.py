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


@pytest.mark.parametrize("wrong", ["Mei", "Mei forty", "42.50", "Mei 10 20", "Mei -5"])
def test_a_line_that_is_no_payment_is_not_counted(monkeypatch, capsys, wrong):
    lines = run(monkeypatch, capsys, "Mei 10", wrong, "Jonas 30")
    total = the_line(lines, "total")
    assert amounts(total) == ["40.00"]


@pytest.mark.parametrize("wrong", ["Ines", "Ines forty", "Ines -5"])
def test_nobody_is_added_by_a_line_that_is_no_payment(monkeypatch, capsys, wrong):
    lines = run(monkeypatch, capsys, "Mei 10", wrong, "Jonas 30")
    assert about(lines, "Ines") == []


def test_without_payments_the_total_is_nothing(monkeypatch, capsys):
    lines = run(monkeypatch, capsys)
    total = the_line(lines, "total")
    assert amounts(total) == ["0.00"]
    assert about(lines, "pays") == []
