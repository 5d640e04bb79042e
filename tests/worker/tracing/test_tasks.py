"""The tasks of an event loop as they are recorded: who made them, what they wait for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from course.tracing.trace import Trace
from tests.tracing.conftest import Record
from tests.tracing.loops import task, view_of, waits


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
