"""When the database fails in the middle, your line that opens the lock again is not reached, and the card is
shut for ever. Open it on every way out."""

import asyncio
from collections import defaultdict


class Till:
    """Takes money off gift cards and puts it on. The store keeps the balances, in cents."""

    def __init__(self, store):
        self.store = store
        self.locks = defaultdict(asyncio.Lock)

    async def pay(self, card, cents):
        """Take the cents off the card and return True, or return False if there are too few."""
        await self.locks[card].acquire()
        left = await self.store.read(card)
        enough = left >= cents
        if enough:
            await self.store.write(card, left - cents)
        self.locks[card].release()
        return enough

    async def top_up(self, card, cents):
        """Put the cents on the card."""
        async with self.locks[card]:
            left = await self.store.read(card)
            await self.store.write(card, left + cents)
