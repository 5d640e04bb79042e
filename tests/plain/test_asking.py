"""A command is one of a few, a question in plain text is asked until a line can be its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from course.model import Blank, Predict, Spot
from course.plain.asking import Asking, PlainCommand, as_command, in_words
from course.plain.talk import Left, Talk
from tests.plain.talking import Learner

CHOICES = Predict(code="print(1)", because=".", choices=(1, 2))
TYPED = Predict(code="print('b')", because=".")
COMMANDS = {"b": "back", "s": "skip"}


def asked(monkeypatch: pytest.MonkeyPatch, ask: Any, *lines: str) -> Any:
    """What somebody answers who types these lines; `left` where they leave."""
    monkeypatch.setattr("sys.stdin", Learner(lines))

    async def hold() -> Any:
        asking: Coroutine[Any, Any, Any] = ask(Asking(Talk(), {"len": "**len** counts"}.get))
        try:
            return await asking
        except Left:
            return "left"

    return asyncio.run(hold())


def answered(monkeypatch: pytest.MonkeyPatch, question: Any, *lines: str, **more: Any) -> Any:
    def ask(asking: Asking) -> Any:
        return asking.answer(question, "seed", {**COMMANDS, "q": "leave"}, **more)

    return asked(monkeypatch, ask, *lines)


def test_a_line_that_cannot_be_an_answer_is_told_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(monkeypatch, CHOICES, "3", "", "2\r") == "2"
    shown = capsys.readouterr().out
    assert shown.count("Type the number of the answer (b: back, s: skip, q: leave)") == 3
    assert "`3` cannot be an answer here." in shown
    assert shown.count("There is no answer in an empty line.") == 1
    assert answered(monkeypatch, Spot(code="a\nb", line=2, because="."), "last", "2") == 2


def test_a_command_and_the_end_of_the_input_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given = answered(monkeypatch, CHOICES, " S ", "1")
    assert (given, type(given)) == ("s", PlainCommand)
    assert answered(monkeypatch, CHOICES) == "left"
    assert answered(monkeypatch, CHOICES, "q") == "left"


def test_a_typed_answer_may_be_a_letter_with_a_space_in_front(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert type(answered(monkeypatch, TYPED, "b")) is PlainCommand
    given = answered(monkeypatch, TYPED, " b")
    assert (given, type(given)) == ("b", str)
    assert answered(monkeypatch, TYPED, "B") == "B"
    assert answered(monkeypatch, TYPED, "stop") == "stop"


def test_files_beside_its_code_are_shown_before_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = Blank(code="import shop\n___", answers=("x",), check="x")
    files = {"shop.py": "TEA = 4\n", "other.py": "x\n"}
    assert answered(monkeypatch, question, " a ", files=files) == ("a",)
    said = capsys.readouterr().out
    assert said.startswith("The file shop.py:\n\n    TEA = 4\n\nFill in the blanks.")
    assert "other.py" not in said


def test_help_and_the_meaning_of_a_name_are_there_wherever_a_command_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("?", "F1", "d len", "d nothing", "nonsense", "B")
    assert asked(monkeypatch, lambda it: it.command(COMMANDS), *lines) == "b"
    said = capsys.readouterr().out
    assert said.count("One letter and Enter is a command") == 2
    assert "len counts" in said
    assert "The reference has nothing called nothing." in said
    assert "`nonsense` does nothing here." in said


def test_a_program_in_the_place_of_a_command_is_told_where_it_can_be_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = {**COMMANDS, "w": "type it here"}
    asked(monkeypatch, lambda it: it.command(commands), 'print("Hi")', "b")
    assert "does nothing here. Type `w` first, then your program." in capsys.readouterr().out


def test_a_number_is_one_of_those_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, lambda it: it.number(3, "one", COMMANDS), "0", "4", "x", "3") == 3
    assert asked(monkeypatch, lambda it: it.number(3, "one", COMMANDS), "s") == "s"


def test_yes_has_to_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, lambda it: it.confirm("Really?"), "Y") is True
    assert asked(monkeypatch, lambda it: it.confirm("Really?"), "") is False


@pytest.mark.parametrize(
    ("line", "commands", "meant"),
    [
        ("F5", {"": "run", "n": "next"}, ""),
        ("f5", {"": "next", "k": "check again"}, "k"),
        ("F5", {"": "check", "r": "start again"}, ""),
        ("F2", {"": "check", "h": "hint"}, "h"),
        ("n", {"": "next", "b": "back"}, ""),
        ("n", {"": "check", "n": "next"}, "n"),
        ("p", {"": "next", "b": "back"}, "b"),
        ("p", {"p": "progress"}, "p"),
        ("x", {"": "next"}, None),
    ],
)
def test_the_keys_of_the_app_do_the_same_here(
    line: str, commands: dict[str, str], meant: str | None
) -> None:
    assert as_command(line, commands) == meant


def test_a_command_is_never_cut_in_two() -> None:
    assert in_words({"": "go on"}).split(" ") == ["Enter:\N{NO-BREAK SPACE}go\N{NO-BREAK SPACE}on"]
