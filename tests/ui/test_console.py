"""What a program prints and what is typed to it."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events

from course.locations import Locations
from tests.ui.playing import ASKING, has_ended, opened, ran, state, told


async def test_lines_typed_in_a_burst_are_answers_in_their_order(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, ASKING)
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        await it.rush(*"Ada", "enter", "3", "enter")
        await it.until(lambda: has_ended(screen))
        assert screen.output.text == "Name? Ada\nHow many? 3\n3 for Ada"


async def test_output_comes_while_the_program_runs(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "import time\nprint('first', end='')\ntime.sleep(60)\n")
        await it.press("f5")
        await it.until(lambda: screen.output.text == "first")
        assert screen.running
        await it.press("f9")
        await it.until(lambda: has_ended(screen))
        assert state(screen) == "■ You stopped it on line 3."


async def test_ctrl_d_ends_the_input(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await opened(it, "import sys\nprint(sum(int(n) for n in sys.stdin))\ninput()\n")
        await it.press("f5")
        await it.until(lambda: screen.answer.has_focus)
        await it.press("4", "enter", "5", "enter")
        await it.until(lambda: screen.output.text == "4\n5")
        await it.press("ctrl+d")
        await it.until(lambda: screen.output.text.endswith("(end of input)\n9"))
        await it.press("ctrl+d")
        await it.until(lambda: has_ended(screen))
        await it.until(lambda: "input had ended" in told(it))
        assert "EOFError" in it.text


async def test_a_hundred_thousand_lines_are_shown_and_the_end_stays_in_view(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, "for n in range(100_000): print('line', n)\n")
        await ran(it, screen)
        assert screen.output.text.count("\n") == 99_999
        assert "line 99999" in it.text
        screen.editor.replace_text("while True: print('x')\n")
        await ran(it, screen)
        assert "printed too much" in state(screen)
        await it.until(lambda: "100,000 lines" in told(it))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("print('[red]tea[/red]')", "[red]tea[/red]"),
        ("print('ä☃茶')", "ä☃茶"),
        ("print('\\x1b[31mred\\x1b[0m \\x07bell')", "red bell"),
        ("print('10 %', end='\\r')\nprint('20 %')", "20 %"),
        ("for n in range(9_999): print(n, end='\\r', flush=True)", "9998"),
        ("print('12345', end='\\r')\nprint('ab', end='\\r')", "ab345"),
        ("print('a\\tb')", "a   b"),
        ("print('no end', end='')", "no end"),
    ],
)
async def test_what_is_printed_is_shown_as_it_is(
    open_app: Any, small_course: Locations, source: str, shown: str
) -> None:
    async with open_app(small_course) as it:
        screen = await opened(it, source)
        await ran(it, screen)
        assert screen.output.text == shown
        assert shown in it.text


async def test_a_long_line_goes_on_in_the_next_row(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await opened(it, "print('a' * 100 + 'END')\nprint('茶' * 60 + 'ENDE')\n")
        await ran(it, screen)
        assert "END" in it.text
        assert "ENDE" in it.text
        await it.resize(80, 24)
        assert "END" in it.text


async def test_what_a_terminal_pastes_keeps_its_lines(
    open_app: Any, small_course: Locations
) -> None:
    """Terminals send a carriage return where a pasted line ends."""
    async with open_app(small_course) as it:
        screen = await opened(it, "")
        it.app.post_message(events.Paste("for n in [1]:\r    print(n)\r\nprint(2)\n"))
        await it.until(lambda: screen.editor.text)
        assert screen.editor.text == "for n in [1]:\n    print(n)\nprint(2)\n"
        assert screen.editor.document.line_count == 4
