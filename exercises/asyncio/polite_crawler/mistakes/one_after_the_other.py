"""You wait for each page to the end before the next one starts, so one place is used and the others stay
empty. Let the pages that were found run side by side."""

import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found = {}
    planned = {start}
    gate = asyncio.Semaphore(limit)

    async def visit(page):
        try:
            async with gate:
                links = await fetch(page)
        except ConnectionError:
            found[page] = None
            return
        found[page] = len(links)
        for link in links:
            if link not in planned:
                planned.add(link)
                await visit(link)

    await visit(start)
    return found
