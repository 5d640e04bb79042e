import asyncio

ROOM = 20
END = object()


async def pack_all(orders, pack, tables):
    """Pack every order at one of the tables; return the results as they come."""
    belt = asyncio.Queue(ROOM)
    packed = []

    async def table():
        while (order := await belt.get()) is not END:
            packed.append(await pack(order))
        await belt.put(END)  # for the next table; this one has just made room

    async def load():
        for order in orders:
            await belt.put(order)
        await belt.put(END)

    await asyncio.gather(load(), *(table() for _ in range(tables)))
    return packed
