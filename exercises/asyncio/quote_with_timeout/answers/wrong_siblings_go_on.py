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
    requests = [quote_with_timeout(carrier, fetch, seconds) for carrier in carriers]
    prices = await asyncio.gather(*requests)
    offers = [offer for offer in zip(carriers, prices) if offer[1] is not None]
    return min(offers, key=lambda offer: offer[1], default=None)
