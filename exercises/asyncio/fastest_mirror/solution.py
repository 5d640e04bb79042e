import asyncio


async def fastest_mirror(mirrors, fetch):
    """Return `(mirror, answer)` of the first mirror that succeeds."""
    mirror_of = {asyncio.create_task(fetch(mirror)): mirror for mirror in mirrors}
    running = set(mirror_of)
    try:
        while running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return mirror_of[task], task.result()
    finally:
        for loser in mirror_of:
            loser.cancel()
        await asyncio.gather(*mirror_of, return_exceptions=True)
    raise ConnectionError("no mirror answered")
