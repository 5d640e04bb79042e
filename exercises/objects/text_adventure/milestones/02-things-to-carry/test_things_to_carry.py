import importlib
import re
import sys

import pytest


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


def first_thing(monkeypatch, capsys):
    """The way to the first thing of the world, its name, and a door beside it."""
    for way, text in explore(monkeypatch, capsys).values():
        if listed("You see", text):
            return way, listed("You see", text)[0], listed("Doors", text)[0]
    pytest.fail("Nothing lies in any room.")


def test_two_things_or_more_lie_around(monkeypatch, capsys):
    things = [
        thing
        for _, text in explore(monkeypatch, capsys).values()
        for thing in listed("You see", text)
    ]
    assert len(things) >= 2
    assert len(set(things)) == len(things)
    assert things == [thing.lower() for thing in things]


def test_at_first_the_player_carries_nothing(monkeypatch, capsys):
    assert listed("You carry", play(monkeypatch, capsys, "things")[-1]) == ["nothing"]


def test_what_was_taken_is_carried_and_not_in_the_room(monkeypatch, capsys):
    way, thing, _ = first_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, *way, f"take {thing}", "look", "things")
    if thing in listed("You see", printed[-2]):
        pytest.fail(f"After `take {thing}`, `look` still shows it in the room.")
    assert listed("You carry", printed[-1]) == [thing]


def test_the_player_carries_it_into_another_room(monkeypatch, capsys):
    way, thing, door = first_thing(monkeypatch, capsys)
    printed = play(
        monkeypatch,
        capsys,
        *way,
        f"take {thing}",
        f"go {door}",
        "things",
        f"drop {thing}",
        "look",
        "things",
    )
    assert listed("You carry", printed[-4]) == [thing]
    assert thing in listed("You see", printed[-2])
    assert listed("You carry", printed[-1]) == ["nothing"]


def test_a_thing_cannot_be_taken_twice(monkeypatch, capsys):
    way, thing, _ = first_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, *way, f"take {thing}", f"take {thing}", "things")
    assert printed[-2].strip() != ""
    assert listed("You carry", printed[-1]) == [thing]


def test_what_lies_in_another_room_cannot_be_taken(monkeypatch, capsys):
    way, thing, door = first_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, *way, f"go {door}", f"take {thing}", "things")
    assert printed[-2].strip() != ""
    assert listed("You carry", printed[-1]) == ["nothing"]


def test_what_is_not_carried_cannot_be_dropped(monkeypatch, capsys):
    way, thing, _ = first_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, *way, f"drop {thing}", "look", "drop elephant", "look")
    assert listed("You see", printed[-3]).count(thing) == 1
    assert "elephant" not in listed("You see", printed[-1])


def test_a_room_without_things_has_no_such_line(monkeypatch, capsys):
    for way, text in explore(monkeypatch, capsys).values():
        takes = [f"take {thing}" for thing in listed("You see", text)]
        emptied = play(monkeypatch, capsys, *way, *takes, "look")[-1]
        assert "You see" not in emptied
