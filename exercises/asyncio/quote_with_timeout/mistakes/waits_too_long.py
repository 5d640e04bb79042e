"""You wait for the answer however long it takes and look at the clock afterwards. The customer has waited
by then. The limit must stop the wait itself."""

import asyncio
import time


async def quote_with_timeout(carrier, fetch, seconds):
    start = time.perf_counter()
    try:
        price = await fetch(carrier)
    except ConnectionError:
        return None
    return price if time.perf_counter() - start <= seconds else None


async def cheapest_in_time(carriers, fetch, seconds):
    async with asyncio.TaskGroup() as group:
        asking = [quote_with_timeout(carrier, fetch, seconds) for carrier in carriers]
        requests = [group.create_task(request) for request in asking]
    prices = [request.result() for request in requests]
    offers = [offer for offer in zip(carriers, prices) if offer[1] is not None]
    return min(offers, key=lambda offer: offer[1], default=None)
