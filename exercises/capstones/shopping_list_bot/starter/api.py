"""The Bot API, as far as this bot needs it."""

from typing import Any

import httpx

POLL_SECONDS = 25
ANSWER_SECONDS = 10


class Unavailable(Exception):
    """It did not work this time: the same request may work later.

    `retry_after` is the number of seconds that the API asks for, or None.
    """

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Refused(Exception):
    """The API says no: asking again does not help."""


class BotApi:
    """Calls methods of the Bot API. `client` knows the address of the API."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self._token = token

    async def get_updates(self, offset: int, timeout: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """Wait up to `timeout` seconds for updates from `offset` on; return them."""

    async def send_message(self, chat_id: int, text: str) -> None:
        """Send a text to a chat."""
