import asyncio


async def fastest_mirror(mirrors, fetch):
    mirror_of = {asyncio.create_task(fetch(mirror)): mirror for mirror in mirrors}
    running = set(mirror_of)
    while running:
        done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.exception() is None:
                for loser in running:
                    loser.cancel()
                await asyncio.gather(*running, return_exceptions=True)
                return mirror_of[task], task.result()
    raise ConnectionError("no mirror answered")
