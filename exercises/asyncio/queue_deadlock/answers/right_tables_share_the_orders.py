import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    """Pack every order at one of the tables; return the results as they come."""
    waiting = iter(orders)
    packed = []

    async def table():
        for order in waiting:
            packed.append(await pack(order))

    async with asyncio.TaskGroup() as group:
        for _ in range(tables):
            group.create_task(table())
    return packed
