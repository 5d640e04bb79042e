import asyncio

from retrying import retry


def outcome(*answers, **options):
    """Return what came of it, how often it was called, and the pauses."""
    left, pauses = list(answers), []

    async def call():
        answer = left.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    async def sleep(seconds):
        await asyncio.sleep(0)
        pauses.append(seconds)

    async def main():
        try:
            result = await retry(call, sleep=sleep, **options)
        except BaseException as error:
            result = type(error)
        return result, len(answers) - len(left), pauses

    return asyncio.run(main())


DOWN = ConnectionError("down")


def test_all_cases():
    assert outcome("ok", "again") == ("ok", 1, [])
    assert outcome(0, "again") == (0, 1, [])
    assert outcome(None, "again") == (None, 1, [])
    assert outcome(DOWN, "ok") == ("ok", 2, [0.1])
    assert outcome(DOWN, DOWN, "ok") == ("ok", 3, [0.1, 0.2])
    assert outcome(DOWN, DOWN, DOWN, "ok") == (ConnectionError, 3, [0.1, 0.2])
    assert outcome(DOWN, DOWN, "ok", tries=2, pause=3) == (ConnectionError, 2, [3])
    assert outcome(KeyError(), "ok") == (KeyError, 1, [])
    assert outcome(asyncio.CancelledError(), "ok") == (asyncio.CancelledError, 1, [])
