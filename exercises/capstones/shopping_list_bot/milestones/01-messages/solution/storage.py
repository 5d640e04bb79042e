"""What the bot must not forget, in a file."""

from dataclasses import dataclass
from pathlib import Path

from shopping_list_bot.shopping import ShoppingList


@dataclass(frozen=True)
class Answer:
    """A text that a chat shall get; the storage knows it by its id."""

    id: int
    chat_id: int
    text: str


class Storage:
    """The lists of all chats, the answers not sent yet, and how far the bot has come."""

    def __init__(self, path: Path | str) -> None:
        """Open the file, or make it."""

    def close(self) -> None:
        """Close the file. Everything is in it already."""

    def list_of(self, chat_id: int) -> ShoppingList:
        """Return a chat's list; an empty one for a chat that is new."""

    def offset(self) -> int:
        """Return the id of the first update that is not dealt with; 0 at the beginning."""

    def unsent(self) -> list[Answer]:
        """Return the answers that are not sent yet, the oldest first."""

    def record(self, update_id: int, chat_id: int, shopping: ShoppingList, text: str) -> None:
        """Keep all that came of an update, whole or not at all: list, answer and offset."""

    def pass_over(self, update_id: int) -> None:
        """Keep that an update is dealt with, without an answer."""

    def sent(self, answer: Answer) -> None:
        """Keep that an answer needs no more sending."""
