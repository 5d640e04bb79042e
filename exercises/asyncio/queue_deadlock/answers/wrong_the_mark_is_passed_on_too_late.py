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
                await belt.put(None)
                return
            packed.append(await pack(order))

    for order in orders:
        await belt.put(order)
    await belt.put(None)
    await asyncio.gather(*(table() for _ in range(tables)))
    return packed
