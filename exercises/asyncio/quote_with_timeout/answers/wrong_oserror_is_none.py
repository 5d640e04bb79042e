import asyncio


async def quote_with_timeout(carrier, fetch, seconds):
    """Return the carrier's price, or None if there is none in time."""
    request = asyncio.ensure_future(fetch(carrier))
    try:
        done, _ = await asyncio.wait([request], timeout=seconds)
    finally:
        request.cancel()
        await asyncio.gather(request, return_exceptions=True)
    if not done:
        return None
    try:
        return request.result()
    except OSError:
        return None


async def cheapest_in_time(carriers, fetch, seconds):
    """Return `(carrier, price)` of the lowest price given in time, or None."""
    carriers = list(carriers)
    requests = [asyncio.create_task(quote_with_timeout(name, fetch, seconds)) for name in carriers]
    try:
        prices = await asyncio.gather(*requests)
    finally:
        for request in requests:
            request.cancel()
        await asyncio.gather(*requests, return_exceptions=True)
    best = None
    for carrier, price in zip(carriers, prices):
        if price is not None and (best is None or price < best[1]):
            best = carrier, price
    return best
