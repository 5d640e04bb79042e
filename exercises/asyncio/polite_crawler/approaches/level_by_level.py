"""Fetches level by level: first the start, then all it links to, and so on. Shorter to think through, and
no task starts another. But each level waits for its slowest page, so fewer places are used."""

import asyncio


async def crawl(start, fetch, limit):
    found = {}
    gate = asyncio.Semaphore(limit)

    async def links_of(page):
        try:
            async with gate:
                return await fetch(page)
        except ConnectionError:
            return None

    level = [start]
    while level:
        answers = await asyncio.gather(*(links_of(page) for page in level))
        following = set()
        for page, links in zip(level, answers):
            found[page] = None if links is None else len(links)
            following.update(links or [])
        level = [page for page in following if page not in found]
    return found
