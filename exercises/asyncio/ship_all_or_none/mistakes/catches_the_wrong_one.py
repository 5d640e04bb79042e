"""The failure comes out of your function as an `ExceptionGroup`. A plain `except ConnectionError` does
not look inside a group."""

import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            for warehouse in warehouses:
                tasks.append(group.create_task(reserve(warehouse)))
    except ConnectionError:
        for task in tasks:
            if not task.cancelled() and task.exception() is None:
                await release(task.result())
        return None
    return [task.result() for task in tasks]
