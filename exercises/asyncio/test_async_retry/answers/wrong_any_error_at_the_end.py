import asyncio
from unittest.mock import AsyncMock, call as called

import pytest

from retrying import retry


def attempt(*effects, **options):
    fetch, sleep = AsyncMock(side_effect=effects), AsyncMock()
    try:
        return asyncio.run(retry(fetch, sleep=sleep, **options)), fetch, sleep
    except Exception as error:
        return error, fetch, sleep


def test_ok():
    result, fetch, sleep = attempt(490)
    assert result == 490
    sleep.assert_not_awaited()
    fetch.assert_awaited_once_with()


@pytest.mark.parametrize("falsy", [None, 0])
def test_falsy(falsy):
    result, fetch, sleep = attempt(falsy, 5)
    assert result is falsy


def test_second():
    result, fetch, sleep = attempt(ConnectionError(), 5)
    assert result == 5
    assert sleep.await_args_list == [called(0.1)]


def test_gives_up():
    result, fetch, sleep = attempt(ConnectionError("1"), ConnectionError("2"), ConnectionError("3"), 9)
    assert isinstance(result, Exception)
    assert fetch.await_count == 3
    assert [c.args[0] for c in sleep.await_args_list] == pytest.approx([0.1, 0.2])


def test_five():
    result, fetch, sleep = attempt(*[ConnectionError(str(n)) for n in range(4)], 7, tries=5, pause=0.5)
    assert result == 7
    assert [c.args[0] for c in sleep.await_args_list] == [0.5, 1, 2, 4]


def test_value_error():
    result, fetch, sleep = attempt(ValueError(), 5)
    assert isinstance(result, ValueError)
    assert fetch.await_count == 1


def test_oserror():
    result, fetch, sleep = attempt(OSError(), 5)
    assert isinstance(result, OSError)
    assert fetch.await_count == 1


def test_cancelled():
    fetch, sleep = AsyncMock(side_effect=[asyncio.CancelledError(), 5]), AsyncMock()
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(retry(fetch, sleep=sleep))
    assert fetch.await_count == 1
