import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    gate = asyncio.Semaphore(limit)
    found = {start: None}

    async def visit(page, group):
        async with gate:
            try:
                links = await fetch(page)
            except OSError:
                return
        found[page] = len(links)
        for link in links:
            if link not in found:
                found[link] = None
                group.create_task(visit(link, group))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start, group))
    return found
