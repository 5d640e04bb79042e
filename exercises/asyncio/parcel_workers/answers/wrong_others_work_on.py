import asyncio


async def handle_all(parcels, handle, workers, room):
    """Handle every parcel with a team of workers; return the lists `(done, failed)`."""
    done, failed = [], []
    belt = iter(parcels)  # whoever is free takes the next: nothing has to wait

    async def work():
        for parcel in belt:
            try:
                await handle(parcel)
            except ValueError:
                failed.append(parcel)
            else:
                done.append(parcel)

    await asyncio.gather(*(work() for _ in range(workers)))
    return done, failed
