from contextlib import asynccontextmanager
from contextlib import AsyncExitStack, aclosing


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
    async with AsyncExitStack() as stack:
        connection = await connect()
        stack.push_async_callback(connection.close)
        stream = await stack.enter_async_context(aclosing(events(connection)))
        while len(found) < number:
            event = await anext(stream, None)
            if event is None:
                break
            if event["kind"] == kind:
                found.append(event)
    return found
