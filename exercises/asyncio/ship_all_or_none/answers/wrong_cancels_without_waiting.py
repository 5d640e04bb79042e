import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    """Return the numbers of all reservations, or None with all released."""
    tasks = [asyncio.create_task(reserve(warehouse)) for warehouse in warehouses]
    try:
        return list(await asyncio.gather(*tasks))
    except Exception:
        for task in tasks:
            task.cancel()
        return None
