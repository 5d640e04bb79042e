"""One mark is enough when whoever takes it puts it back for the next. The producer need not know how many
tables there are. One mark stays on the belt at the end, which does no harm here."""

import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    belt = asyncio.Queue(ROOM)
    packed = []

    async def table():
        while (order := await belt.get()) is not None:
            packed.append(await pack(order))
        await belt.put(None)

    async with asyncio.TaskGroup() as group:
        for _ in range(tables):
            group.create_task(table())
        for order in orders:
            await belt.put(order)
        await belt.put(None)
    return packed
