"""You take the first task that is *done*, and a failed one is done, too. If it has failed, go on waiting
for the others."""

import asyncio


async def fastest_mirror(mirrors, fetch):
    mirror_of = {asyncio.create_task(fetch(mirror)): mirror for mirror in mirrors}
    if not mirror_of:
        raise ConnectionError("no mirror answered")
    done, running = await asyncio.wait(mirror_of, return_when=asyncio.FIRST_COMPLETED)
    for loser in running:
        loser.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    winner = done.pop()
    return mirror_of[winner], winner.result()
