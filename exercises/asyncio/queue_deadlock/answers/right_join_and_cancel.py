import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    """Pack every order at one of the tables; return the results as they come."""
    belt = asyncio.Queue(ROOM)
    packed = []

    async def table():
        while True:
            packed.append(await pack(await belt.get()))
            belt.task_done()

    async with asyncio.TaskGroup() as group:
        team = [group.create_task(table()) for _ in range(tables)]
        for order in orders:
            await belt.put(order)
        await belt.join()
        for one in team:
            one.cancel()
    return packed
