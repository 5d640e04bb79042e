import asyncio
from collections import Counter, defaultdict


class TtlCache:
    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock
        self.kept = {}
        self.locks = defaultdict(asyncio.Lock)
        self.invalidated = Counter()

    async def get(self, key):
        async with self.locks[key]:
            if key in self.kept and self.clock() < self.kept[key][1]:
                return self.kept[key][0]
            before = self.invalidated[key]
            answer = await self.load(key)
            if self.invalidated[key] == before:
                self.kept[key] = answer, self.clock() + self.seconds
            return answer

    def invalidate(self, key):
        self.invalidated[key] += 1
        self.kept.pop(key, None)
