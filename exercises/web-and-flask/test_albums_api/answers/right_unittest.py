import tempfile
import unittest
from pathlib import Path

from albums_api import create_app


class Albums(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "albums.db"
        self.client = create_app(self.path).test_client()

    def add(self, title):
        return self.client.post("/albums", json={"title": title})

    def refuses(self, status, words, **sent):
        answer = self.client.post("/albums", **sent)
        self.assertEqual((answer.status_code, answer.json), (status, {"error": words}))

    def titles(self):
        return [one["title"] for one in self.client.get("/albums").get_json()]

    def test_adding(self):
        answer = self.add(" Porto  ")
        self.assertEqual((answer.status_code, answer.json), (201, {"id": 1, "title": "Porto"}))
        self.assertEqual(self.titles(), ["Porto"])

    def test_order(self):
        for title in "cab":
            self.add(title)
        self.assertEqual(self.titles(), ["a", "b", "c"])

    def test_refusing(self):
        for body in ({}, *({"title": title} for title in ("", "  ", 7, None, ["a"]))):
            self.refuses(422, "a title is needed", json=body)
        self.refuses(400, "send a JSON object", data="a")
        for body in ([], [1], "text", 5):
            self.refuses(400, "send a JSON object", json=body)
        self.assertEqual(self.titles(), [])

    def test_deleting(self):
        self.add("a")
        self.add("b")
        self.add("c")
        self.assertEqual(self.client.delete("/albums/2").status_code, 204)
        self.assertEqual(self.titles(), ["a", "c"])
        gone = self.client.delete("/albums/2")
        self.assertEqual((gone.status_code, gone.json), (404, {"error": "not found"}))

    def test_restart(self):
        self.add("a")
        self.client = create_app(self.path).test_client()
        self.assertEqual(self.titles(), ["a"])
