import asyncio
from collections import deque


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found, seen, planned, running = {}, {start}, deque([start]), {}
    try:
        while planned or running:
            while planned and len(running) < limit:
                page = planned.popleft()
                running[asyncio.create_task(fetch(page))] = page
            ready, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in ready:
                page = running.pop(task)
                try:
                    links = task.result()
                except ConnectionError:
                    found[page] = None
                    continue
                found[page] = len(links)
                planned.extend(link for link in dict.fromkeys(links) if link not in seen)
                seen.update(links)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return found
