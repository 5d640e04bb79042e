"""When the last try has failed, it raises a `RuntimeError` instead of the `ConnectionError`."""

import asyncio


async def retry(call, tries=3, pause=0.1, sleep=asyncio.sleep):
    """Return what `await call()` gives, after at most `tries` tries.

    Only a `ConnectionError` is tried again. The pauses, in seconds, double each time.
    """
    for number in range(1, tries + 1):
        try:
            return await call()
        except ConnectionError:
            if number == tries:
                raise RuntimeError("no answer") from None
        await sleep(pause)
        pause *= 2
