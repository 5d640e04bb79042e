import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    """Return the numbers of all reservations, or None with all released."""
    tasks = []
    complete = False
    try:
        async with asyncio.TaskGroup() as group:
            for warehouse in warehouses:
                tasks.append(group.create_task(reserve(warehouse)))
        complete = True
    except* Exception:
        pass
    finally:
        if not complete:
            for task in tasks:
                if not task.cancelled() and task.exception() is None:
                    await release(task.result())
    return [task.result() for task in tasks] if complete else None
