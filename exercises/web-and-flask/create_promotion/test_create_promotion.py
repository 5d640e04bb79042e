import pytest
from create_promotion import make_app

URL = "/promotions/TEA10"
BAD_PERCENT = {"error": "percent must be a whole number from 1 to 90"}


@pytest.fixture
def client():
    return make_app().test_client()


def test_a_new_promotion_is_created(client):
    response = client.put(URL, json={"percent": 10})
    assert response.status_code == 201
    assert response.get_json() == {"code": "TEA10", "percent": 10}


def test_a_promotion_can_be_read_again(client):
    client.put(URL, json={"percent": 10})
    response = client.get(URL)
    assert response.status_code == 200
    assert response.get_json() == {"code": "TEA10", "percent": 10}


def test_a_second_put_replaces_the_first(client):
    client.put(URL, json={"percent": 10})
    response = client.put(URL, json={"percent": 20})
    assert response.status_code == 200
    assert response.get_json() == {"code": "TEA10", "percent": 20}
    assert client.get(URL).get_json() == {"code": "TEA10", "percent": 20}


def test_promotions_with_other_codes_stay(client):
    client.put(URL, json={"percent": 10})
    assert client.put("/promotions/MUG5", json={"percent": 5}).status_code == 201
    assert client.get(URL).get_json() == {"code": "TEA10", "percent": 10}


def test_the_code_is_that_of_the_path_and_nothing_else_is_kept(client):
    response = client.put(URL, json={"percent": 10, "code": "MUG5", "note": "ours"})
    assert response.get_json() == {"code": "TEA10", "percent": 10}
    assert client.get(URL).get_json() == {"code": "TEA10", "percent": 10}


@pytest.mark.parametrize("percent", [1, 90])
def test_the_limits_are_allowed(client, percent):
    assert client.put(URL, json={"percent": percent}).status_code == 201


@pytest.mark.parametrize("percent", [0, 91, 90.5, -5, "10", 10.5, 10.0, True, False, None, [10]])
def test_a_wrong_percent_is_refused(client, percent):
    response = client.put(URL, json={"percent": percent})
    assert response.status_code == 422
    assert response.get_json() == BAD_PERCENT


def test_a_missing_percent_is_refused(client):
    response = client.put(URL, json={})
    assert response.status_code == 422
    assert response.get_json() == BAD_PERCENT


@pytest.mark.parametrize("body", [[10], "percent", 10, None, []])
def test_json_that_is_not_an_object_is_refused(client, body):
    response = client.put(URL, json=body)
    assert response.status_code == 400
    assert response.get_json() == {"error": "send a JSON object"}


@pytest.mark.parametrize("kind", [None, "application/json"])
@pytest.mark.parametrize("text", ["percent=10", "{", ""])
def test_text_is_not_a_promotion(client, text, kind):
    response = client.put(URL, data=text, content_type=kind)
    assert response.status_code == 400
    assert response.get_json() == {"error": "send a JSON object"}


def test_a_refused_request_changes_nothing(client):
    client.put(URL, json={"percent": 10})
    for body in ({"percent": 900}, {}, [], "percent"):
        client.put(URL, json=body)
        assert client.get(URL).get_json() == {"code": "TEA10", "percent": 10}


def test_the_same_promotion_again_is_a_replaced_one(client):
    client.put(URL, json={"percent": 10})
    assert client.put(URL, json={"percent": 10}).status_code == 200


def test_each_app_has_promotions_of_its_own(client):
    client.put(URL, json={"percent": 10})
    assert make_app().test_client().get(URL).status_code == 404
    assert client.get(URL).status_code == 200


def test_a_refused_promotion_is_not_there(client):
    client.put(URL, json={"percent": 900})
    assert client.get(URL).status_code == 404
    assert client.put(URL, json={"percent": 10}).status_code == 201


def test_a_code_stays_as_it_was_sent(client):
    assert client.put("/promotions/tea10", json={"percent": 5}).get_json()["code"] == "tea10"
    assert client.get(URL).status_code == 404


@pytest.mark.parametrize("path", ["/promotions/CUP", "/promotion"])
def test_what_is_not_there_is_not_found(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.get_json() == {"error": "not found"}
