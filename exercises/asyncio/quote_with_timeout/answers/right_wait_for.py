import asyncio


async def quote_with_timeout(carrier, fetch, seconds):
    """Return the carrier's price, or None if there is none in time."""
    try:
        return await asyncio.wait_for(fetch(carrier), seconds)
    except (asyncio.TimeoutError, ConnectionError):
        return None


async def cheapest_in_time(carriers, fetch, seconds):
    """Return `(carrier, price)` of the lowest price given in time, or None."""
    async with asyncio.TaskGroup() as group:
        tasks = {it: group.create_task(quote_with_timeout(it, fetch, seconds)) for it in carriers}
    best = None
    for carrier, task in tasks.items():
        price = task.result()
        if price is not None and (best is None or price < best[1]):
            best = (carrier, price)
    return best
