import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found = {start: None}
    places = asyncio.Semaphore(limit)

    async def visit(page):
        async with places:
            try:
                links = await fetch(page)
            except ConnectionError:
                return
        found[page] = len(links)
        news = [link for link in dict.fromkeys(links) if link not in found]
        found.update(dict.fromkeys(news))
        await asyncio.gather(*map(visit, news))

    await visit(start)
    return found
