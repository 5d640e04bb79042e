import asyncio
from contextlib import AsyncExitStack, suppress

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    async with AsyncExitStack() as stack:
        connection = await connect()
        stack.push_async_callback(connection.close)
        while True:
            with suppress(ConnectionError):
                await connection.ask()
                COUNTS["answers"] += 1
            await asyncio.sleep(0.001)
