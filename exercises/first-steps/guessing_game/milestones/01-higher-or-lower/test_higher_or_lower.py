import importlib
import random
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


def test_the_number_can_be_found(monkeypatch, capsys):
    for game in range(12):
        random.seed(game)
        player = Player()
        play(monkeypatch, capsys, player)
        guesses = player.guesses
        assert guesses <= 7


def test_a_new_game_has_a_new_number(monkeypatch, capsys):
    numbers = set()
    for game in range(12):
        random.seed(game)
        player = Player()
        play(monkeypatch, capsys, player)
        numbers.add(player.guess)
    different_numbers = len(numbers)
    assert different_numbers > 5


def test_only_the_right_guess_is_called_right(monkeypatch, capsys):
    random.seed(3)
    asked, _ = play(monkeypatch, capsys, Player())
    answers_before = " ".join(asked[1:]).lower()
    assert "right" not in answers_before


@pytest.mark.parametrize(("draw", "number"), [(0, 1), (-1, 100)])
def test_one_and_a_hundred_can_come_up(monkeypatch, capsys, draw, number):
    monkeypatch.setattr(random.Random, "_randbelow", lambda self, count: draw % count)
    monkeypatch.setattr("random.random", lambda: draw % 1_000_000 / 1_000_000)
    player = Player()
    play(monkeypatch, capsys, player)
    secret_number = player.guess
    assert secret_number == number
