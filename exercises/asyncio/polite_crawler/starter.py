import asyncio


async def crawl(start, fetch, limit):
    """Return a dict of every page found: its number of links, or None if it is dead."""
