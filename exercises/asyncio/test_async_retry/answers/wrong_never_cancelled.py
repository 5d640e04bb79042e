import asyncio

import pytest
from retrying import retry


async def no_pause(seconds):
    pass


def test_all_but_cancelling():
    calls = []

    async def call():
        calls.append(1)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        asyncio.run(retry(call, sleep=no_pause))
    assert len(calls) == 3


def test_others():
    async def call():
        raise ValueError

    with pytest.raises(ValueError):
        asyncio.run(retry(call, sleep=no_pause))
