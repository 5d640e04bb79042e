"""The right mirror wins, but the losers run on in the background and keep their connections. Cancel them
as soon as there is a winner."""

import asyncio


async def fastest_mirror(mirrors, fetch):
    mirror_of = {asyncio.create_task(fetch(mirror)): mirror for mirror in mirrors}
    running = set(mirror_of)
    while running:
        done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.exception() is None:
                return mirror_of[task], task.result()
    raise ConnectionError("no mirror answered")
