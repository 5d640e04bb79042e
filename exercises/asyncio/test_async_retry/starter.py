import asyncio

from retrying import retry


async def works():
    return 490


def test_a_call_that_works():
    assert asyncio.run(retry(works)) == 490
