from contextlib import asynccontextmanager


class connected: # whole
    """Open a connection for an `async with` block, and close it at the end."""

    def __init__(self, connect):
        self.connect = connect

    async def __aenter__(self):
        self.connection = await self.connect()
        return self.connection

    async def __aexit__(self, kind, error, traceback):
        await self.connection.close()


async def events(connection):
    """Give the events of the stream, one after the other."""
    while (bundle := await connection.receive()) is not None:
        for event in bundle:
            yield event


async def first_of_kind(connect, kind, number):
    """Return a list of the first so many events of that kind."""
    found = []
    async with connected(connect) as connection:
        async for event in events(connection):
            if event["kind"] != kind:
                continue
            found.append(event)
            if len(found) >= number:
                return found
    return found
