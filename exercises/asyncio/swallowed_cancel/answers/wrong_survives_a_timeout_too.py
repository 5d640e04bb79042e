import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    """Ask again and again until cancelled; count the good answers."""
    connection = await connect()
    try:
        while True:
            try:
                await connection.ask()
                COUNTS["answers"] += 1
            except (ConnectionError, TimeoutError):
                pass
            await asyncio.sleep(seconds)
    finally:
        await connection.close()
