"""Numbers are no longer a problem. But if a table breaks down, you only look at it after the belt has been
filled, and it will never be filled again. A failure has to stop the one who puts as well."""

import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    """Pack every order at one of the tables; return the results as they come."""
    belt = asyncio.Queue(ROOM)
    packed = []

    async def table():
        while True:
            order = await belt.get()
            if order is None:
                return
            packed.append(await pack(order))

    team = [asyncio.create_task(table()) for _ in range(tables)]
    for order in orders:
        await belt.put(order)
    for _ in range(tables):
        await belt.put(None)
    await asyncio.gather(*team)
    return packed
