"""What a program prints, in order and within bounds."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from course.worker.channel import Output, TooMuchOutput
from course.worker.limits import KEPT_CHARACTERS


@pytest.fixture
def pipe() -> Iterator[tuple[Output, int]]:
    """An output and the end of the pipe where it arrives."""
    reading, writing = os.pipe()
    yield Output(writing), reading
    for end in (reading, writing):
        os.close(end)


def test_prints_and_errors_arrive_in_the_order_they_came(pipe: tuple[Output, int]) -> None:
    output, reading = pipe
    output.write("one ")
    output.errors_side.write("two ")
    output.buffer.write("thr\u00e9e".encode())
    output.buffer.write(b"\xff")
    output.flush()
    assert os.read(reading, 100) == b"one two thr\xc3\xa9e\\xff"
    assert output.bytes_sent == len(b"one two thr\xc3\xa9e\\xff")
    output.flush_waiting()
    with pytest.raises(TypeError, match="must be str, not int"):
        output.write(1)  # type: ignore[arg-type]


def test_what_a_test_printed_is_taken_once_and_its_start_is_kept(
    pipe: tuple[Output, int],
) -> None:
    output, _ = pipe
    output.write("x" * (KEPT_CHARACTERS - 1))
    output.write("yz")
    assert output.take() == "x" * (KEPT_CHARACTERS - 1) + "y"
    assert output.take() == ""
    output.write("later")
    assert output.take() == "later"
    output.write("before")
    output.forget()
    assert output.take() == ""


def test_what_is_logged_can_be_left_out(pipe: tuple[Output, int]) -> None:
    output, _ = pipe
    output.keep_only_prints()
    output.errors_side.write("logged")
    output.write("printed")
    assert output.take() == "printed"


def test_past_either_limit_printing_raises_again_and_again(pipe: tuple[Output, int]) -> None:
    output, _ = pipe
    output.bound(10, 4)
    output.write("x" * 10)
    for text in ("y", "z" * 6):
        with pytest.raises(TooMuchOutput):
            output.write(text)
    output.forget()
    for _ in range(4):
        output.write("\n")
    with pytest.raises(TooMuchOutput):
        output.write("\n")
