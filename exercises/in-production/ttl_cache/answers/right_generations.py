import asyncio


class TtlCache:
    """Keeps what `load(key)`, a coroutine function, gives, for some seconds."""

    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock  # a function that tells the time in seconds
        self._kept = {}  # key: (answer, the moment at which it ends)
        self._locks = {}
        self._generation = {}

    async def get(self, key):
        """Return the kept answer for the key, or load it."""
        generation = self._generation.get(key, 0)
        if key in self._kept and self.clock() < self._kept[key][1]:
            return self._kept[key][0]
        tasks = self._locks.setdefault(generation, {})
        if key not in tasks:
            tasks[key] = asyncio.ensure_future(self._load(key, generation))
        return await asyncio.shield(tasks[key])

    def invalidate(self, key):
        """Throw away what is kept for the key, and what is on its way."""
        self._generation[key] = self._generation.get(key, 0) + 1
        self._kept.pop(key, None)

    async def _load(self, key, generation):
        try:
            answer = await self.load(key)
            if generation == self._generation.get(key, 0):
                self._kept[key] = answer, self.clock() + self.seconds
            return answer
        finally:
            del self._locks[generation][key]
