"""It can be cancelled now, but every other problem is swallowed: an odd answer is treated like a carrier
that is down, and nobody ever hears of it. Name the one exception that is meant to be survived."""

import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    connection = await connect()
    try:
        while True:
            try:
                await connection.ask()
                COUNTS["answers"] += 1
            except Exception:
                pass
            await asyncio.sleep(seconds)
    finally:
        await connection.close()
