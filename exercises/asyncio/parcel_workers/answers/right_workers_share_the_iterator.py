import asyncio


async def handle_all(parcels, handle, workers, room):
    """Handle every parcel with a team of workers; return the lists `(done, failed)`."""
    waiting = iter(parcels)
    done, failed = [], []

    async def work():
        for parcel in waiting:
            try:
                await handle(parcel)
            except ValueError:
                failed.append(parcel)
            else:
                done.append(parcel)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(work())
    return done, failed
