import asyncio

import pytest

from retrying import retry


class Carrier:
    """Does what was prepared, one answer after the other; counts calls and notes pauses."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = 0
        self.pauses = []

    async def call(self):
        self.calls += 1
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def sleep(self, seconds):
        self.pauses.append(seconds)


def down():
    return ConnectionError("the carrier is down")


def run(carrier, **options):
    return asyncio.run(retry(carrier.call, sleep=carrier.sleep, **options))


def test_a_call_that_works_is_made_once():
    carrier = Carrier(490)
    assert run(carrier) == 490
    assert carrier.calls == 1
    assert carrier.pauses == []


def test_after_a_failure_it_tries_again():
    carrier = Carrier(down(), 490)
    assert run(carrier) == 490
    assert carrier.pauses == [0.1]


def test_three_tries_unless_told_otherwise_and_no_pause_at_the_end():
    carrier = Carrier(down(), down(), down(), 490)
    with pytest.raises(ConnectionError):
        run(carrier)
    assert carrier.calls == 3
    assert carrier.pauses == [0.1, 0.2]


def test_the_pauses_double():
    carrier = Carrier(down(), down(), down(), 490)
    assert run(carrier, tries=4, pause=1) == 490
    assert carrier.pauses == [1, 2, 4]


def test_a_single_try():
    carrier = Carrier(down(), 490)
    with pytest.raises(ConnectionError):
        run(carrier, tries=1)
    assert carrier.calls == 1


@pytest.mark.parametrize("result", [None, 0, ""])
def test_an_empty_result_is_a_result(result):
    carrier = Carrier(result, 490)
    assert run(carrier) == result
    assert carrier.calls == 1


def test_another_exception_comes_out_at_once():
    carrier = Carrier(ValueError("bad city"), 490)
    with pytest.raises(ValueError):
        run(carrier)
    assert carrier.calls == 1


def test_a_cancellation_comes_out_at_once():
    async def main():
        begun = asyncio.Event()
        calls = []

        async def hang():
            calls.append("call")
            begun.set()
            await asyncio.sleep(5)

        task = asyncio.create_task(retry(hang, tries=2, pause=0))
        await begun.wait()
        task.cancel()
        await asyncio.wait([task], timeout=0.1)
        return task.cancelled(), calls

    assert asyncio.run(main()) == (True, ["call"])
