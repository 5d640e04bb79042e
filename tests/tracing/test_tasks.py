"""The tasks in a recording: who made them, what they wait for, what blocks the loop."""

from __future__ import annotations

from textwrap import dedent

import pytest

from course import locations
from course.catalogue import Catalogue
from course.tracing.recording import recording_of
from tests.checking.door import Door
from tests.tracing.conftest import Record
from tests.tracing.loops import task, view_of, waits


def test_code_without_an_event_loop_has_no_tasks(program: Record) -> None:
    assert program("print(1)\n").tasks is None


def test_a_step_names_its_task(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def ask(carrier):
            return carrier

        async def main():
            await asyncio.gather(ask("Gull"), ask("Tern"), ask("Tern"))

        asyncio.run(main())
        """
    )
    steps = [trace[index] for index in range(len(trace))]
    assert steps[0].task == ""
    assert {step.task for step in steps if step.function == "main"} == {"main()"}
    assert [step.task for step in steps if step.function == "ask" and step.event == "call"] == [
        "ask('Gull')",
        "ask('Tern') #1",
        "ask('Tern') #2",
    ]
    assert trace.tasks is not None
    times = [trace.tasks.time_at(index) for index in range(len(trace))]
    assert times == sorted(times)


SLEEPER = """\
import asyncio
import time

async def price(carrier):
    await asyncio.sleep(0)
    {line}
    return carrier

async def main():
    await asyncio.gather(price("Gull"), asyncio.sleep(0.01))

asyncio.run(main())
"""


def test_a_sleep_that_blocks_the_loop_is_told_in_words(program: Record) -> None:
    trace = program(SLEEPER.format(line="time.sleep(0.05)"))
    [block] = view_of(trace).blocks
    assert block.words.startswith("`time.sleep(0.05)` on line 6 kept every other task waiting for ")
    assert block.end - block.begin >= 50_000
    assert (trace[block.index].line, trace[block.index].task) == (6, "price('Gull')")
    assert trace.tasks is not None
    assert trace.tasks.next_block(0) == block.index


def test_a_computation_that_blocks_the_loop_is_told(program: Record) -> None:
    trace = program(SLEEPER.format(line="total = sum(range(5_000_000))"))
    [block] = view_of(trace).blocks
    assert "on line 6 kept every other task waiting" in block.words
    assert "`sum(range(5_000_000))`" in block.words


def test_waiting_as_one_should_blocks_nothing(program: Record) -> None:
    trace = program(SLEEPER.format(line="await asyncio.sleep(0.05)"))
    assert view_of(trace).blocks == ()


def test_without_another_task_nobody_is_said_to_wait(program: Record) -> None:
    trace = program(
        """\
        import asyncio
        import time

        async def main():
            time.sleep(0.03)

        asyncio.run(main())
        """
    )
    [block] = view_of(trace).blocks
    assert "no other task was there to wait" in block.words


def test_too_many_tasks_are_told(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def ask():
            pass

        async def main():
            await asyncio.gather(*(ask() for _ in range(400)))
            print("done")

        asyncio.run(main())
        """
    )
    assert trace.printed == "done\n"
    assert "Not all tasks are drawn" in trace.note


def test_an_endless_task_is_drawn_up_to_the_end_of_its_time(record: Record) -> None:
    trace = record(
        """\
        import asyncio

        from work import work

        def test_work():
            assert asyncio.run(work()) == 1
        """,
        """\
        import asyncio

        async def work():
            await asyncio.Event().wait()
        """,
        timeout=1,
    )
    assert trace.ended == "time"
    assert task(trace, "work()").state == "pending"
    assert waits(trace, "work()") == [("an event", 4)]


FETCH = """\
async def fetch_all_prices(carriers, fetch):
    prices = {}
    for carrier in carriers:
        prices[carrier] = await fetch(carrier)
    return prices, []
"""


def test_an_exercise_of_the_course(door: Door) -> None:
    exercise = Catalogue.open(locations.find()).exercise("asyncio/fetch_all_prices")
    report = door.check(exercise, FETCH)
    failed = next(it for it in report.tests if it.id == "test_the_requests_overlap")
    trace = door.run_async(door.checker.trace(exercise, FETCH, failed))
    waited = [what for what, _ in waits(trace, view_of(trace).tasks[0].name)]
    assert waited == ["its next turn"] * 7


def test_an_endpoint_of_fastapi(door: Door) -> None:
    trace = door.run_async(
        door.checker.trace_program(
            dedent(
                """\
                import asyncio

                from fastapi import FastAPI
                from fastapi.testclient import TestClient

                app = FastAPI()

                @app.get("/stock")
                async def stock():
                    await asyncio.sleep(0.01)
                    return {"tea": 3}

                print(TestClient(app).get("/stock").json())
                """
            ),
            needs=("fastapi",),
        )
    )
    assert trace.printed == "{'tea': 3}\n"
    assert trace.tasks is not None
    known = [it for view in trace.tasks.views for one in view.tasks for it in one.stretches]
    assert ("sleep(0.01)", 10) in [(it.what, it.line) for it in known if it.doing == "waiting"]
    assert all(trace[at].task for at in range(len(trace)) if trace[at].function == "stock")
    # The framework has tasks of its own; those that run no line of the learner's are left out.
    assert [len(view.tasks) for view in trace.tasks.views] == [1]


@pytest.mark.parametrize(
    "forged",
    [
        {"moments": [[0, 7]]},
        {"moments": []},
        {"loops": []},
        {"tasks": [["", "main()", 9, 0, 0, 1, "done"]]},
        {"tasks": [["", "main()", -1, 3, 0, 1, "done"]]},
        {"runs": [[5, 0, 1, "", "", 0, 0, 0, 0]]},
        {"tasks": "none"},
    ],
)
def test_tables_that_do_not_fit_are_refused(forged: dict[str, object]) -> None:
    loop = {
        "loops": [[0, 1]],
        "tasks": [["", "main()", -1, 0, 0, 1, "done"]],
        "runs": [[0, 0, 1, "", "", 0, 0, 0, 0]],
        "moments": [[0, 0]],
        "is_all": True,
    }
    said = {
        "texts": [""],
        "nodes": [["<module>", -1, 0]],
        "snapshots": [],
        "steps": [[1, "call", 1, 0, [], 0, 0]],
        "calls": [],
        "printed": "",
        "total": 1,
        "ended": "finished",
    }
    assert recording_of({**said, "loop": loop}).loop is not None
    with pytest.raises((LookupError, ValueError)):
        recording_of({**said, "loop": {**loop, **forged}})
