"""The poller stops and closes, but it returns as if it had finished by itself. Whoever cancelled it
cannot tell that it was: pass `CancelledError` on."""

import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    connection = await connect()
    try:
        while True:
            try:
                await connection.ask()
                COUNTS["answers"] += 1
            except ConnectionError:
                pass
            await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        return
    finally:
        await connection.close()
