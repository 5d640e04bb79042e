import asyncio
from collections import defaultdict


class Till: # whole
    """Takes money off gift cards and puts it on. The store keeps the balances, in cents."""

    def __init__(self, store):
        self.store = store
        self.busy = set()
        self.free = asyncio.Condition()

    async def enter(self, card):
        """Wait until nobody else uses the card."""
        async with self.free:
            await self.free.wait_for(lambda: card not in self.busy)
            self.busy.add(card)

    async def leave(self, card):
        """Let the next one use the card."""
        async with self.free:
            self.busy.remove(card)
            self.free.notify_all()

    async def pay(self, card, cents):
        """Take the cents off the card and return True, or return False if there are too few."""
        await self.enter(card)
        try:
            left = await self.store.read(card)
            if left >= cents:
                await self.store.write(card, left - cents)
            return left >= cents
        finally:
            await self.leave(card)

    async def top_up(self, card, cents):
        """Put the cents on the card."""
        await self.enter(card)
        try:
            await self.store.write(card, await self.store.read(card) + cents)
        finally:
            await self.leave(card)
