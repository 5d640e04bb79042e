import importlib
import re
import sys

import pytest

BACK = {"north": "south", "south": "north", "east": "west", "west": "east"}


def play(monkeypatch, capsys, *commands):
    """Play a whole game; what was printed before the first command and after each of them."""
    given = iter([*commands, "quit"])
    printed = []

    def answer(question=""):
        printed.append(capsys.readouterr().out)
        command = next(given, None)
        if command is None:
            pytest.fail("The game still asks after `quit`.")
        return command

    monkeypatch.setattr("builtins.input", answer)
    sys.modules.pop("text_adventure", None)
    program = importlib.import_module("text_adventure")
    if not printed and hasattr(program, "main"):
        program.main()
    if len(printed) < len(commands) + 1:
        pytest.fail(f"The game ended before `{commands[len(printed) - 1]}`.")
    return printed


def room(text):
    """The name of the room that was printed last, or None."""
    names = re.findall(r"^== (.+) ==\s*$", text, flags=re.MULTILINE)
    return names[-1] if names else None


def listed(label, text):
    """What the last line with this label names, as a list."""
    lines = re.findall(rf"^{label}:(.*)$", text, flags=re.MULTILINE)
    return [word.strip() for word in lines[-1].split(",") if word.strip()] if lines else []


def explore(monkeypatch, capsys):
    """Walk through the whole world: for each room the way to it, and what was printed there."""
    (start,) = play(monkeypatch, capsys)
    found = {room(start): ([], start)}
    waiting = [room(start)]
    while waiting and len(found) < 40:
        way, text = found[waiting.pop(0)]
        for direction in listed("Doors", text):
            there = [*way, f"go {direction}"]
            seen = play(monkeypatch, capsys, *there)[-1]
            if room(seen) not in found:
                found[room(seen)] = (there, seen)
                waiting.append(room(seen))
    return found


def test_the_game_begins_in_a_room_with_doors(monkeypatch, capsys):
    (start,) = play(monkeypatch, capsys)
    assert room(start) is not None
    assert listed("Doors", start) != []


def test_there_are_three_rooms_or_more(monkeypatch, capsys):
    assert len(explore(monkeypatch, capsys)) >= 3


def test_each_room_has_a_description(monkeypatch, capsys):
    for name, (_, text) in explore(monkeypatch, capsys).items():
        words = [
            line
            for line in text.splitlines()
            if line.strip() and not line.startswith(("==", "Doors:", "You see:", "You carry:"))
        ]
        assert words != [], name


def test_every_door_leads_both_ways(monkeypatch, capsys):
    for name, (way, text) in explore(monkeypatch, capsys).items():
        for direction in listed("Doors", text):
            there_and_back = [*way, f"go {direction}", f"go {BACK[direction]}"]
            assert room(play(monkeypatch, capsys, *there_and_back)[-1]) == name


def test_without_a_door_the_player_stays(monkeypatch, capsys):
    for name, (way, text) in explore(monkeypatch, capsys).items():
        for direction in set(BACK) - set(listed("Doors", text)):
            printed = play(monkeypatch, capsys, *way, f"go {direction}", "look")
            assert printed[-2].strip() != ""
            assert room(printed[-2]) is None
            assert room(printed[-1]) == name


def test_look_prints_the_room_again(monkeypatch, capsys):
    start, again = play(monkeypatch, capsys, "look")
    assert room(again) == room(start)
    assert listed("Doors", again) == listed("Doors", start)


@pytest.mark.parametrize("command", ["dance", "go", "go up", "north", "", "   ", "look south"])
def test_what_is_not_a_command_changes_nothing(monkeypatch, capsys, command):
    start, answer, again = play(monkeypatch, capsys, command, "look")
    assert answer.strip() != ""
    assert room(answer) is None
    assert room(again) == room(start)


def test_capitals_and_spaces_do_not_matter(monkeypatch, capsys):
    (start,) = play(monkeypatch, capsys)
    direction = listed("Doors", start)[0]
    plain = play(monkeypatch, capsys, f"go {direction}")[-1]
    shouted = play(monkeypatch, capsys, f"  GO   {direction.title()} ")[-1]
    assert room(shouted) == room(plain)
    assert room(shouted) != room(start)
