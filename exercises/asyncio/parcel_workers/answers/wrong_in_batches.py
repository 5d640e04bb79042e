import asyncio


async def handle_all(parcels, handle, workers, room):
    done, failed = [], []

    async def one(parcel):
        try:
            await handle(parcel)
            done.append(parcel)
        except ValueError:
            failed.append(parcel)

    batch = []
    for parcel in parcels:
        batch.append(parcel)
        if len(batch) == workers:
            await asyncio.gather(*(one(p) for p in batch))
            batch = []
    await asyncio.gather(*(one(p) for p in batch))
    return done, failed
