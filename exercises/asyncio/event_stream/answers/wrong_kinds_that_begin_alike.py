from contextlib import asynccontextmanager


@asynccontextmanager
async def connected(connect):
    """Open a connection for an `async with` block, and close it at the end."""
    connection = await connect()
    try:
        yield connection
    finally:
        await connection.close()


async def events(connection):
    """Give the events of the stream, one after the other."""
    while True:
        bundle = await connection.receive()
        if bundle is None:
            return
        for event in bundle:
            yield event


async def first_of_kind(connect, kind, number):
    """Return a list of the first so many events of that kind."""
    found = []
    async with connected(connect) as connection:
        async for event in events(connection):
            if event["kind"].startswith(kind):
                found.append(event)
                if len(found) == number:
                    break
    return found
