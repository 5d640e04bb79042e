"""What the bot must not forget, in an SQLite file."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from shopping_list_bot.shopping import ShoppingList

TABLES = """
BEGIN;
CREATE TABLE IF NOT EXISTS items (
    chat_id INTEGER, name TEXT, quantity INTEGER NOT NULL, PRIMARY KEY (chat_id, name)
);
CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS progress (
    id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL
);
INSERT OR IGNORE INTO progress VALUES (1, 0);
COMMIT;
"""


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
        self._database = sqlite3.connect(path)
        self._database.executescript(TABLES)

    def close(self) -> None:
        """Close the file. Everything is in it already."""
        self._database.close()

    def list_of(self, chat_id: int) -> ShoppingList:
        """Return a chat's list; an empty one for a chat that is new."""
        query = "SELECT name, quantity FROM items WHERE chat_id = ? ORDER BY rowid"
        return ShoppingList(dict(self._database.execute(query, (chat_id,))))

    def offset(self) -> int:
        """Return the id of the first update that is not dealt with; 0 at the beginning."""
        return self._database.execute("SELECT offset FROM progress").fetchone()[0]

    def unsent(self) -> list[Answer]:
        """Return the answers that are not sent yet, the oldest first."""
        rows = self._database.execute("SELECT id, chat_id, text FROM answers ORDER BY id")
        return [Answer(*row) for row in rows]

    def record(self, update_id: int, chat_id: int, shopping: ShoppingList, text: str) -> None:
        """Keep all that came of an update, whole or not at all: list, answer and offset."""
        rows = [(chat_id, name, number) for name, number in shopping.quantities.items()]
        with self._database:
            self._database.execute("DELETE FROM items WHERE chat_id = ?", (chat_id,))
            self._database.executemany("INSERT INTO items VALUES (?, ?, ?)", rows)
            self._database.execute(
                "INSERT INTO answers (chat_id, text) VALUES (?, ?)", (chat_id, text)
            )
            self._move_on(update_id)

    def pass_over(self, update_id: int) -> None:
        """Keep that an update is dealt with, without an answer."""
        with self._database:
            self._move_on(update_id)

    def sent(self, answer: Answer) -> None:
        """Keep that an answer needs no more sending."""
        with self._database:
            self._database.execute("DELETE FROM answers WHERE chat_id = ? AND text = ?", (answer.chat_id, answer.text))

    def _move_on(self, update_id: int) -> None:
        self._database.execute("UPDATE progress SET offset = ?", (update_id + 1,))
