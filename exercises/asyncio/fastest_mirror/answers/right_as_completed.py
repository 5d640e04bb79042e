import asyncio


async def fastest_mirror(mirrors, fetch):
    async def ask(mirror):
        return mirror, await fetch(mirror)

    tasks = [asyncio.ensure_future(ask(mirror)) for mirror in mirrors]
    try:
        for first in asyncio.as_completed(tasks):
            try:
                return await first
            except Exception:
                continue
        raise ConnectionError("no mirror answered")
    finally:
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
