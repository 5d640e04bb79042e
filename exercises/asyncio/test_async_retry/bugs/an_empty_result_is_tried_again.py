"""A result that counts as false, such as 0, is taken for a failure."""

import asyncio


async def retry(call, tries=3, pause=0.1, sleep=asyncio.sleep):
    """Return what `await call()` gives, after at most `tries` tries.

    Only a `ConnectionError` is tried again. The pauses, in seconds, double each time.
    """
    for number in range(1, tries + 1):
        try:
            result = await call()
            if result or number == tries:
                return result
        except ConnectionError:
            if number == tries:
                raise
        await sleep(pause)
        pause *= 2
