import sqlite3
from datetime import date

import pytest
from fastapi.testclient import TestClient
from promotion_service import Settings, app, get_settings, get_today

real_connect = sqlite3.connect


class Watched(sqlite3.Connection):
    """A real connection that counts how many are open."""

    still_open = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Watched.still_open += 1

    def close(self):
        super().close()
        Watched.still_open -= 1


@pytest.fixture
def client(tmp_path, monkeypatch):
    """A client of a service with a new database, at most 30 percent, on 10 May 2001."""
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **kwargs: real_connect(*args, factory=Watched, **kwargs)
    )
    Watched.still_open = 0
    settings = Settings(str(tmp_path / "test.db"), 30)
    app.dependency_overrides[get_settings] = lambda: settings
    app.dependency_overrides[get_today] = lambda: date(2001, 5, 10)
    yield TestClient(app, raise_server_exceptions=False)
    app.dependency_overrides.clear()


def spring(**changes):
    """The body of a promotion that is fine, with some fields changed."""
    return {"code": "SPRING", "percent": 20, "last_day": "2001-05-31", **changes}


def test_a_new_promotion_is_given_back(client):
    response = client.post("/promotions", json=spring())
    assert response.status_code == 201
    assert response.json() == {"code": "SPRING", "percent": 20, "last_day": "2001-05-31"}


def test_a_stored_promotion_lowers_prices(client):
    client.post("/promotions", json=spring())
    response = client.get("/promotions/SPRING/price?cents=1000")
    assert response.status_code == 200
    assert response.json() == {"cents": 800}


def test_parts_of_a_cent_are_dropped(client):
    client.post("/promotions", json=spring())
    assert client.get("/promotions/SPRING/price?cents=999").json() == {"cents": 799}
    assert client.get("/promotions/SPRING/price?cents=997").json() == {"cents": 797}


def test_money_is_counted_exactly(client):
    client.post("/promotions", json=spring(percent=30))
    assert client.get("/promotions/SPRING/price?cents=90").json() == {"cents": 63}


def test_a_code_is_never_part_of_a_statement(client):
    client.post("/promotions", json=spring())
    for code in ("' OR '1' = '1", "SPRING' --", "O'NEILL"):
        response = client.get(f"/promotions/{code}/price?cents=1000")
        assert response.status_code == 404
        assert response.json() == {"detail": f"no promotion {code} today"}
    assert client.post("/promotions", json=spring(code="O'NEILL")).status_code == 201
    assert client.get("/promotions/O'NEILL/price?cents=1000").json() == {"cents": 800}


@pytest.mark.parametrize("code", ["spring", "%25", "SPRIN_", "SPRIN"])
def test_a_code_is_compared_as_it_is(client, code):
    client.post("/promotions", json=spring())
    assert client.get(f"/promotions/{code}/price?cents=1000").status_code == 404


def test_a_code_is_stored_as_it_is(client):
    client.post("/promotions", json=spring(code="Tea for 2"))
    assert client.get("/promotions/Tea for 2/price?cents=1000").json() == {"cents": 800}
    response = client.post("/promotions", json=spring(code="Tea for 2"))
    assert (response.status_code, response.json()) == (409, {"detail": "Tea for 2 is taken"})


def test_another_error_of_the_database_does_not_say_that_a_code_is_taken(client):
    shop = sqlite3.connect(app.dependency_overrides[get_settings]().database)
    shop.execute("CREATE TABLE promotions (code TEXT PRIMARY KEY)")
    shop.close()
    assert client.post("/promotions", json=spring()).status_code == 500
    assert Watched.still_open == 0


def test_a_file_that_is_not_a_database_leaves_no_connection_open(client):
    with open(app.dependency_overrides[get_settings]().database, "w", encoding="utf-8") as file:
        file.write("Buy tea, and ask Erik about the mugs.\n" * 100)
    assert client.post("/promotions", json=spring()).status_code == 500
    assert Watched.still_open == 0


def test_each_promotion_has_its_own_percent(client):
    client.post("/promotions", json=spring())
    client.post("/promotions", json=spring(code="MUGS", percent=5))
    assert client.get("/promotions/MUGS/price?cents=1000").json() == {"cents": 950}


def test_a_promotion_is_valid_on_its_last_day(client):
    client.post("/promotions", json=spring(last_day="2001-05-10"))
    assert client.get("/promotions/SPRING/price?cents=1000").json() == {"cents": 800}


def test_a_promotion_is_over_on_the_day_after(client):
    assert client.post("/promotions", json=spring(last_day="2001-05-09")).status_code == 201
    response = client.get("/promotions/SPRING/price?cents=1000")
    assert response.status_code == 404
    assert response.json() == {"detail": "no promotion SPRING today"}


def test_the_code_of_an_expired_promotion_is_still_taken(client):
    client.post("/promotions", json=spring(last_day="2001-05-09"))
    assert client.get("/promotions/SPRING/price?cents=1000").status_code == 404
    response = client.post("/promotions", json=spring())
    assert response.status_code == 409
    assert response.json() == {"detail": "SPRING is taken"}


def test_many_codes_can_be_stored(client):
    codes = ["TEA", "MUGS", " TEA"]
    assert [client.post("/promotions", json=spring(code=code)).status_code for code in codes] == [201] * 3


def test_the_price_of_0_cents_is_0(client):
    client.post("/promotions", json=spring())
    assert client.get("/promotions/SPRING/price?cents=0").json() == {"cents": 0}


def test_cents_are_required_for_a_price(client):
    client.post("/promotions", json=spring())
    assert client.get("/promotions/SPRING/price").status_code == 422


def test_an_unknown_code_is_not_found(client):
    response = client.get("/promotions/AUTUMN/price?cents=1000")
    assert response.status_code == 404
    assert response.json() == {"detail": "no promotion AUTUMN today"}


def test_a_code_can_be_used_once(client):
    client.post("/promotions", json=spring())
    response = client.post("/promotions", json=spring(percent=5))
    assert response.status_code == 409
    assert response.json() == {"detail": "SPRING is taken"}
    assert client.get("/promotions/SPRING/price?cents=1000").json() == {"cents": 800}


def test_the_settings_limit_the_percent(client):
    assert client.post("/promotions", json=spring(percent=30)).status_code == 201
    response = client.post("/promotions", json=spring(code="MUGS", percent=31))
    assert response.status_code == 422
    assert response.json() == {"detail": "at most 30 percent"}
    assert client.get("/promotions/MUGS/price?cents=1000").status_code == 404


def test_other_settings_limit_the_percent_otherwise(client, tmp_path):
    app.dependency_overrides[get_settings] = lambda: Settings(str(tmp_path / "other.db"), 7)
    response = client.post("/promotions", json=spring(percent=8))
    assert response.status_code == 422
    assert response.json() == {"detail": "at most 7 percent"}
    assert client.post("/promotions", json=spring(percent=7)).status_code == 201


def test_the_shop_gives_at_most_50_percent():
    assert get_settings() == Settings("promotions.db", 50)


@pytest.mark.parametrize("body", [{"percent": 0}, {"code": ""}, {"last_day": "soon"}])
def test_a_promotion_that_makes_no_sense_is_turned_down(client, body):
    assert client.post("/promotions", json=spring(**body)).status_code == 422


def test_one_percent_and_a_code_of_one_letter_are_fine(client):
    assert client.post("/promotions", json=spring(code="S", percent=1)).status_code == 201


def test_no_connection_stays_open(client):
    client.post("/promotions", json=spring())
    client.post("/promotions", json=spring())
    client.get("/promotions/SPRING/price?cents=1000")
    response = client.get("/promotions/AUTUMN/price?cents=1000")
    assert response.status_code == 404
    assert Watched.still_open == 0
