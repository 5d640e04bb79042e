import tempfile
import unittest
from pathlib import Path

from fastapi.testclient import TestClient

from parcels_api import app, get_path


class Parcels(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        app.dependency_overrides[get_path] = lambda: str(Path(folder.name) / "p.db")
        self.addCleanup(app.dependency_overrides.clear)
        self.velo = TestClient(app, headers={"Authorization": "Bearer velo-key"})
        self.chai = TestClient(app, headers={"Authorization": "Bearer chai-key"})

    def put(self, client, grams=450, city="Porto"):
        return client.post("/parcels", json={"city": city, "grams": grams})

    def listed(self, client, **params):
        return [it["number"] for it in client.get("/parcels", params=params).json()]

    def test_prices(self):
        for grams in (1, 19, 5_005, 10_010, 11_111, 25_000, 30_000):
            answer = self.put(self.velo, grams)
            self.assertEqual(answer.status_code, 201)
            self.assertEqual(answer.json()["cents"], 490 + grams // 10)
            self.assertEqual(answer.headers["Location"], f"/parcels/{answer.json()['number']}")

    def test_limits(self):
        for grams in (0, 30_001):
            self.assertEqual(self.put(self.velo, grams).status_code, 422)
        self.assertEqual(self.velo.post("/parcels", json={"grams": 1}).status_code, 422)
        self.assertEqual(self.velo.post("/parcels", json={"city": "Faro"}).status_code, 422)
        self.assertEqual(self.listed(self.velo), [])

    def test_lists(self):
        for _ in range(4):
            self.put(self.velo)
        self.put(self.chai)
        self.assertEqual(self.listed(self.velo), [1, 2, 3])
        self.assertEqual(self.listed(self.velo, after=2), [3, 4])
        self.assertEqual(self.listed(self.velo, limit=1), [1])
        self.assertEqual(self.listed(self.chai), [5])

    def test_strangers(self):
        self.put(self.velo)
        stranger = TestClient(app)
        for get in ("/parcels", "/parcels/1"):
            self.assertEqual(stranger.get(get).status_code, 401)
            self.assertEqual(stranger.get(get).json(), {"detail": "unknown key"})
        guess = TestClient(app, headers={"Authorization": "Bearer guess"})
        self.assertEqual(guess.get("/parcels").status_code, 401)
        self.assertEqual(stranger.delete("/parcels/1").status_code, 401)
        self.assertEqual(self.put(stranger).status_code, 401)
        self.assertEqual(self.chai.get("/parcels/1").status_code, 404)
        self.assertEqual(self.chai.get("/parcels/1").json(), {"detail": "no parcel 1"})
        self.assertEqual(self.chai.delete("/parcels/1").status_code, 404)
        self.assertEqual(self.velo.get("/parcels/1").status_code, 200)

    def test_cancelling(self):
        self.put(self.velo)
        self.put(self.velo)
        self.assertEqual(self.velo.delete("/parcels/2").status_code, 204)
        self.assertEqual(self.velo.get("/parcels/2").status_code, 404)
        self.assertEqual(self.listed(self.velo), [1])
        self.assertEqual(self.put(self.velo).json()["number"], 3)
