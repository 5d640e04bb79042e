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
        patience = httpx.Timeout(ANSWER_SECONDS, read=timeout + ANSWER_SECONDS)
        return await self._call("getUpdates", {"offset": offset, "timeout": timeout}, patience)

    async def send_message(self, chat_id: int, text: str) -> None:
        """Send a text to a chat."""
        parameters = {"chat_id": chat_id, "text": text}
        await self._call("sendMessage", parameters, httpx.Timeout(ANSWER_SECONDS))

    async def _call(self, method: str, parameters: dict[str, Any], patience: httpx.Timeout) -> Any:
        """Return the result of a method. Raises Unavailable or Refused, without the token in it."""
        try:
            response = await self._client.post(
                f"/bot{self._token}/{method}", json=parameters, timeout=patience
            )
            answer = response.json()
            if not isinstance(answer, dict):
                raise ValueError("no JSON object")
        except httpx.TransportError as error:
            raise Unavailable(f"{method}: {type(error).__name__}") from error
        except ValueError as error:  # a page from something in between
            raise Unavailable(f"{method}: {response.status_code} without JSON") from error
        if response.is_success:
            return answer["result"]
        reason = answer.get("description", f"{method}: {response.status_code}")
        if response.status_code == 429 or response.status_code >= 500:
            retry_after = answer.get("parameters", {}).get("retry_after")
            raise Unavailable(reason, retry_after)
        raise Refused(reason)
