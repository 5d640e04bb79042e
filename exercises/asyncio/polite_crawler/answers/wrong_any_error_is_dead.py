import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found = {}
    to_do = [start]
    seen = {start}
    running = {}
    try:
        while to_do or running:
            while to_do and len(running) < limit:
                page = to_do.pop()
                running[asyncio.ensure_future(fetch(page))] = page
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                page = running.pop(task)
                try:
                    links = task.result()
                except Exception:
                    found[page] = None
                    continue
                found[page] = len(links)
                new = set(links) - seen
                seen |= new
                to_do += new
    finally:
        for task in running:
            task.cancel()
    return found
