"""Your page keeps its place while it waits for the pages it links to, and they need places too. Soon all
places are held by pages that wait, and nothing moves any more."""

import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found = {}
    planned = {start}
    gate = asyncio.Semaphore(limit)

    async def visit(page):
        async with gate:
            try:
                links = await fetch(page)
            except ConnectionError:
                found[page] = None
                return
            found[page] = len(links)
            new = [link for link in dict.fromkeys(links) if link not in planned]
            planned.update(new)
            await asyncio.gather(*(visit(link) for link in new))

    await visit(start)
    return found
