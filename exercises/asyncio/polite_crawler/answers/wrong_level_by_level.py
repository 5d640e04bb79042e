import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
    found = {}
    gate = asyncio.Semaphore(limit)

    async def visit(page):
        async with gate:
            try:
                return await fetch(page)
            except ConnectionError:
                return None

    level = [start]
    while level:
        answers = await asyncio.gather(*(visit(page) for page in level))
        for page, links in zip(level, answers):
            found[page] = None if links is None else len(links)
        news = [link for links in answers for link in links or []]
        level = [link for link in dict.fromkeys(news) if link not in found]
    return found
