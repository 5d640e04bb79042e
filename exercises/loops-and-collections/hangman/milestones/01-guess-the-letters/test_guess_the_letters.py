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
        if len(asked) > 60:
            pytest.fail("After 60 answers the program still asks.")
        return player(printed.lower(), sys.modules["hangman"].WORDS)

    monkeypatch.setattr("builtins.input", answer)
    sys.modules.pop("hangman", None)
    program = importlib.import_module("hangman")
    if not asked and hasattr(program, "main"):
        program.main()
    if not asked:
        pytest.fail("The program ends without asking for a letter.")
    return capsys.readouterr().out.lower()


class Player:
    """Reads the word as it is shown, and guesses letters in it, or letters not in it."""

    def __init__(self, *first, to_win=True):
        self.first = list(first)
        self.to_win = to_win
        self.guessed = []
        self.candidates = None

    def __call__(self, printed, words):
        fitting = [word for word in words if self.is_shown(word, printed)]
        if not fitting:
            guessed = ", ".join(self.guessed) or "nothing yet"
            pytest.fail(f"Guessed: {guessed}. None of your WORDS is shown like that in {printed!r}.")
        self.candidates = [one for one in fitting if one in (self.candidates or words)]
        for word in self.candidates:
            if set(word) <= set(self.guessed):
                pytest.fail(f"The word `{word}` is complete, and the program asks for one more letter.")
        if self.first:
            typed = self.first.pop(0)
            if re.fullmatch("[a-zA-Z]", typed):
                self.guessed.append(typed.lower())
            return typed
        letters = [one for one in "etaoinsrhldcumfpgwybvkxjqz" if one not in self.guessed]
        count = {one: sum(one in word for word in self.candidates) for one in letters}
        wanted = max if self.to_win else min
        letter = wanted(letters, key=count.get)
        self.guessed.append(letter)
        return letter

    def is_shown(self, word, printed):
        """Whether the word is shown with its guessed letters, with or without spaces."""
        shown = [letter if letter in self.guessed else "_" for letter in word]
        alone = r"(?<![a-z_])(?<!(?<![a-z_])[a-z_] )%s(?![a-z_])(?! [a-z_](?![a-z_]))"
        return any(re.search(alone % join.join(shown), printed) for join in ("", " "))

    def missed(self, word):
        """The different letters that were guessed and are not in the word."""
        return [letter for letter in dict.fromkeys(self.guessed) if letter not in word]


def secret(at_the_end):
    """The word that is named at the end of the game."""
    named = [word for word in sys.modules["hangman"].WORDS if word in at_the_end]
    if not named:
        pytest.fail(f"At the end the program prints {at_the_end!r}, without the secret word.")
    return max(named, key=len)


def test_the_word_can_be_guessed(monkeypatch, capsys):
    for game in range(4):
        random.seed(game)
        at_the_end = play(monkeypatch, capsys, Player())
        assert "won" in at_the_end
        assert secret(at_the_end)


def test_the_game_ends_with_the_last_letter(monkeypatch, capsys):
    random.seed(6)
    word = secret(play(monkeypatch, capsys, Player()))
    random.seed(6)
    player = Player(*dict.fromkeys(word))
    at_the_end = play(monkeypatch, capsys, player)
    wrong_letters = player.missed(word) if secret(at_the_end) == word else []
    assert "won" in at_the_end
    assert wrong_letters == []


def test_a_new_game_has_a_new_word(monkeypatch, capsys):
    secrets = set()
    for game in range(8):
        random.seed(game)
        secrets.add(secret(play(monkeypatch, capsys, Player())))
    different_words = len(secrets)
    assert different_words > 1


def test_there_are_enough_words(monkeypatch, capsys):
    random.seed(1)
    play(monkeypatch, capsys, Player())
    words = sys.modules["hangman"].WORDS
    assert len(set(words)) >= 5
    assert [word for word in words if not re.fullmatch("[a-z]{3,}", word)] == []
