import asyncio


async def handle_all(parcels, handle, workers, room):
    """Handle every parcel with a team of workers; return the lists `(done, failed)`."""
    belt = asyncio.Queue(maxsize=room)
    the_end = object()
    done, failed = [], []

    async def fill():
        for parcel in parcels:
            await belt.put(parcel)
        for _ in range(workers):
            await belt.put(the_end)

    async def work():
        while (parcel := await belt.get()) is not the_end:
            try:
                await handle(parcel)
                done.append(parcel)
            except ValueError:
                failed.append(parcel)

    async with asyncio.TaskGroup() as group:
        group.create_task(fill())
        for _ in range(workers):
            group.create_task(work())
    return done, failed
