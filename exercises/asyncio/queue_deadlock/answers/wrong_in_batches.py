import asyncio

ROOM = 20


async def pack_all(orders, pack, tables):
    packed, batch = [], []

    async def pack_batch():
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(pack(order)) for order in batch]
        packed.extend(task.result() for task in tasks)
        batch.clear()

    for order in orders:
        batch.append(order)
        if len(batch) == tables:
            await pack_batch()
    await pack_batch()
    return packed
