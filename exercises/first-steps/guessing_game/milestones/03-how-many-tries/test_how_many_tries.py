import importlib
import random
import re
import sys

import pytest


def play(monkeypatch, capsys, player):
    """Run the program; `player` gets what was printed and says what is typed."""
    asked = []

    def answer(question=""):
        printed = capsys.readouterr().out + str(question)
        asked.append(printed)
        if len(asked) > 40:
            pytest.fail("After 40 answers the program still asks.")
        return str(player(printed.lower()))

    monkeypatch.setattr("builtins.input", answer)
    sys.modules.pop("guessing_game", None)
    program = importlib.import_module("guessing_game")
    if not asked and hasattr(program, "main"):
        program.main()
    if not asked:
        pytest.fail("The program ends without asking for a guess.")
    at_the_end = capsys.readouterr().out.lower()
    if "right" not in at_the_end:
        pytest.fail(f"After the right guess the program prints {at_the_end!r}, without `right`.")
    return asked, at_the_end


class Player:
    """Guesses the middle of what is left, and can type something else first."""

    def __init__(self, *first):
        self.first = list(first)
        self.low, self.high, self.guess = 1, 100, None
        self.guesses = 0
        self.clues = []

    def __call__(self, printed):
        if self.guess is not None:
            self.take_clue(printed)
        self.guess = None
        if self.first:
            return self.first.pop(0)
        self.guess = (self.low + self.high) // 2
        self.guesses += 1
        return self.guess

    def take_clue(self, printed):
        """Read what was printed after a guess; it has to make sense."""
        if "right" in printed:
            pytest.fail(f"`right` came after the guess {self.guess}, and then the program asks again.")
        if "higher" in printed:
            self.low = self.guess + 1
            self.clues.append(f"after {self.guess} came `higher`")
        elif "lower" in printed:
            self.high = self.guess - 1
            self.clues.append(f"after {self.guess} came `lower`")
        else:
            pytest.fail(f"After the guess {self.guess} came neither `higher` nor `lower`: {printed!r}")
        if self.low > self.high:
            pytest.fail(f"No number fits these clues: {', '.join(self.clues)}.")


def numbers_in(text):
    """The whole numbers in a text."""
    return [int(number) for number in re.findall(r"-?\d+", text)]


def test_says_how_many_tries_it_took(monkeypatch, capsys):
    for game in range(8):
        random.seed(100 + game)
        player = Player()
        _, at_the_end = play(monkeypatch, capsys, player)
        printed_numbers = numbers_in(at_the_end)
        assert printed_numbers == [player.guesses]


def test_what_is_no_number_does_not_count(monkeypatch, capsys):
    random.seed(9)
    player = Player("tea", "milk")
    _, at_the_end = play(monkeypatch, capsys, player)
    printed_numbers = numbers_in(at_the_end)
    assert printed_numbers == [player.guesses]


def test_the_first_guess_may_be_right(monkeypatch, capsys):
    monkeypatch.setattr(random.Random, "_randbelow", lambda self, count: count // 2 - 1)
    monkeypatch.setattr("random.random", lambda: 0.49)
    player = Player()
    _, at_the_end = play(monkeypatch, capsys, player)
    assert player.guesses == 1
    printed_numbers = numbers_in(at_the_end)
    assert printed_numbers == [1]
