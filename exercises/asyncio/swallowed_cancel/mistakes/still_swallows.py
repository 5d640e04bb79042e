"""You catch `CancelledError` and go on with the loop, so the order to stop is still ignored. After the
tidying up it has to be passed on."""

import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    connection = await connect()
    while True:
        try:
            await connection.ask()
            COUNTS["answers"] += 1
            await asyncio.sleep(seconds)
        except (ConnectionError, asyncio.CancelledError):
            await asyncio.sleep(seconds)
