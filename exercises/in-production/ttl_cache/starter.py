import asyncio


class TtlCache:
    """Keeps what `load(key)`, a coroutine function, gives, for some seconds."""

    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock  # a function that tells the time in seconds

    async def get(self, key):
        """Return the kept answer for the key, or load it."""

    def invalidate(self, key):
        """Throw away what is kept for the key, and what is on its way."""
