import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    """Pack every order at one of the tables; return the results as they come."""
    gate = asyncio.Semaphore(tables)
    packed = []

    async def table(order):
        async with gate:
            packed.append(await pack(order))

    async with asyncio.TaskGroup() as group:
        for order in orders:
            group.create_task(table(order))
    return packed
