"""`wait_for` limits one coroutine and needs no block. `asyncio.timeout` is the better choice when
several awaits share one limit. Here they are equally good."""

import asyncio


async def quote_with_timeout(carrier, fetch, seconds):
    """Return the carrier's price, or None if there is none in time."""
    try:
        return await asyncio.wait_for(fetch(carrier), seconds)
    except (TimeoutError, ConnectionError):
        return None


async def cheapest_in_time(carriers, fetch, seconds):
    """Return `(carrier, price)` of the lowest price given in time, or None."""
    async with asyncio.TaskGroup() as group:
        asking = [quote_with_timeout(carrier, fetch, seconds) for carrier in carriers]
        requests = [group.create_task(request) for request in asking]
    best = None
    for carrier, request in zip(carriers, requests):
        price = request.result()
        if price is not None and (best is None or price < best[1]):
            best = carrier, price
    return best
