"""Many variants in one worker: what is believed, and what is tried again in another."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import pytest

from course.catalogue.package import joined
from course.checking.conversation import Conversation
from course.checking.expected import Expected
from course.checking.trials import Variant, _confirmed, trial_of, try_out
from course.model import Exercise
from course.worker.protocol import CONTROL, End, Event, ProbeStuck, TestBegun, TrialResult
from tests.checking.door import exercise_named
from tests.checking.said import talk_of

CLAMP = exercise_named("clamp")
GOOD_CONTROL = [TestBegun(str(CONTROL)), TrialResult(CONTROL, "passed")]
BAD_CONTROL = [TestBegun(str(CONTROL)), TrialResult(CONTROL, "failed")]


def tried(number: int, outcome: str) -> list[Event]:
    return [TestBegun(str(number)), TrialResult(number, outcome)]  # type: ignore[arg-type]


class Workers:
    """What one worker after the other says, and the jobs they were given."""

    def __init__(self, *conversations: Conversation | None) -> None:
        self.left = list(conversations)
        self.jobs: list[dict[str, Any]] = []

    async def run(self, exercise: Exercise, *arguments: Any) -> tuple[Conversation | None, None]:
        *_, task, job = arguments
        assert task == "trials"
        self.jobs.append({**job, "timeout": exercise.source.timeout})
        return self.left.pop(0), None


def outcome(variants: int, *conversations: Conversation | None, of: Exercise = CLAMP) -> Any:
    workers = Workers(*conversations)
    sources = [Variant(f"x = {number}\n") for number in range(variants)]
    found = asyncio.run(
        try_out(of, sources, 2.0, Expected(("a",), {}), workers.run)  # type: ignore[arg-type]
    )
    return found, workers.jobs


def test_what_was_said_before_the_unchanged_program_passed_is_believed() -> None:
    talk = talk_of(*tried(0, "passed"), *tried(1, "failed"), *GOOD_CONTROL, End())
    found, [job] = outcome(2, talk)
    assert found == [True, False]
    assert job["timeout"] == 8.0  # 2 seconds each, for two more than there are
    assert [trial["files"] for trial in job["trials"]] == [
        {"clamp.py": "x = 0\n"},
        {"clamp.py": "x = 1\n"},
    ]


def test_what_was_said_since_then_is_not() -> None:
    first = talk_of(*tried(0, "passed"), *GOOD_CONTROL, *tried(1, "passed"), *BAD_CONTROL)
    found, jobs = outcome(3, first, talk_of(*tried(0, "failed"), *GOOD_CONTROL))
    # The first that is not believed is left out: it may have broken the unchanged program.
    assert found == [True, None, False]
    assert len(jobs) == 2


def test_one_that_takes_too_long_is_none_and_the_rest_goes_to_another_worker() -> None:
    first = talk_of(*tried(0, "timeout"))
    found, jobs = outcome(2, first, talk_of(*tried(0, "passed"), *GOOD_CONTROL))
    assert found == [False, True]
    assert [len(job["trials"]) for job in jobs] == [2, 1]


def test_one_that_ends_its_process_by_itself_does_not_pass() -> None:
    found, _ = outcome(1, talk_of(TestBegun("0"), status=0))
    assert found == [False]
    found, _ = outcome(1, talk_of(TestBegun("0"), status=-9))
    assert found == [None]


def test_where_nothing_is_said_nothing_is_known() -> None:
    assert outcome(2, talk_of(End()))[0] == [None, None]
    assert outcome(2, None)[0] == [None, None]


def test_many_are_dealt_out_to_several_workers() -> None:
    talks = [talk_of(*(it for n in range(40) for it in tried(n, "passed")), *GOOD_CONTROL)] * 2
    found, jobs = outcome(80, *talks)
    assert found == [True] * 80
    assert [len(job["trials"]) for job in jobs] == [40, 40]
    assert jobs[1]["trials"][0]["files"] == {"clamp.py": "x = 1\n"}


def test_programs_that_leave_their_process_are_not_tried() -> None:
    source = msgspec.structs.replace(CLAMP.source, needs=("processes",))
    found, jobs = outcome(1, of=msgspec.structs.replace(CLAMP, source=source))
    assert (found, jobs) == ([None], [])
    by_learner = msgspec.structs.replace(CLAMP, by_learner=True)
    _, [job] = outcome(1, talk_of(*tried(0, "passed"), *GOOD_CONTROL), of=by_learner)
    assert (job["trials"][0]["code"], job["trials"][0]["files"]) == ("x = 0\n", {})


@pytest.mark.parametrize(
    ("events", "more", "believed", "left_out"),
    [
        ([], {}, {}, set()),
        ([*tried(0, "passed")], {}, {}, set()),
        ([*tried(0, "passed"), *GOOD_CONTROL], {}, {0: True}, set()),
        ([*tried(0, "error"), *GOOD_CONTROL], {}, {0: False}, set()),
        ([*tried(0, "timeout"), *tried(1, "passed")], {}, {0: False}, set()),
        ([*tried(0, "passed"), *BAD_CONTROL, *GOOD_CONTROL], {}, {}, {0}),
        (
            [*tried(0, "passed"), *GOOD_CONTROL, *tried(1, "failed"), *BAD_CONTROL],
            {},
            {0: True},
            {1},
        ),
        ([*tried(0, "passed"), TestBegun(str(CONTROL))], {}, {}, {0}),
        ([*tried(0, "passed"), TestBegun("1")], {"status": -9}, {}, {1}),
        ([*tried(0, "passed"), TestBegun("1")], {"status": 0}, {1: False}, {1}),
        ([TestBegun("1"), ProbeStuck()], {"status": -9}, {1: False}, {1}),
    ],
)
def test_what_is_believed_of_a_workers_words(
    events: list[Event], more: dict[str, Any], believed: dict[int, bool], left_out: set[int]
) -> None:
    assert _confirmed(talk_of(*events, **more)) == (believed, left_out)


def test_a_variant_as_a_worker_gets_it() -> None:
    variant = Variant("x\n", only="test_a.py::test_b", reverse=True, before="y\n")
    about = {"only": "test_a.py::test_b", "reverse": True, "before": "y\n"}
    assert trial_of(CLAMP, variant) == {"files": {"clamp.py": "x\n"}, **about}
    package = msgspec.structs.replace(CLAMP, package=True)
    files = joined({"a.py": "a\n", "b/c.py": "c\n"})
    assert trial_of(package, Variant(files)) == {
        "files": {"clamp/a.py": "a\n", "clamp/b/c.py": "c\n"},
        "only": "",
        "reverse": False,
        "before": "",
    }
    mine = msgspec.structs.replace(CLAMP, by_learner=True)
    assert trial_of(mine, variant) == {"files": {}, "code": "x\n", **about}


def test_one_worker_gets_sixty_four() -> None:
    for variants, workers in ((0, 1), (1, 1), (64, 1), (65, 2), (128, 2), (129, 3)):
        _, jobs = outcome(variants, *[None] * workers)
        assert len(jobs) == min(workers, variants)
        assert sum(len(job["trials"]) for job in jobs) == variants
