import asyncio


class TtlCache:
    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock
        self.kept = {}
        self.lock = asyncio.Lock()

    async def get(self, key):
        async with self.lock:
            if key in self.kept and self.clock() < self.kept[key][1]:
                return self.kept[key][0]
            answer = await self.load(key)
            self.kept[key] = (answer, self.clock() + self.seconds)
            return answer

    def invalidate(self, key):
        self.kept.pop(key, None)
