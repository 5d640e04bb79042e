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
            if result := await pack(order):
                packed.append(result)

    async with asyncio.TaskGroup() as group:
        for _ in range(tables):
            group.create_task(table())
        for order in orders:
            await belt.put(order)
        for _ in range(tables):
            await belt.put(None)
    return packed
