"""The `>>>` prompt: blocks run in a process that goes on, and exceptions are told as by Python."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from course.checking.dialogue import Dialogue
from course.checking.launch import Needs, Worker
from course.checking.prompt import Prompt, PromptAnswer, PromptCode, run_prompt
from tests.checking.door import Door, exercise_named
from tests.checking.scripted_worker import Part, ScriptedWorker

STOP = object()


class Sitting:
    """Enters blocks one after another, each when the one before has been run."""

    def __init__(self, *blocks: object, answers: tuple[str, ...] = ()) -> None:
        self.blocks = list(blocks)
        self.given = list(answers)
        self.shown = ""
        self.said: list[str] = []
        self.answers: list[PromptAnswer] = []
        self.prompt = Prompt(Dialogue(self.printed, self.asked, lambda _: None), self.answered)

    def printed(self, text: str) -> None:
        self.shown += text
        if "interrupt me" in text:
            self.prompt.interrupt()

    def asked(self) -> None:
        if self.given:
            self.prompt.dialogue.answer(self.given.pop(0))
        else:
            self.prompt.interrupt()

    def answered(self, answer: PromptAnswer) -> None:
        self.answers.append(answer)
        self.said.append(self.shown)
        self.shown = ""
        if self.blocks:
            self.prompt.enter(str(self.blocks.pop(0)))
        else:
            self.prompt.enter("exit()")


def sit(door: Door, sitting: Sitting, code: PromptCode | str = "") -> str:
    """Why it ended; `sitting` has what was said."""
    if isinstance(code, str):
        code = PromptCode.of_program(code)

    async def within() -> str:
        async with asyncio.timeout(60):
            return await door.checker.prompt(code, sitting.prompt)  # type: ignore[arg-type]

    return door.run_async(within())


def test_blocks_run_one_after_another_in_one_place(door: Door) -> None:
    sitting = Sitting(
        "1 + 1",
        "total = 3",
        "total",
        "for n in range(2):\n    print(n)\n",
        "x = 5\nx\nx * 2",
        "None",
        "_ + 1",
        "def double(n):\n    return n * 2",
        "double('a')",
    )
    assert sit(door, sitting, "print('hello')\nBEGUN = 7\n") == ""
    assert sitting.said == [
        "hello\n", "2\n", "", "3\n", "0\n1\n", "5\n10\n", "", "11\n", "", "'aa'\n"
    ]  # fmt: skip
    assert ("total", "int", "3") in sitting.answers[-1].values
    assert ("BEGUN", "int", "7") in sitting.answers[0].values
    assert sitting.answers[-1].defines == ("double",)
    assert not any(name.startswith("_") for name, *_ in sitting.answers[-1].values)


def test_an_exercise_is_loaded_as_its_module(door: Door) -> None:
    source = "LOW = 1\n\ndef clamp(value, low, high):\n    return max(low, min(value, high))\n"
    sitting = Sitting("clamp(9, LOW, 5)", "__name__", "import clamp as again; again.LOW")
    code = PromptCode.of_exercise(exercise_named("clamp"), source)
    assert sit(door, sitting, code) == ""
    assert sitting.said[1:] == ["5\n", "'clamp'\n", "1\n"]
    assert sitting.answers[0].defines == ("clamp",)


def test_exceptions_are_printed_as_python_prints_them(door: Door) -> None:
    sitting = Sitting("half(0)", "x = = 2", "nothing", "1")
    assert sit(door, sitting, "def half(n):\n    return 1 / n\n") == ""
    lines = sitting.said[1].split("\n")
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1].startswith('  File "<python-input-0>", line 1, in <module>')
    assert '  File "main.py", line 2, in half' in lines
    assert lines[-2] == "ZeroDivisionError: division by zero"
    assert "prompt.py" not in sitting.said[1]
    assert sitting.said[2].startswith('  File "<python-input-1>", line 1\n')
    assert "SyntaxError: invalid syntax" in sitting.said[2]
    assert "NameError: name 'nothing' is not defined" in sitting.said[3]
    assert sitting.said[4] == "1\n"
    told = sitting.answers[1].exception
    assert told is not None
    assert (told.type, told.frames[-1].line) == ("ZeroDivisionError", 2)


def test_code_that_fails_leaves_what_it_had_made(door: Door) -> None:
    sitting = Sitting("first")
    assert sit(door, sitting, "first = 1\nsecond = 1 / 0\n") == ""
    assert "ZeroDivisionError" in sitting.said[0]
    assert sitting.said[1] == "1\n"


@pytest.mark.parametrize(
    "block",
    [
        "print('interrupt me')\nwhile True: pass",
        "import time; print('interrupt me', flush=True); time.sleep(50)",
        "name = input('Who? ')",
    ],
)
def test_what_runs_is_interrupted_and_all_else_goes_on(block: str, door: Door) -> None:
    sitting = Sitting("kept = 1", block, "kept")
    assert sit(door, sitting) == ""
    assert "KeyboardInterrupt" in sitting.said[2]
    assert sitting.said[3] == "1\n"


def test_what_cannot_be_interrupted_is_ended(door: Door) -> None:
    block = (
        "import time\nwhile True:\n    try:\n        print('interrupt me')\n"
        "        time.sleep(60)\n    except BaseException: pass\n"
    )
    assert "could not be interrupted" in sit(door, Sitting(block))


def test_input_is_asked_for(door: Door) -> None:
    sitting = Sitting("input('Who? ') + '!'", answers=("Ann",))
    assert sit(door, sitting) == ""
    assert sitting.said[1].endswith("'Ann!'\n")


def test_output_has_an_end(door: Door) -> None:
    sitting = Sitting("while True: print('x' * 1000)", "'a' * 100_000", "2")
    assert sit(door, sitting) == ""
    assert 0 < len(sitting.said[1]) < 300_000
    assert sitting.said[2].endswith("(100,002 characters)\n")
    assert sitting.said[3] == "2\n"


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("import os; os._exit(3)", "ended the whole Python process"),
        ("x = 'a' * (1 << 33)", ""),
        ("exit()", ""),
    ],
)
def test_what_ends_the_process_is_told(block: str, why: str, door: Door) -> None:
    assert why in sit(door, Sitting(block))


def test_nothing_it_does_reaches_beyond_it(door: Door, tmp_path: Path) -> None:
    place = tmp_path / "written"
    sitting = Sitting(f"open({str(place)!r}, 'w')", "open('own.txt', 'w').write('ok')")
    assert sit(door, sitting) == ""
    assert "Error" in sitting.said[1]
    assert not place.exists()
    assert sitting.said[2] == "2\n"


def test_a_prompt_that_is_left_ends_its_process(door: Door) -> None:
    begun = asyncio.Event()
    lent = []

    async def leave() -> None:
        pool = door.checker._workers()
        lend = pool.lend

        async def lending(needs: tuple[str, ...]) -> object:
            lent.append(await lend(needs))
            return lent[-1]

        pool.lend = lending  # type: ignore[method-assign, assignment]
        try:
            prompt = Prompt(
                Dialogue(lambda _: None, lambda: None, lambda _: None), lambda _: begun.set()
            )
            sitting = asyncio.create_task(door.checker.prompt(PromptCode.of_program(""), prompt))
            async with asyncio.timeout(60):
                await begun.wait()
                prompt.enter("while True: pass")
                sitting.cancel()
                await asyncio.wait([sitting])
                await asyncio.shield(lent[0].ended)
        finally:
            pool.lend = lend  # type: ignore[method-assign]

    door.run_async(leave())
    assert lent[0].ended.done()


# ---------------------------------------------------------------- without a process


class Lending:
    """A pool with one worker."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.needs: Needs = ()

    async def lend(self, needs: Needs) -> Worker:
        self.needs = needs
        return self.worker

    def take_back(self, worker: Worker) -> None:
        worker.release()


def waits(printed: int = 0, **more: object) -> dict[str, Any]:
    """The worker waits for a block."""
    said = {"t": "prompts", "printed": printed, "values": [], "defines": [], "exception": None}
    return {**said, **more}


def served(sitting: Sitting, *parts: Part, **more: Any) -> tuple[str, ScriptedWorker, list[str]]:
    """Why it ended, the worker, and the folders that were filled."""

    async def work() -> tuple[str, ScriptedWorker, list[str]]:
        filled: list[str] = []
        code = PromptCode("a.py", "", "a", ("z", "b", "z"), lambda slot: filled.append(str(slot)))
        worker = ScriptedWorker(*parts)
        for name, value in more.items():
            setattr(worker, name, value)
        lending = Lending(worker)
        async with asyncio.timeout(60):
            why = await run_prompt(lending, code, sitting.prompt)  # type: ignore[arg-type]
        assert lending.needs == ("b", "z")
        return why, worker, filled

    return asyncio.run(work())


def test_blocks_go_to_the_worker_and_answers_come_back() -> None:
    sitting = Sitting("x = 1")
    value = {"name": "x", "type": "int", "value": "1"}
    raised = {"type": "ValueError", "message": "no", "frames": []}
    why, worker, filled = served(
        sitting,
        [b"loaded", waits(6, defines=["f"])],
        [b"ran", waits(3, values=[value], exception=raised)],
        [{"t": "end"}],
    )
    assert why == ""
    assert worker.told == [
        {"op": "enter", "block": "x = 1"},
        {"op": "enter", "block": "exit()"},
    ]
    assert (worker.job["task"], worker.job["module"], worker.job["live"]) == ("prompt", "a", True)
    assert (worker.more, worker.released, filled) == (True, 1, ["/slot"])
    assert worker.ended.result() == -9
    first, second = sitting.answers
    assert first == PromptAnswer((), ("f",), None)
    assert second.values == (("x", "int", "1"),)
    assert second.exception is not None
    assert second.exception.type == "ValueError"
    assert sitting.said == ["loaded", "ran"]


def test_a_line_is_handed_over_to_a_block_that_asks() -> None:
    sitting = Sitting("input()", answers=("Kim",))
    asks = {"t": "asks", "printed": 5}
    why, worker, _ = served(sitting, [waits()], [b"name?", asks], [waits(5)], [{"t": "end"}])
    assert why == ""
    assert worker.told[1] == {"op": "line", "line": "Kim"}


def test_an_interruption_goes_to_the_worker_while_something_runs() -> None:
    sitting = Sitting("work()")
    why, worker, _ = served(sitting, [waits()], [b"interrupt me"], [waits(12)], [{"t": "end"}])
    assert why == ""
    assert worker.told[1] == {"op": "interrupt"}
    sitting.prompt.waits = True
    sitting.prompt.interrupting.clear()
    sitting.prompt.interrupt()
    assert not sitting.prompt.interrupting.is_set()


def test_why_a_prompt_ended_is_told() -> None:
    why, worker, filled = served(Sitting(), refused="It would not be safe here.")
    assert (why, worker.job, filled) == ("It would not be safe here.", {}, [])
    assert worker.released == 1
    ended, worker, _ = served(Sitting(), [])
    assert ended == (
        "The program ended the whole Python process before it was done. "
        "Look for `os._exit` or a kill."
    )
    assert worker.released == 1
    stuck = {"t": "stuck", "lines": {}, "function": "", "early": False}
    assert served(Sitting(), [stuck])[0] == "It ran for 60 seconds, so this Python was ended."
    gone, _, _ = served(Sitting(), [{"t": "asks", "printed": "many"}])
    assert gone.startswith("What came back from the check cannot be read")


def test_one_that_cannot_be_interrupted_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.checking.prompt._STOPS_WITHIN", 0.0)
    why, worker, _ = served(Sitting("work()"), [waits()], [b"interrupt me"], [b"."])
    assert why == "It could not be interrupted, so this Python was ended."
    assert worker.told[1] == {"op": "interrupt"}
