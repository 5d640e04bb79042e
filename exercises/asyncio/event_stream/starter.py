from contextlib import asynccontextmanager


@asynccontextmanager
async def connected(connect):
    """Open a connection for an `async with` block, and close it at the end."""
    yield None


async def events(connection):
    """Give the events of the stream, one after the other."""
    yield None


async def first_of_kind(connect, kind, number):
    """Return a list of the first so many events of that kind."""
