"""What the bot must not forget, in a file of JSON that is replaced as a whole."""

import copy
import json
from dataclasses import dataclass
from pathlib import Path

from shopping_list_bot.shopping import ShoppingList

NOTHING = {"offset": 0, "next": 1, "lists": {}, "answers": []}


@dataclass(frozen=True)
class Answer:
    """A text that a chat has to get; the storage knows it by its id."""

    id: int
    chat_id: int
    text: str


class Storage:
    """The lists of all chats, the answers not sent yet, and how far the bot has come."""

    def __init__(self, path):
        self._path = Path(path)
        if self._path.exists():
            self._data = json.loads(self._path.read_text(encoding="utf-8"))
        else:
            self._data = copy.deepcopy(NOTHING)

    def close(self):
        """There is nothing to close."""

    def list_of(self, chat_id):
        """Return a chat's list; an empty one for a chat that is new."""
        return ShoppingList(dict(self._data["lists"].get(str(chat_id), [])))

    def offset(self):
        """Return the id of the first update that is not dealt with; 0 at the beginning."""
        return self._data["offset"]

    def unsent(self):
        """Return the answers that are not sent yet, the oldest first."""
        return [Answer(*one) for one in self._data["answers"]]

    def record(self, update_id, chat_id, shopping, text):
        """Keep all that came of an update, whole or not at all: list, answer and offset."""
        new = copy.deepcopy(self._data)
        new["lists"][str(chat_id)] = [list(one) for one in shopping.quantities.items()]
        new["answers"].append([new["next"], chat_id, text])
        new["next"] += 1
        new["offset"] = update_id + 1
        self._replace(new)

    def pass_over(self, update_id):
        """Keep that an update is dealt with, without an answer."""
        self._replace({**self._data, "offset": update_id + 1})

    def sent(self, answer):
        """Keep that an answer needs no more sending."""
        left = [one for one in self._data["answers"] if one[0] != answer.id]
        self._replace({**self._data, "answers": left})

    def _replace(self, new):
        with open(self._path, "w", encoding="utf-8") as file:
            json.dump(new, file)
        self._data = new
