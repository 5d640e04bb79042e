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
            pass
            return
        found[page] = len(links)
        for link in links:
            if link not in planned:
                planned.add(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start))
    return found
