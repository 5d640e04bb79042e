import asyncio


async def quote_with_timeout(carrier, fetch, seconds):
    """Return the carrier's price, or None if there is none in time."""
    try:
        async with asyncio.timeout(seconds):
            return await fetch(carrier)
    except (TimeoutError, ConnectionError):
        return None


async def cheapest_in_time(carriers, fetch, seconds):
    """Return `(carrier, price)` of the lowest price given in time, or None."""
    try:
        async with asyncio.timeout(seconds):
            prices = await asyncio.gather(*(fetch(carrier) for carrier in carriers))
    except (TimeoutError, ConnectionError):
        return None
    return min(zip(carriers, prices), key=lambda offer: offer[1], default=None)
