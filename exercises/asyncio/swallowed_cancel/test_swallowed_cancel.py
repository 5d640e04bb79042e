import asyncio

import pytest
from swallowed_cancel import COUNTS, poll_parcels

AT_THE_START = dict(COUNTS)


class Connection:
    """Gives prepared answers, then lets the poller wait; notes what happens to it."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.opened = 0
        self.closed = 0
        self.closed_at_the_end = 0
        self.asked = 0
        self.used_up = asyncio.Event()
        self.waited_for = asyncio.Event()

    async def connect(self):
        self.opened += 1
        return self

    async def ask(self):
        self.asked += 1
        if not self.answers:
            self.waited_for.set()
            await asyncio.sleep(30)
        answer = self.answers.pop(0)
        if not self.answers:
            self.used_up.set()
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def close(self):
        for _ in range(3):
            await asyncio.sleep(0)
        self.closed += 1


@pytest.fixture(autouse=True)
def no_answers_yet():
    COUNTS["answers"] = 0


def poll(connection, seconds=0.001, until="waited_for"):
    """Start the poller, cancel it when that event has come, and say how it ended."""

    async def main():
        task = asyncio.create_task(poll_parcels(connection.connect, seconds))
        event = asyncio.create_task(getattr(connection, until).wait())
        await asyncio.wait([task, event], timeout=1, return_when=asyncio.FIRST_COMPLETED)
        event.cancel()
        task.cancel()
        await asyncio.wait([task], timeout=0.05)
        ending = how_it_ended(task)
        connection.closed_at_the_end = connection.closed
        for _ in range(5):  # so that a poller which does not stop does not outlive its test
            task.cancel()
            await asyncio.sleep(0)
        return ending

    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()


def how_it_ended(task):
    if not task.done():
        return "still running"
    if task.cancelled():
        return "cancelled"
    return task.exception() or "ended by itself"


def test_it_ends_as_cancelled_while_it_waits_for_an_answer():
    assert poll(Connection("ok")) == "cancelled"


def test_it_ends_as_cancelled_during_the_pause():
    assert poll(Connection("ok"), seconds=30, until="used_up") == "cancelled"


def test_the_connection_is_closed_once_after_a_cancellation():
    connection = Connection("ok")
    poll(connection)
    assert (connection.opened, connection.closed) == (1, 1)


def test_the_connection_is_closed_after_a_cancellation_in_the_pause():
    connection = Connection("ok")
    poll(connection, seconds=30, until="used_up")
    assert (connection.opened, connection.closed) == (1, 1)


def test_the_poller_has_not_ended_before_the_connection_is_closed():
    connection = Connection("ok")
    assert poll(connection) == "cancelled"
    assert connection.closed_at_the_end == 1


def test_the_count_starts_at_zero():
    assert AT_THE_START == {"answers": 0}


def test_good_answers_are_counted():
    poll(Connection("ok", "ok", "ok"))
    assert COUNTS["answers"] == 3


def test_a_carrier_that_does_not_answer_is_survived_and_not_counted():
    connection = Connection("ok", ConnectionError("down"), ConnectionError("down"), "ok")
    assert poll(connection) == "cancelled"
    assert COUNTS["answers"] == 2
    assert connection.opened == 1


def test_each_pause_is_as_long_as_asked():
    connection = Connection("ok", ConnectionError("down"), "ok")
    pauses = []

    async def main():
        loop = asyncio.get_running_loop()

        def at_once(when, callback, *args, context=None):
            pauses.append(round(when - loop.time()))
            return loop.call_soon(callback, *args, context=context)

        loop.call_at = at_once
        task = asyncio.create_task(poll_parcels(connection.connect, 30))
        try:
            for _ in range(200):
                if connection.used_up.is_set() or task.done():
                    break
                await asyncio.sleep(0)
            return list(pauses)
        finally:
            del loop.call_at
            for _ in range(5):
                task.cancel()
                await asyncio.sleep(0)

    assert asyncio.run(main())[:2] == [30, 30]


def test_after_a_failure_there_is_a_pause_too():
    connection = Connection(ConnectionError("down"))
    assert poll(connection, seconds=30, until="used_up") == "cancelled"
    assert connection.asked == 1


@pytest.mark.parametrize(
    "problem",
    [ValueError("odd answer"), OSError("the disk is full"), TimeoutError("too slow")],
)
def test_another_exception_comes_out(problem):
    assert poll(Connection("ok", problem)) is problem


def test_the_connection_is_closed_after_another_exception():
    connection = Connection(ValueError("odd answer"))
    poll(connection)
    assert connection.closed == 1
