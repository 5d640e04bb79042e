import pytest
from split_the_app import create_app


@pytest.fixture
def client():
    return create_app().test_client()


def numbers(response):
    """The ids in an answer."""
    assert response.status_code == 200
    return [row["id"] for row in response.get_json()]


def test_the_first_page_of_parcels(client):
    assert client.get("/parcels/").get_json() == [
        {"id": 7, "city": "Porto"},
        {"id": 8, "city": "Lyon"},
    ]


def test_the_second_page_of_parcels(client):
    assert client.get("/parcels/?page=2").get_json() == [{"id": 9, "city": "Oslo"}]


def test_page_one_can_be_asked_for(client):
    assert numbers(client.get("/parcels/?page=1")) == [7, 8]


@pytest.mark.parametrize("path", ["/parcels/", "/tickets/"])
def test_a_page_behind_the_last_is_empty(client, path):
    assert numbers(client.get(path + "?page=3")) == []


@pytest.mark.parametrize("page", [0, -1])
@pytest.mark.parametrize("path", ["/parcels/", "/tickets/"])
def test_there_is_no_page_zero_and_none_below(client, path, page):
    response = client.get(f"{path}?page={page}")
    assert response.status_code == 400
    assert response.get_json() == {"error": "pages begin at 1"}


@pytest.mark.parametrize(("path", "first"), [("/parcels/", [7, 8]), ("/tickets/", [3, 4])])
def test_a_page_that_is_no_number_is_the_first(client, path, first):
    assert numbers(client.get(path + "?page=x")) == first


@pytest.mark.parametrize("path", ["/parcels/", "/tickets/", "/tickets/3"])
def test_there_is_nothing_to_post(client, path):
    assert client.post(path).status_code == 405


def test_all_tickets(client):
    assert client.get("/tickets/").get_json() == [
        {"id": 3, "subject": "Broken mug"},
        {"id": 4, "subject": "Where is it?"},
    ]


def test_one_parcel(client):
    assert client.get("/parcels/8").get_json() == {"id": 8, "city": "Lyon"}


def test_one_ticket(client):
    assert client.get("/tickets/4").get_json() == {"id": 4, "subject": "Where is it?"}


@pytest.mark.parametrize("path", ["/parcels/3", "/tickets/7", "/orders"])
def test_what_is_not_there_is_not_found(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.get_json() == {"error": "not found"}


def test_settings_change_the_page_size():
    client = create_app({"PAGE_SIZE": 1}).test_client()
    assert numbers(client.get("/parcels/?page=2")) == [8]
    assert numbers(client.get("/tickets/")) == [3]
    assert numbers(create_app({"PAGE_SIZE": 3}).test_client().get("/parcels/")) == [7, 8, 9]


def test_each_app_has_settings_of_its_own(client):
    create_app({"PAGE_SIZE": 1})
    assert numbers(client.get("/parcels/")) == [7, 8]
    assert numbers(create_app().test_client().get("/parcels/?page=2")) == [9]
    parcel = {"id": 9, "city": "Oslo"}
    assert create_app().test_client().get("/parcels/9").get_json() == parcel


def test_the_settings_that_are_passed_in_stay_as_they_are():
    settings = {"TESTING": True}
    assert create_app(settings).config["TESTING"] is True
    assert settings == {"TESTING": True}


def parts(app, paths):
    """The blueprints whose views answer these paths; "" is for a view of the app itself."""
    adapter = app.url_map.bind("harbour.example")
    return {adapter.match(path)[0].rpartition(".")[0] for path in paths}


def test_the_two_teams_share_no_blueprint_and_leave_no_route_outside():
    app = create_app()
    parcels = parts(app, ["/parcels/", "/parcels/7"])
    tickets = parts(app, ["/tickets/", "/tickets/3"])
    assert len(parcels) == len(tickets) == 1
    if app.blueprints:
        assert "" not in parcels | tickets
        assert parcels != tickets
