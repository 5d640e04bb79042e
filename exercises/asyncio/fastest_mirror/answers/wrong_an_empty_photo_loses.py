import asyncio


async def fastest_mirror(mirrors, fetch):
    """Return `(mirror, answer)` of the first mirror that succeeds."""
    tasks = {asyncio.create_task(fetch(mirror)): mirror for mirror in mirrors}
    waiting = set(tasks)
    try:
        while waiting:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if not task.cancelled() and task.exception() is None:
                    if task.result():
                        return tasks[task], task.result()
        raise ConnectionError("no mirror answered")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
