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


def transfers(lines, names):
    """The transfers that were printed: who pays, who gets, cents."""
    found = []
    for line in about(lines, "pays"):
        mentioned = sorted((line.find(name), name) for name in names if name in line)
        if len(mentioned) != 2 or len(amounts(line)) != 1:
            pytest.fail(f"A transfer has two names and one amount with two decimals. This one is {line!r}")
        (payer, receiver), (amount,) = (name for _, name in mentioned), amounts(line)
        found.append((payer, receiver, int(amount.replace(".", ""))))
    return found


def spent(paid, made):
    """What each one has spent after these transfers."""
    result = dict(paid)
    for payer, receiver, cents in made:
        result[payer] += cents
        result[receiver] -= cents
    return result


WEEKENDS = [
    {"Mei": 3000, "Jonas": 0},
    {"Mei": 6000, "Jonas": 0, "Ines": 0},
    {"Mei": 4250, "Jonas": 1800, "Ines": 0},
    {"Mei": 1000, "Jonas": 1000, "Ines": 1000},
    {"Mei": 100, "Jonas": 0, "Ines": 0},
    {"Mei": 2, "Jonas": 0},
    {"Rui": 9999, "Ana": 1, "Tomas": 5000, "Ines": 4210, "Mei": 0},
    {"Ana": 1000, "Rui": 2000, "Mei": 3000, "Ines": 4000, "Jonas": 5000, "Tomas": 6000},
]


def weekend(monkeypatch, capsys, paid):
    typed = [f"{name} {cents / 100:.2f}" for name, cents in paid.items()]
    return transfers(run(monkeypatch, capsys, *typed), list(paid))


@pytest.mark.parametrize("paid", WEEKENDS, ids=range(1, 9))
def test_in_the_end_everybody_has_spent_the_same(monkeypatch, capsys, paid):
    each = spent(paid, weekend(monkeypatch, capsys, paid))
    if max(each.values()) - min(each.values()) > 1:
        in_words = ", ".join(f"{name} {cents / 100:.2f}" for name, cents in each.items())
        pytest.fail(f"After all lines with `pays`, this is what each one has spent: {in_words}.")
    assert sum(each.values()) == sum(paid.values())


@pytest.mark.parametrize("paid", WEEKENDS, ids=range(1, 9))
def test_there_are_fewer_transfers_than_people(monkeypatch, capsys, paid):
    how_many = len(weekend(monkeypatch, capsys, paid))
    assert how_many < len(paid)


@pytest.mark.parametrize("paid", WEEKENDS, ids=range(1, 9))
def test_no_transfer_is_nothing(monkeypatch, capsys, paid):
    assert 0 not in [cents for _, _, cents in weekend(monkeypatch, capsys, paid)]


def test_when_all_paid_the_same_nobody_pays(monkeypatch, capsys):
    assert weekend(monkeypatch, capsys, {"Mei": 700, "Jonas": 700}) == []
