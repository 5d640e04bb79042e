"""You took the limit off the belt. It no longer hangs, but now the orders of a large day are all in memory,
which the limit was there to prevent. Let the tables work while the belt is being filled."""

import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    """Pack every order at one of the tables; return the results as they come."""
    belt = asyncio.Queue()
    packed = []

    async def table():
        while True:
            order = await belt.get()
            if order is None:
                return
            packed.append(await pack(order))

    async with asyncio.TaskGroup() as group:
        for _ in range(tables):
            group.create_task(table())
        for order in orders:
            await belt.put(order)
        for _ in range(tables):
            await belt.put(None)
    return packed
