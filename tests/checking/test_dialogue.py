"""Programs the learner talks to: what is typed reaches them, output streams, a stop ends them."""

from __future__ import annotations

import asyncio

import pytest

from course.checking.conversation import Conversation
from course.checking.dialogue import Dialogue, converse_live
from course.explaining.programs import explain_program
from course.model import Verdict
from course.worker.protocol import Job, StuckSaid
from tests.checking.door import Door
from tests.checking.scripted_worker import Part, ScriptedWorker
from tests.checking.talking import STOP, Talk, run


def test_what_is_typed_is_what_input_returns(door: Door) -> None:
    talk = Talk(["Ádá ☃", "36"])
    report = run(
        door, "name = input('Name? ')\nage = int(input('Age? '))\nprint(name, age + 1)", talk
    )
    assert report.verdict is Verdict.PASSED
    assert talk.transcript == "Name? Ádá ☃\nAge? 36\nÁdá ☃ 37\n"
    assert talk.questions == ["Name? ", "Age? "]
    assert talk.dialogue.typed == ["Ádá ☃", "36"]


def test_what_was_printed_without_a_newline_is_there_before_the_question(door: Door) -> None:
    talk = Talk(["tea"])
    run(door, "print('What ', end='')\nprint('now? ', end='')\nprint(input())", talk)
    assert talk.questions == ["What now? "]


def test_output_comes_while_the_program_runs(door: Door) -> None:
    talk = Talk(stop_when="second")
    report = run(
        door, "import time\nprint('first')\nprint('second', end='')\ntime.sleep(50)\n", talk
    )
    assert talk.transcript == "first\nsecond"
    assert report.limit == "You stopped it on line 4."


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("print('on')\nwhile True:\n    pass\n", (2, 3)),
        ("print('on')\nwhile True:\n    try:\n        while True: pass\n"
         "    except BaseException: pass\n", (4,)),
        ("print('on')\n10 ** 10 ** 9\n", (None,)),
    ],
)  # fmt: skip
def test_a_stop_ends_an_endless_loop(source: str, line: tuple[int | None, ...], door: Door) -> None:
    report = run(door, source, Talk(stop_when="on"))
    assert report.verdict is Verdict.TIMEOUT
    assert (report.stuck.line if report.stuck else None) in line


def test_a_stop_ends_a_program_that_waits_for_input(door: Door) -> None:
    report = run(door, "print('hello')\nname = input('Name? ')\n", Talk([STOP]))
    assert report.limit == "You stopped it on line 2."


def test_the_time_it_waits_for_the_learner_does_not_count(door: Door) -> None:
    class Slow(Talk):
        def asked(self) -> None:
            asyncio.get_running_loop().call_later(2.5, super().asked)

    talk = Slow(["here I am"])
    assert run(door, "print(input())", talk, seconds=0.5).verdict is Verdict.PASSED
    report = run(door, "input()\nwhile True: pass", Slow(["go"]), seconds=0.5)
    assert report.verdict is Verdict.TIMEOUT
    assert "line 2" in (report.limit or "")


def test_a_hundred_thousand_lines_come_whole_and_more_are_too_many(door: Door) -> None:
    talk = Talk()
    assert run(door, "for n in range(100_000): print(n)", talk).verdict is Verdict.PASSED
    assert talk.transcript.splitlines() == [str(n) for n in range(100_000)]
    assert talk.blocks < 20_000
    flood = run(door, "while True: print('x')", Talk())
    assert flood.verdict is Verdict.TOO_MUCH_OUTPUT
    assert "100,000 lines" in (explain_program(flood, "while True: print('x')") or "")


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.fork()",
        "import socket\nsocket.socket()",
        "import subprocess\nsubprocess.run(['ls'])",
        "open('/etc/passwd')",
    ],
)
def test_what_is_refused_is_explained_calmly(source: str, door: Door) -> None:
    report = run(door, source, Talk())
    assert report.verdict is Verdict.ERROR
    assert "A program runs by itself here" in (explain_program(report, source) or "")


def test_the_folder_it_ran_in_is_not_shown(door: Door) -> None:
    talk = Talk(["go"])
    run(
        door,
        "import sys, time\nfor part in (__file__[:30], __file__[30:]):\n"
        "    print(part, end='', flush=True)\n    time.sleep(0.1)\ninput()",
        talk,
    )
    assert talk.transcript == "main.pygo\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("print('a'", "never closed"),
        ("total = 3\nprint(totl)", "there is a `total`"),
        ("print('x' + 3)", "`+` can join two strings, and here the other side is a whole number"),
        ("items = [1]\nitems[3]", "`items` has 1 item"),
    ],
)
def test_an_error_is_told_in_plain_words(source: str, words: str, door: Door) -> None:
    assert words in (explain_program(run(door, source, Talk()), source) or "")


def test_cancelling_ends_the_program(door: Door) -> None:
    talk = Talk()

    async def leave() -> None:
        asked = asyncio.Event()
        talk.dialogue._asked = asked.set
        running = asyncio.create_task(door.checker.run_live("input('Name? ')", talk.dialogue))
        await asked.wait()
        running.cancel()
        await asyncio.wait([running])
        assert running.cancelled()

    door.run_async(leave())
    assert run(door, "print('next')", Talk()).verdict is Verdict.PASSED


# ---------------------------------------------------------------- the two sides, without a program


class Heard:
    """A dialogue, and all that the learner's side was told."""

    def __init__(self, *folders: str) -> None:
        self.printed: list[str] = []
        self.asked = 0
        self.read: list[str | None] = []
        self.dialogue = Dialogue(self.printed.append, self.ask, self.read.append)
        self.dialogue.open(folders)

    def ask(self) -> None:
        self.asked += 1


def test_what_is_answered_before_it_is_asked_for_is_not_asked_for() -> None:
    async def work() -> Heard:
        heard = Heard()
        assert not heard.dialogue.asks
        heard.dialogue.answer("first")
        assert await heard.dialogue.next_line(0) == "first"
        waiting = asyncio.ensure_future(heard.dialogue.next_line(0))
        while not heard.dialogue.asks:
            await asyncio.sleep(0)
        heard.dialogue.answer(None)
        assert await waiting is None
        assert not heard.dialogue.asks
        return heard

    heard = asyncio.run(work())
    assert (heard.asked, heard.read, heard.dialogue.typed) == (1, ["first", None], ["first"])


def test_the_question_is_shown_before_a_line_is_taken() -> None:
    async def work() -> Heard:
        heard = Heard()
        waiting = asyncio.ensure_future(heard.dialogue.next_line(5))
        for part in (b"na", b"me?"):
            await asyncio.sleep(0)
            assert heard.asked == 0
            heard.dialogue.show(part)
        while not heard.asked:
            await asyncio.sleep(0)
        heard.dialogue.answer("Kim")
        assert await waiting == "Kim"
        return heard

    assert asyncio.run(work()).printed == ["na", "me?"]


def test_characters_and_folders_may_come_in_pieces() -> None:
    async def work() -> tuple[str, str]:
        heard = Heard("/tmp/slot/work/")
        for block in (b"at /tmp/slot/w", b"ork/\xc3", b"\xa9.py, /tmp/slot/wor"):
            heard.dialogue.show(block)
        before = "".join(heard.printed)
        heard.dialogue.close()
        return before, "".join(heard.printed)

    before, after = asyncio.run(work())
    assert before == "at é.py, "
    assert after == "at é.py, /tmp/slot/wor"


def test_who_has_left_is_told_nothing() -> None:
    async def work() -> Heard:
        heard = Heard()
        heard.dialogue.leave()
        heard.dialogue.show(b"x")
        heard.dialogue.answer("a")
        await heard.dialogue.next_line(0)
        assert not heard.dialogue.stopped
        heard.dialogue.stop()
        assert heard.dialogue.stopped
        return heard

    heard = asyncio.run(work())
    assert (heard.printed, heard.asked, heard.read) == ([], 0, [])


# ---------------------------------------------------------------- a run, without a process

JOB: Job = {"task": "program", "module": "main", "tests": {}}
END = {"t": "end"}
ASKS = {"t": "asks", "printed": 5}


def lived(
    *parts: Part, answers: tuple[str | None, ...] = ()
) -> tuple[ScriptedWorker, Conversation, Talk]:
    async def work() -> tuple[ScriptedWorker, Conversation, Talk]:
        talk = Talk(answers)
        worker = ScriptedWorker(*parts)
        async with asyncio.timeout(60):
            return worker, await converse_live(worker, JOB, 30.0, talk.dialogue), talk

    return asyncio.run(work())


def test_a_line_goes_to_the_program_when_it_asks() -> None:
    worker, talk, heard = lived(
        [{"t": "live"}, b"name?", ASKS],
        [b"again", {**ASKS, "printed": 10}],
        [END],
        answers=("Kim", None),
    )
    assert worker.told == [{"op": "line", "line": "Kim"}, {"op": "line", "line": None}]
    assert (worker.job["live"], worker.job["task"], worker.more) == (True, "program", True)
    assert heard.transcript == "name?Kim\nagain^D"
    assert (talk.ended, talk.stopped, talk.raw) == (True, None, b"name?again")
    assert not worker.ended.done()


def test_a_stop_is_sent_to_a_program_that_can_be_spoken_to() -> None:
    stuck = {"t": "stuck", "lines": {"2": 1}, "function": "f", "early": False}
    worker, talk, heard = lived([{"t": "live"}, b"name?", ASKS], [stuck], answers=(STOP,))
    assert worker.told == [{"op": "stop"}]
    assert (talk.stopped, talk.ended, heard.dialogue.typed) == ("timeout", False, [])
    assert talk.last(StuckSaid) is not None
    assert worker.ended.result() == -9


def test_a_stop_before_it_can_be_spoken_to_is_sent_once_it_can() -> None:
    async def work() -> tuple[ScriptedWorker, Conversation]:
        talk = Talk()
        worker = ScriptedWorker([b"x"], [END])
        talk.dialogue.stop()
        running = asyncio.ensure_future(converse_live(worker, JOB, 30.0, talk.dialogue))
        while not worker.job:
            await asyncio.sleep(0)
        await asyncio.sleep(0.05)
        assert worker.told == []
        worker._parts.insert(0, [{"t": "live"}])
        worker._say()
        return worker, await running

    worker, talk = asyncio.run(work())
    assert worker.told == [{"op": "stop"}]
    assert (talk.stopped, talk.ended) == ("timeout", True)


def test_a_program_that_ends_without_a_word_is_over() -> None:
    worker, talk, _ = lived([])
    assert (worker.told, talk.ended, talk.status) == ([], False, -9)
