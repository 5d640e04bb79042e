"""`connected` as a class with `__aenter__` and `__aexit__`. More lines for the same thing; worth it when the
object has other methods, or is entered more than once."""


class connected:
    def __init__(self, connect):
        self.connect = connect

    async def __aenter__(self):
        self.connection = await self.connect()
        return self.connection

    async def __aexit__(self, *problem):
        await self.connection.close()


async def events(connection):
    bundle = await connection.receive()
    while bundle is not None:
        for event in bundle:
            yield event
        bundle = await connection.receive()


async def first_of_kind(connect, kind, number):
    found = []
    async with connected(connect) as connection:
        async for event in events(connection):
            if event["kind"] == kind:
                found.append(event)
            if len(found) == number:
                return found
    return found
