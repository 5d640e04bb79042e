import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    """Return the numbers of all reservations, or None with all released."""
    numbers = {}

    async def keep(position, warehouse):
        numbers[position] = await reserve(warehouse)

    try:
        async with asyncio.TaskGroup() as group:
            for position, warehouse in enumerate(warehouses):
                group.create_task(keep(position, warehouse))
    except asyncio.CancelledError:
        await asyncio.gather(*map(release, numbers.values()))
        raise
    except ExceptionGroup:
        await asyncio.gather(*map(release, numbers.values()))
        return None
    return [numbers[position] for position in sorted(numbers)]
