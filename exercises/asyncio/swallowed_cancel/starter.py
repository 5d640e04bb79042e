import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    """Ask again and again until cancelled; count the good answers."""
    connection = await connect()
    while True:
        try:
            await connection.ask()
            COUNTS["answers"] += 1
            await asyncio.sleep(seconds)
        except BaseException:
            await asyncio.sleep(seconds)
    await connection.close()
