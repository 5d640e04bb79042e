import asyncio


async def handle_all(parcels, handle, workers, room):
    """Handle every parcel with a team of workers; return the lists `(done, failed)`."""
    belt = asyncio.Queue(room)
    done, failed = [], []

    async def work():
        while (parcel := await belt.get()) is not None:
            try:
                await handle(parcel)
                done.append(parcel)
            except ValueError:
                failed.append(parcel)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(work())
        for parcel in parcels:
            await belt.put(parcel)
        for _ in range(workers):
            await belt.put(None)
    return done, failed
