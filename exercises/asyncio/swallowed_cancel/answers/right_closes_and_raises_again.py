import asyncio

COUNTS = {"answers": 0}


async def poll_parcels(connect, seconds):
    """Ask again and again until cancelled; count the good answers."""
    connection = await connect()
    while True:
        try:
            try:
                await connection.ask()
            except ConnectionError:
                pass
            else:
                COUNTS["answers"] += 1
            await asyncio.sleep(seconds)
        except BaseException:
            await connection.close()
            raise
