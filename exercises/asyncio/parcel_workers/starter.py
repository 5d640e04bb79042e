import asyncio


async def handle_all(parcels, handle, workers, room):
    """Handle every parcel with a team of workers; return the lists `(done, failed)`."""
