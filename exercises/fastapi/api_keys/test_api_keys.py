import threading
from concurrent.futures import ThreadPoolExecutor

import api_keys
import pytest
from api_keys import Caller, app, digest, get_now
from fastapi.testclient import TestClient

BOTH = ("parcels:read", "parcels:write")


class Meeting(dict):
    """A dictionary at which two who read wait a moment for each other."""

    def __init__(self, *given):
        super().__init__(*given)
        self.both = threading.Barrier(2)

    def get(self, *given):
        return self.met(super().get(*given))

    def setdefault(self, *given):
        return self.met(super().setdefault(*given))

    def __getitem__(self, key):
        return self.met(super().__getitem__(key))

    def met(self, found):
        """Wait for the other, who never comes if a lock keeps them apart."""
        try:
            self.both.wait(0.1)
        except threading.BrokenBarrierError:
            pass
        return found


@pytest.fixture
def client(monkeypatch):
    """A service with two callers, at second 1000."""
    callers = {
        digest("velo-key"): Caller("Velo", ("parcels:read",)),
        digest("app-key"): Caller("Harbour app", BOTH),
    }
    monkeypatch.setattr(api_keys, "KEYS", callers)
    monkeypatch.setattr(api_keys, "REQUESTS", {})
    monkeypatch.setattr(api_keys, "PARCELS", dict(api_keys.PARCELS))
    at(1000)
    yield TestClient(app, raise_server_exceptions=False)
    app.dependency_overrides.clear()


def at(second):
    """Say which second it is."""
    app.dependency_overrides[get_now] = lambda: second


def read(client, key="velo-key", number=7):
    return client.get(f"/parcels/{number}", headers={"Authorization": f"Bearer {key}"})


def write(client, key, number=7, city="Braga"):
    headers = {"Authorization": f"Bearer {key}"}
    return client.put(f"/parcels/{number}/city?city={city}", headers=headers)


def test_a_known_key_may_read(client):
    response = read(client)
    assert response.status_code == 200
    assert response.json() == {"city": "Porto", "for": "Velo"}


def test_the_answer_names_the_owner_of_the_key(client):
    assert read(client, "app-key", 8).json() == {"city": "Faro", "for": "Harbour app"}


def test_a_key_for_writing_may_write(client):
    response = write(client, "app-key")
    assert response.status_code == 200
    assert response.json() == {"city": "Braga", "for": "Harbour app"}
    assert read(client).json()["city"] == "Braga"


def test_a_city_is_stored_as_it_was_sent(client):
    assert write(client, "app-key", city="Vila do Conde").json()["city"] == "Vila do Conde"
    assert read(client).json()["city"] == "Vila do Conde"


def test_a_key_for_reading_may_not_write(client):
    response = write(client, "velo-key")
    assert response.status_code == 403
    assert response.json() == {"detail": "needs parcels:write"}
    assert read(client).json()["city"] == "Porto"


def test_a_key_for_writing_only_may_not_read(client):
    api_keys.KEYS[digest("scale-key")] = Caller("Scale", ("parcels:write",))
    response = read(client, "scale-key")
    assert response.status_code == 403
    assert response.json() == {"detail": "needs parcels:read"}
    assert write(client, "scale-key").status_code == 200


def test_a_scope_is_the_whole_word(client):
    api_keys.KEYS[digest("new-key")] = Caller("Newcomer", ("parcels:reader", "PARCELS:READ"))
    assert read(client, "new-key").status_code == 403
    api_keys.KEYS[digest("old-key")] = Caller("Oldtimer", ("parcels", "parcels:"))
    assert read(client, "old-key").status_code == 403


def test_a_key_without_scopes_may_not_read(client):
    api_keys.KEYS[digest("new-key")] = Caller("Newcomer", ())
    response = read(client, "new-key")
    assert response.status_code == 403
    assert response.json() == {"detail": "needs parcels:read"}


@pytest.mark.parametrize(("method", "path"), [("GET", "/parcels/7"), ("PUT", "/parcels/7/city?city=Braga")])
@pytest.mark.parametrize(
    "header",
    ["Bearer guess", "Bearer ", "velo-key", "Basic velo-key", "Bearer VELO-KEY", "Bearer 'velo-key'"],
)
def test_an_unknown_key_is_refused(client, method, path, header):
    response = client.request(method, path, headers={"Authorization": header})
    assert response.status_code == 401
    assert response.json() == {"detail": "unknown key"}
    assert response.headers.get("www-authenticate") == "Bearer"


@pytest.mark.parametrize(("method", "path"), [("GET", "/parcels/7"), ("PUT", "/parcels/7/city?city=Braga")])
def test_a_request_without_a_key_is_refused(client, method, path):
    response = client.request(method, path)
    assert response.status_code == 401
    assert response.json() == {"detail": "unknown key"}
    assert response.headers.get("www-authenticate") == "Bearer"


def test_a_digest_is_no_key(client):
    response = read(client, digest("velo-key"))
    assert response.status_code == 401


def test_the_name_of_a_parcel_is_told_only_to_those_with_a_key(client):
    assert client.get("/parcels/99").status_code == 401


def test_an_unknown_parcel_is_not_found(client):
    response = read(client, number=99)
    assert response.status_code == 404
    assert response.json() == {"detail": "no parcel 99"}
    assert write(client, "app-key", 99).status_code == 404
    assert write(client, "app-key", 99).json() == {"detail": "no parcel 99"}


def test_the_fourth_request_in_a_minute_is_too_many(client):
    assert [read(client).status_code for _ in range(3)] == [200, 200, 200]
    response = read(client)
    assert response.status_code == 429
    assert response.json() == {"detail": "too many requests"}


def test_reading_and_writing_share_the_limit(client):
    answers = [read(client, "app-key"), write(client, "app-key"), read(client, "app-key")]
    assert [response.status_code for response in answers] == [200, 200, 200]
    assert write(client, "app-key", city="Lyon").status_code == 429
    assert api_keys.PARCELS[7] == "Braga"


def test_unknown_keys_are_not_counted(client):
    assert [read(client, "guess").status_code for _ in range(5)] == [401] * 5


def test_limit_and_span_can_be_changed(client, monkeypatch):
    monkeypatch.setattr(api_keys, "LIMIT", 1)
    monkeypatch.setattr(api_keys, "SPAN", 10)
    assert [read(client).status_code for _ in range(2)] == [200, 429]
    at(1010)
    assert read(client).status_code == 200


def test_retry_after_ignores_requests_outside_the_window(client):
    for second in [1000, 1050, 1055, 1070]:
        at(second)
        assert read(client).status_code == 200
    at(1080)
    assert read(client).headers.get("retry-after") == "30"


def test_retry_after_says_when_the_oldest_request_is_forgotten(client):
    for second in [1000, 1010, 1020]:
        at(second)
        read(client)
    at(1045)
    assert read(client).headers.get("retry-after") == "15"


def test_a_request_is_forgotten_after_exactly_60_seconds(client):
    for second in [1000, 1010, 1020]:
        at(second)
        read(client)
    at(1059)
    assert read(client).status_code == 429
    at(1060)
    assert read(client).status_code == 200
    assert read(client).status_code == 429


def test_each_caller_has_a_limit_of_its_own(client):
    for _ in range(4):
        read(client, "velo-key")
    assert read(client, "app-key").status_code == 200


def test_two_requests_at_once_do_not_both_take_the_last_place(client, monkeypatch):
    with client, ThreadPoolExecutor(2) as threads:
        assert [read(client).status_code for _ in range(2)] == [200, 200]
        monkeypatch.setattr(api_keys, "REQUESTS", Meeting(api_keys.REQUESTS))
        answers = threads.map(lambda _: read(client).status_code, range(2))
        assert sorted(answers) == [200, 429]


def test_two_keys_of_one_caller_share_its_limit(client):
    api_keys.KEYS[digest("second-key")] = Caller("Velo", BOTH)
    answers = [read(client, key).status_code for key in ("velo-key", "second-key") * 2]
    assert answers == [200, 200, 200, 429]


def test_who_may_not_write_is_not_told_whether_a_parcel_is_there(client):
    assert write(client, "velo-key", 99).status_code == 403


def test_forbidden_requests_count(client):
    for _ in range(3):
        assert write(client, "velo-key").status_code == 403
    assert write(client, "velo-key").status_code == 429


def test_requests_for_unknown_parcels_count(client):
    assert [read(client, number=99).status_code for _ in range(4)] == [404, 404, 404, 429]


def test_refused_requests_do_not_count(client):
    for second in [1000, 1000, 1000, 1030]:
        at(second)
        read(client)
    at(1060)
    assert [read(client).status_code for _ in range(3)] == [200, 200, 200]


def test_time_is_counted_in_whole_seconds():
    assert type(get_now()) is int
