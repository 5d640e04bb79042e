import asyncio


class TtlCache:
    """Keeps what `load(key)`, a coroutine function, gives, for some seconds."""

    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock  # a function that tells the time in seconds
        self._kept = {}  # key: (answer, the moment at which it ends)
        self._loads = {}  # key: the task that loads it

    async def get(self, key):
        """Return the kept answer for the key, or load it."""
        if key in self._kept:
            answer, until = self._kept[key]
            if self.clock() < until:
                return answer
        if key not in self._loads:
            self._loads[key] = asyncio.create_task(self._load(key))
        try:
            return await asyncio.shield(self._loads[key])
        except ConnectionError:
            if key not in self._kept:
                raise
            return self._kept[key][0]

    def invalidate(self, key):
        """Throw away what is kept for the key, and what is on its way."""
        self._kept.pop(key, None)
        self._loads.pop(key, None)

    async def _load(self, key):
        """Load an answer; keep it if nobody has invalidated it meanwhile."""
        mine = asyncio.current_task()
        try:
            answer = await self.load(key)
            if self._loads.get(key) is mine:
                self._kept[key] = (answer, self.clock() + self.seconds)
            return answer
        finally:
            if self._loads.get(key) is mine:
                del self._loads[key]
