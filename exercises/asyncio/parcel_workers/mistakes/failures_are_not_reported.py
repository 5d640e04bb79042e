"""A failed parcel is never reported to the queue, so its count stays above zero and `join` waits for ever.
Report it on every way out."""

import asyncio


async def handle_all(parcels, handle, workers, room):
    """Handle every parcel with a team of workers; return the lists `(done, failed)`."""
    belt = asyncio.Queue(room)
    done = []
    failed = []

    async def work():
        while True:
            parcel = await belt.get()
            try:
                await handle(parcel)
                done.append(parcel)
                belt.task_done()
            except ValueError:
                failed.append(parcel)

    async with asyncio.TaskGroup() as group:
        team = [group.create_task(work()) for _ in range(workers)]
        for parcel in parcels:
            await belt.put(parcel)
        await belt.join()
        for worker in team:
            worker.cancel()
    return done, failed
