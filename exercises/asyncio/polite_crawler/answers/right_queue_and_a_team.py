import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    pages = asyncio.Queue()
    pages.put_nowait(start)
    found = {start: None}

    async def work():
        while True:
            page = await pages.get()
            try:
                links = await fetch(page)
            except ConnectionError:
                links = None
            else:
                for link in links:
                    if link not in found:
                        found[link] = None
                        pages.put_nowait(link)
            found[page] = None if links is None else len(links)
            pages.task_done()

    async with asyncio.TaskGroup() as group:
        team = [group.create_task(work()) for _ in range(limit)]
        await pages.join()
        for worker in team:
            worker.cancel()
    return found
