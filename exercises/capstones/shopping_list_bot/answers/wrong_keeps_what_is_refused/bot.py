"""The loop: fetch messages, carry them out, answer."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from shopping_list_bot.api import BotApi, Refused, Unavailable
from shopping_list_bot.messages import understand
from shopping_list_bot.shopping import answer
from shopping_list_bot.storage import Storage

LONGEST_PAUSE = 60

log = logging.getLogger(__name__)


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
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let `run` come to its end: nothing is waited for any more."""
        self._stopping.set()

    async def run(self) -> None:
        """Answer messages until `stop`. Raises Refused where the API refuses updates."""
        failures = 0
        while not self._stopping.is_set():
            try:
                await self._send_answers()
                await self._receive()
                failures = 0
            except Unavailable as problem:
                pause = problem.retry_after or min(2**failures, LONGEST_PAUSE)
                failures += 1
                log.warning("%s; trying again in %s s", problem, pause)
                await self._unless_stopped(self._sleep(pause))

    async def _send_answers(self) -> None:
        """Send what is stored as unsent. What cannot be sent now stays there."""
        for unsent in self._storage.unsent():
            try:
                await self._api.send_message(unsent.chat_id, unsent.text)
            except Refused as problem:
                log.warning("an answer to chat %s is dropped: %s", unsent.chat_id, problem)
                continue
            self._storage.sent(unsent)

    async def _receive(self) -> None:
        """Wait for updates and carry them out."""
        polling = self._api.get_updates(self._storage.offset())
        for update in await self._unless_stopped(polling) or []:
            self._carry_out(update)

    def _carry_out(self, update: dict[str, Any]) -> None:
        """Do what a message asks for, and store it with its answer."""
        message = update.get("message", {})
        if "text" not in message:
            self._storage.pass_over(update["update_id"])
            return
        chat_id = message["chat"]["id"]
        shopping = self._storage.list_of(chat_id)
        text = answer(understand(message["text"]), shopping)
        self._storage.record(update["update_id"], chat_id, shopping, text)

    async def _unless_stopped(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Return what the work returns; give it up, and return None, when the bot stops."""
        working = asyncio.create_task(work)
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            working.cancel()
            stopping.cancel()
            await asyncio.gather(working, stopping, return_exceptions=True)
        return None if working.cancelled() else working.result()
