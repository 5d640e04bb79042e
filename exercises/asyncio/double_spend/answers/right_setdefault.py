import asyncio
from collections import defaultdict


class Till: # whole
    """Takes money off gift cards and puts it on. The store keeps the balances, in cents."""

    def __init__(self, store):
        self.store = store
        self._locks = {}

    async def _change(self, card, cents):
        """Add the cents, which may be below zero; return False if that is more than there is."""
        async with self._locks.setdefault(card, asyncio.Lock()):
            left = await self.store.read(card) + cents
            if cents < 0 and left < 0:
                return False
            await self.store.write(card, left)
            return True

    async def pay(self, card, cents):
        """Take the cents off the card and return True, or return False if there are too few."""
        return await self._change(card, -cents)

    async def top_up(self, card, cents):
        """Put the cents on the card."""
        await self._change(card, cents)
