"""The tasks in a recording: who made them, what they wait for, what blocks the loop."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from course import locations
from course.catalogue import Catalogue
from course.tracing.recording import recording_of
from course.tracing.tasks import LoopTask, LoopView
from course.tracing.trace import Trace
from tests.checking.door import Door
from tests.tracing.conftest import Record


def view_of(trace: Trace, number: int = 0) -> LoopView:
    """The tasks of one event loop."""
    assert trace.tasks is not None
    return trace.tasks.views[number]


def task(trace: Trace, name: str) -> LoopTask:
    """The task with a name."""
    return next(one for one in view_of(trace).tasks if one.name == name)


def waits(trace: Trace, name: str) -> list[tuple[str, int]]:
    """What a task waits for, one after the other, and on which line."""
    return [(it.what, it.line) for it in task(trace, name).stretches if it.doing == "waiting"]


def test_code_without_an_event_loop_has_no_tasks(program: Record) -> None:
    assert program("print(1)\n").tasks is None


def test_tasks_have_a_name_a_maker_and_an_end(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def ask(carrier):
            if carrier == "Heron":
                raise ConnectionError("down")
            await asyncio.sleep(10 if carrier == "Snail" else 0)

        async def main():
            named = asyncio.create_task(ask("Gull"), name="the first")
            down = asyncio.create_task(ask("Heron"))
            slow = asyncio.create_task(ask("Snail"))
            await named
            await asyncio.wait([down])
            slow.cancel()

        asyncio.run(main())
        """
    )
    found = [(it.name, it.creator, it.state) for it in view_of(trace).tasks]
    assert found == [
        ("main()", "", "done"),
        ("the first", "main()", "done"),
        ("ask('Heron')", "main()", "failed"),
        ("ask('Snail')", "main()", "cancelled"),
    ]


def test_what_is_waited_for_is_told_with_its_line(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def pack(queue, lock):
            item = await queue.get()
            async with lock:
                await asyncio.sleep(0.01)

        async def main():
            queue = asyncio.Queue(1)
            lock = asyncio.Lock()
            async with asyncio.TaskGroup() as group:
                one = group.create_task(pack(queue, lock), name="one")
                group.create_task(pack(queue, lock), name="two")
                await asyncio.sleep(0)
                await queue.put("tea")
                await queue.put("mug")
            future = asyncio.get_running_loop().create_future()
            asyncio.get_running_loop().call_soon(future.set_result, 1)
            await future
            await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
            later = asyncio.create_task(asyncio.sleep(0), name="later")
            await later
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.Event().wait()
            except TimeoutError:
                pass

        asyncio.run(main())
        """
    )
    assert waits(trace, "one") == [("an item in a queue", 4), ("sleep(0.01)", 6)]
    assert waits(trace, "two") == [("an item in a queue", 4), ("a lock", 5), ("sleep(0.01)", 6)]
    assert waits(trace, "main()") == [
        ("its next turn", 14),
        ("room in a queue", 16),
        ("the tasks of its group", 11),
        ("a future", 19),
        ("several tasks", 20),
        ("later", 22),
        ("an event", 25),
    ]


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


def test_recording_does_not_make_a_timeout_come_early(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def count():
            total = 0
            for turn in range(4_000):
                total += turn
            await asyncio.sleep(0)
            return total

        async def main():
            async with asyncio.timeout(0.05):
                await count()
            print("in time")

        asyncio.run(main())
        """
    )
    assert trace.printed == "in time\n"


def test_each_event_loop_has_its_own_tasks(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def one():
            pass

        async def two():
            await asyncio.sleep(0)

        asyncio.run(one())
        asyncio.run(two())
        """
    )
    assert trace.tasks is not None
    names = [[it.name for it in view.tasks] for view in trace.tasks.views]
    assert names == [["one()"], ["two()"]]
    last = trace.tasks.view_at(len(trace) - 1)
    assert [it.name for it in last.tasks] == ["two()"]


def test_a_factory_of_the_learner_keeps_its_place(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        made = []

        def factory(loop, coroutine, **more):
            made.append(coroutine.__name__)
            return asyncio.Task(coroutine, loop=loop, **more)

        async def ask():
            await asyncio.sleep(0)

        async def main():
            asyncio.get_running_loop().set_task_factory(factory)
            await asyncio.gather(ask(), ask())

        asyncio.run(main())
        print(made[:2])
        """
    )
    assert trace.printed == "['ask', 'ask']\n"
    assert [it.name for it in view_of(trace).tasks] == ["main()", "ask() #1", "ask() #2"]


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
    assert [what for what, _ in waits(trace, view_of(trace).tasks[0].name)] == [
        "sleep(0.002)",
        "sleep(0.001)",
        "sleep(0.002)",
    ]


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


EAGER = """\
import asyncio

async def ask(carrier):
    print("ask", carrier)
    await asyncio.sleep(0.01)
    return carrier

async def quick():
    return 1

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(ask("Gull"), quick())

asyncio.run(main())
"""


@pytest.mark.skipif("sys.version_info < (3, 12)")
def test_an_eager_task_runs_inside_the_one_that_makes_it(program: Callable[..., Trace]) -> None:
    trace = program(EAGER)
    assert trace.printed == "ask Gull\n"
    assert task(trace, "quick()").state == "done"
    assert waits(trace, "ask('Gull')") == [("sleep(0.01)", 5)]
    assert ("ask('Gull')", 0) in waits(trace, "main()")
    assert {trace[at].task for at in range(len(trace)) if trace[at].function == "ask"} == {
        "ask('Gull')"
    }


def test_what_an_async_generator_waits_for_is_told(program: Record) -> None:
    trace = program(
        """\
        import asyncio

        async def prices():
            for price in (3, 4):
                await asyncio.sleep(0.012345)
                yield price

        async def main():
            async for price in prices():
                print(price)

        asyncio.run(main())
        """
    )
    assert {what for what, _ in waits(trace, "main()")} == {"sleep(0.01235)"}


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
