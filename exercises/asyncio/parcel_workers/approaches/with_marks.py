"""Each worker ends by itself when it takes a mark from the belt. No `join`, no `task_done`, no
cancelling: the end of the group waits for all. The price is that the mark must be something no parcel can
be, and that the number of marks must be right."""

import asyncio

GO_HOME = object()


async def handle_all(parcels, handle, workers, room):
    belt = asyncio.Queue(room)
    done = []
    failed = []

    async def work():
        while (parcel := await belt.get()) is not GO_HOME:
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
            await belt.put(GO_HOME)
    return done, failed
