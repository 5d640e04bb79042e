"""One dead page ends your whole crawl, and finding dead pages is what it is for. Catch the
`ConnectionError` of the one page and go on."""

import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found = {}
    planned = {start}
    gate = asyncio.Semaphore(limit)

    async def visit(page):
        async with gate:
            links = await fetch(page)
        found[page] = len(links)
        for link in links:
            if link not in planned:
                planned.add(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start))
    return found
