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
                done.append(parcel)
                await handle(parcel)
            except ValueError:
                failed.append(parcel)
            finally:
                belt.task_done()

    async with asyncio.TaskGroup() as group:
        team = [group.create_task(work()) for _ in range(workers)]
        for parcel in parcels:
            await belt.put(parcel)
        await belt.join()
        for worker in team:
            worker.cancel()
    return done, failed
