"""The poller stops now, but its connection stays open: the line that closes it stands after an endless
loop and is never reached. Some code has to run on every way out."""

import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    connection = await connect()
    while True:
        try:
            await connection.ask()
            COUNTS["answers"] += 1
        except ConnectionError:
            pass
        await asyncio.sleep(seconds)
