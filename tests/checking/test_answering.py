"""Several programs answer the same probes in one worker, as far as that goes."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import pytest

from course.checking.answering import answers_of
from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.model import Exercise
from course.worker.protocol import Answered, End, Event, Probed, Probing, TestBegun
from tests.checking.door import exercise_named
from tests.checking.said import talk_of

CLAMP = exercise_named("clamp")
EXPECTED = Expected(("test_clamp.py::test_a",), {"test_clamp.py": {}})  # type: ignore[typeddict-item]
CALLS = ["f(1)", "f(2)"]


class Workers:
    """What workers say, one after the other, and what they were asked."""

    def __init__(self, *said: list[Event] | None) -> None:
        self._said = list(said)
        self.asked: list[tuple[Any, ...]] = []

    async def run(self, *arguments: Any) -> tuple[Conversation | None, None]:
        self.asked.append(arguments)
        said = self._said.pop(0)
        return (None if said is None else talk_of(*said)), None


def program(number: int, outcome: str = "returned", answers: int = 2) -> list[Event]:
    """What is said of one program: it was loaded, and answered its calls."""
    probed = [Probed(call, outcome, f"{number} {call}") for call in CALLS[:answers]]  # type: ignore[arg-type]
    return [TestBegun("load"), *probed, Answered(number)]


def answers(
    workers: Workers, sources: list[str], exercise: Exercise = CLAMP
) -> list[list[str] | None]:
    work = answers_of(exercise, sources, CALLS, EXPECTED, workers.run)  # type: ignore[arg-type]
    return [None if one is None else [result.value for result in one] for one in asyncio.run(work)]


def test_all_answer_in_one_worker_each_for_itself() -> None:
    workers = Workers([*program(0), *program(1), *program(2), End()])
    assert answers(workers, ["a", "b", "c"]) == [[f"{n} f(1)", f"{n} f(2)"] for n in range(3)]
    [(longer, first, calls, compiled, task, job)] = workers.asked
    assert (first, calls, task) == ("a", tuple(CALLS), "answers")
    assert compiled is EXPECTED.compiled
    assert [trial["files"] for trial in job["trials"]] == [{"clamp.py": it} for it in "abc"]
    assert job["each"] == CLAMP.source.timeout
    assert longer.source.timeout == 3 * CLAMP.source.timeout


def test_who_ends_the_process_is_asked_alone_and_the_others_in_another_worker() -> None:
    workers = Workers([*program(0), TestBegun("load")], [*program(0), End()])
    assert answers(workers, ["a", "b", "c"]) == [["0 f(1)", "0 f(2)"], None, ["0 f(1)", "0 f(2)"]]
    again = workers.asked[1]
    assert (again[1], len(again[5]["trials"])) == ("c", 1)


def test_answers_that_are_late_or_not_whole_are_asked_for_again() -> None:
    unfinished = [TestBegun("load"), Probing("f(1)"), Answered(1)]
    late = program(0, "late")
    workers = Workers([*late, *unfinished, *program(2), End()])
    assert answers(workers, ["a", "b", "c"]) == [None, None, ["2 f(1)", "2 f(2)"]]


def test_a_word_about_another_program_than_the_next_counts_for_nothing() -> None:
    workers = Workers([*program(1), *program(0), End()], [*program(0), End()])
    assert answers(workers, ["a", "b"]) == [["0 f(1)", "0 f(2)"]] * 2
    assert len(workers.asked) == 2


@pytest.mark.parametrize("said", [None, [], [TestBegun("load")], [End()]])
def test_where_the_first_one_does_not_answer_nothing_is_known(said: list[Event] | None) -> None:
    workers = Workers(said)
    assert answers(workers, ["a", "b"]) == [None, None]
    assert len(workers.asked) == 1


@pytest.mark.parametrize("needs", [("localhost",), ("processes",), ("flask", "processes")])
def test_what_leaves_its_process_is_asked_alone(needs: tuple[str, ...]) -> None:
    source = msgspec.structs.replace(CLAMP.source, needs=needs)
    leaves = msgspec.structs.replace(CLAMP, source=source)
    assert answers(Workers(), ["a", "b"], leaves) == [None, None]


def test_one_program_alone_and_tests_of_the_learners_need_no_worker_for_many() -> None:
    assert answers(Workers(), ["a"]) == [None]
    assert answers(Workers(), []) == []
    by_learner = msgspec.structs.replace(CLAMP, by_learner=True)
    assert answers(Workers(), ["a", "b"], by_learner) == [None, None]
    source = msgspec.structs.replace(CLAMP.source, needs=("flask",))
    workers = Workers([*program(0), *program(1), End()])
    flask = msgspec.structs.replace(CLAMP, source=source)
    assert answers(workers, ["a", "b"], flask)[1] == ["1 f(1)", "1 f(2)"]
