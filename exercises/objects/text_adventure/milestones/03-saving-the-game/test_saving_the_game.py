import importlib
import json
import re
import sys
from pathlib import Path

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


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Let the game run in a folder of its own."""
    monkeypatch.syspath_prepend(str(Path.cwd()))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def way_with_a_thing(monkeypatch, capsys):
    """Commands that take the first thing of the world and go through a door with it; its name."""
    for way, text in explore(monkeypatch, capsys).values():
        if listed("You see", text):
            thing = listed("You see", text)[0]
            return [*way, f"take {thing}", f"go {listed('Doors', text)[0]}"], thing
    pytest.fail("Nothing lies in any room.")


def test_saving_writes_json(monkeypatch, capsys, folder):
    play(monkeypatch, capsys, "save game.json")
    json.loads((folder / "game.json").read_text(encoding="utf-8"))


def test_the_player_is_back_in_the_same_room(monkeypatch, capsys):
    way, _ = way_with_a_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, *way, "save game.json")
    later = play(monkeypatch, capsys, "load game.json", "look")
    assert room(later[-2]) == room(printed[-2])
    assert room(later[-1]) == room(printed[-2])


def test_the_player_carries_the_same_things(monkeypatch, capsys):
    way, thing = way_with_a_thing(monkeypatch, capsys)
    play(monkeypatch, capsys, *way, "save game.json")
    assert listed("You carry", play(monkeypatch, capsys, "load game.json", "things")[-1]) == [thing]


def test_what_was_dropped_lies_where_it_was_dropped(monkeypatch, capsys):
    way, thing = way_with_a_thing(monkeypatch, capsys)
    play(monkeypatch, capsys, *way, f"drop {thing}", "save game.json")
    later = play(monkeypatch, capsys, "load game.json", "things")
    assert thing in listed("You see", later[-2])
    assert listed("You carry", later[-1]) == ["nothing"]


def test_each_thing_is_in_one_place_after_loading(monkeypatch, capsys):
    way, thing = way_with_a_thing(monkeypatch, capsys)
    play(monkeypatch, capsys, *way, "save game.json")
    *_, taken = way[:-1]
    again = play(
        monkeypatch, capsys, *way[:-2], "load game.json", f"drop {thing}", "look", "things"
    )
    assert taken == f"take {thing}"
    assert listed("You see", again[-2]).count(thing) == 1
    assert listed("You carry", again[-1]) == ["nothing"]


def test_loading_forgets_what_was_done_since(monkeypatch, capsys):
    way, thing = way_with_a_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, "save game.json", *way, "load game.json", "things")
    assert room(printed[-2]) == room(printed[0])
    assert listed("You see", printed[-2]) == listed("You see", printed[0])
    assert listed("You carry", printed[-1]) == ["nothing"]


@pytest.mark.parametrize("text", [None, "", "{", "hello"])
def test_a_game_that_cannot_be_loaded_changes_nothing(monkeypatch, capsys, folder, text):
    if text is not None:
        (folder / "bad.json").write_text(text, encoding="utf-8")
    way, thing = way_with_a_thing(monkeypatch, capsys)
    printed = play(monkeypatch, capsys, *way, "load bad.json", "look", "things")
    assert printed[-3].strip() != ""
    assert room(printed[-2]) == room(printed[-4])
    assert listed("You carry", printed[-1]) == [thing]
