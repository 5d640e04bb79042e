import asyncio
from contextlib import AsyncExitStack, suppress

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    """Ask again and again until cancelled; count the good answers."""
    async with AsyncExitStack() as at_the_end:
        connection = await connect()
        at_the_end.push_async_callback(connection.close)
        while True:
            with suppress(OSError):
                await connection.ask()
                COUNTS["answers"] += 1
            await asyncio.sleep(seconds)
