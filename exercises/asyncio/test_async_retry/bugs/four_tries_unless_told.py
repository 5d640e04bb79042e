"""It tries four times, unless told otherwise."""

import asyncio


async def retry(call, tries=4, pause=0.1, sleep=asyncio.sleep):
    """Return what `await call()` gives, after at most `tries` tries.

    Only a `ConnectionError` is tried again. The pauses, in seconds, double each time.
    """
    for number in range(1, tries + 1):
        try:
            return await call()
        except ConnectionError:
            if number == tries:
                raise
        await sleep(pause)
        pause *= 2
