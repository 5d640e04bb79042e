import asyncio


async def fastest_mirror(mirrors, fetch):
    """Return `(mirror, answer)` of the first mirror that succeeds."""
