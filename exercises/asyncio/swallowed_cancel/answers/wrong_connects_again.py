import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    """Ask again and again until cancelled; count the good answers."""
    while True:
        connection = await connect()
        try:
            await connection.ask()
            COUNTS["answers"] += 1
            await asyncio.sleep(seconds)
        except ConnectionError:
            await asyncio.sleep(seconds)
        finally:
            await connection.close()
