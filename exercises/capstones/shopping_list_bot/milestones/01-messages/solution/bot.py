"""The loop: fetch messages, carry them out, answer."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from shopping_list_bot.api import BotApi
from shopping_list_bot.storage import Storage


class Bot:
    """Answers messages until it is stopped. `sleep` is as `asyncio.sleep`."""

    def __init__(
        self,
        api: BotApi,
        storage: Storage,
        sleep: Callable[[float], Coroutine[Any, Any, None]] = asyncio.sleep,
    ) -> None:
        self._api = api
        self._storage = storage
        self._sleep = sleep

    def stop(self) -> None:
        """Let `run` come to its end: nothing is waited for any more."""

    async def run(self) -> None:
        """Answer messages until `stop`. Raises Refused where the API refuses updates."""
