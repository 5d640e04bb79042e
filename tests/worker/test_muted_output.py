"""What an object prints while it is asked is forgotten, and the streams stay what they are."""

from __future__ import annotations

import contextlib
import os
import sys

import pytest

from course.worker.channel import Output
from course.worker.muted_output import muted


def test_of_a_workers_output_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    null = os.open(os.devnull, os.O_WRONLY)
    output = Output(null)
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stderr", output.errors_side)
    print("before")
    with muted():
        assert sys.stdout is output
        print("meanwhile")
        print("and here", file=sys.stderr)
    print("after")
    assert output.take() == "before\nafter\n"
    os.close(null)


def test_of_what_capsys_holds_the_end_is_taken_off(capsys: pytest.CaptureFixture[str]) -> None:
    print("before")
    with contextlib.suppress(ValueError), muted():
        print("meanwhile")
        print("and here", file=sys.stderr)
        raise ValueError
    print("after")
    assert capsys.readouterr() == ("before\nafter\n", "")


def test_a_stream_of_its_own_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Own:
        said = ""

        def write(self, text: str) -> int:
            self.said += text
            return len(text)

    own = Own()
    monkeypatch.setattr(sys, "stdout", own)
    monkeypatch.setattr(sys, "stderr", None)
    with muted():
        print("said", end="")
    assert own.said == "said"
