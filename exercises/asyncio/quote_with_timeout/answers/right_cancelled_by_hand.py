import asyncio


async def quote_with_timeout(carrier, fetch, seconds):
    """Return the carrier's price, or None if there is none in time."""
    task = asyncio.create_task(fetch(carrier))
    try:
        done, _ = await asyncio.wait([task], timeout=seconds)
    finally:
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
    if not done:
        return None
    try:
        return task.result()
    except ConnectionError:
        return None


async def cheapest_in_time(carriers, fetch, seconds):
    """Return `(carrier, price)` of the lowest price given in time, or None."""
    async with asyncio.TaskGroup() as group:
        asking = [quote_with_timeout(carrier, fetch, seconds) for carrier in carriers]
        requests = [group.create_task(request) for request in asking]
    prices = [request.result() for request in requests]
    offers = [offer for offer in zip(carriers, prices) if offer[1] is not None]
    return min(offers, key=lambda offer: offer[1], default=None)
