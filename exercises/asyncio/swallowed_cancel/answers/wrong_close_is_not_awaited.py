import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    """Ask again and again until cancelled; count the good answers."""
    connection = await connect()
    try:
        while True:
            try:
                await connection.ask()
            except ConnectionError:
                pass
            else:
                COUNTS["answers"] += 1
            await asyncio.sleep(seconds)
    finally:
        asyncio.create_task(connection.close())
