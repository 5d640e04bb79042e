"""A question in plain text is asked until a line can be its answer."""

from __future__ import annotations

import io
from typing import Any

import pytest

from course.commands.asking import ask
from course.model import Blank, Predict


def asked(monkeypatch: pytest.MonkeyPatch, question: Any, lines: str, **more: Any) -> Any:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    return ask(question, "seed", {"q": "leave", "s": "skip"}, **more)


CHOICES = Predict(code="print(1)", because=".", choices=(1, 2))


def test_a_line_that_cannot_be_an_answer_is_told_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, CHOICES, "3\n\n2\r\n") == "2"
    shown = capsys.readouterr().out
    assert shown.count("Type the number of the answer (q = leave, s = skip)") == 3
    assert shown.count("cannot be an answer here.") == 1
    assert "`3` cannot" in shown


def test_a_command_and_the_end_of_the_input_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, CHOICES, " q \n1\n") == "q"
    assert asked(monkeypatch, CHOICES, "") is None


def test_files_beside_its_code_are_shown_before_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = Blank(code="import shop\n___", answers=("x",), check="x")
    files = {"shop.py": "TEA = 4\n", "other.py": "x\n"}
    assert asked(monkeypatch, question, " a \n", err=True, files=files) == ("a",)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("The file shop.py:\n\n    TEA = 4\n\nFill in the blanks.")
    assert "other.py" not in captured.err
