import html
import re
import sqlite3

import pytest
import ticket_board
from ticket_board import create_app


class Noting(sqlite3.Cursor):
    """A cursor that notes the text of every statement, without the values beside it."""

    statements = []

    def execute(self, statement, *values):
        self.statements.append(statement)
        return super().execute(statement, *values)


class Watched(sqlite3.Connection):
    """A connection that tells when it is closed, and notes its statements."""

    def cursor(self, *kind):
        return super().cursor(Noting)

    def execute(self, statement, *values):
        return self.cursor().execute(statement, *values)

    def close(self):
        Watched.closed.append(self)
        super().close()


@pytest.fixture
def path(tmp_path):
    shop = sqlite3.connect(tmp_path / "support.db")
    shop.execute("CREATE TABLE tickets (id INTEGER PRIMARY KEY, text TEXT, open INTEGER)")
    shop.execute("INSERT INTO tickets VALUES (3, 'mug broken', 1), (5, 'old', 0)")
    shop.commit()
    shop.close()
    return tmp_path / "support.db"


@pytest.fixture
def opened(monkeypatch):
    """The connections that the app opens."""
    connections, connect = [], sqlite3.connect
    Watched.closed = []

    def watched(*args, **kwargs):
        connections.append(connect(*args, **{**kwargs, "factory": Watched}))
        return connections[-1]

    monkeypatch.setattr(sqlite3, "connect", watched)
    return connections


@pytest.fixture
def app(path):
    return create_app(path)


@pytest.fixture
def client(app):
    return app.test_client()


def items(page):
    """The texts of the tickets on a page."""
    found = re.findall(r"<li\b.*?</li>", page, re.DOTALL)
    shown = [re.sub(r"<form.*?</form>", "", item, flags=re.DOTALL) for item in found]
    return [html.unescape(re.sub(r"<[^>]*>", "", item).strip()) for item in shown]


def addresses(page):
    """Where the forms of the tickets on a page lead; the page may have other forms."""
    return re.findall(r'action="([^"]*)"', "".join(re.findall(r"<li\b.*?</li>", page, re.DOTALL)))


def stored(path):
    shop = sqlite3.connect(path)
    rows = shop.execute("SELECT text, open FROM tickets ORDER BY id").fetchall()
    shop.close()
    return rows


def test_the_board_shows_open_tickets_the_newest_first(client):
    client.post("/tickets", data={"text": "tea is late"})
    response = client.get("/")
    assert response.status_code == 200
    assert items(response.text) == ["tea is late", "mug broken"]


def test_all_open_tickets_are_on_the_board(client, path):
    shop = sqlite3.connect(path)
    shop.executemany("INSERT INTO tickets (text, open) VALUES (?, 1)", [(f"T{n}",) for n in range(60)])
    shop.commit()
    shop.close()
    page = client.get("/").text
    assert items(page) == [*(f"T{n}" for n in reversed(range(60))), "mug broken"]
    assert "<title>Open tickets: 61</title>" in page


def test_the_page_is_in_the_frame(client):
    page = client.get("/").text
    assert page.startswith("<!doctype html>")
    assert "<title>Open tickets: 1</title>" in page
    assert re.search(r"<main>.*mug broken.*</main>", page, re.DOTALL)


def test_the_frame_is_written_once():
    board = ticket_board.TEMPLATES["board.html"]
    assert "extends" in board
    assert "<!doctype" not in board.lower()


def test_what_customers_wrote_is_escaped(client):
    client.post("/tickets", data={"text": "<b>now</b>"})
    page = client.get("/").text
    assert "<b>" not in page
    assert items(page)[0] == "<b>now</b>"


def test_a_new_ticket_is_stored_and_leads_to_the_board(client, path):
    response = client.post("/tickets", data={"text": "  tea is late "})
    assert response.status_code in (302, 303)
    assert response.headers["Location"] == "/"
    assert stored(path) == [("mug broken", 1), ("old", 0), ("tea is late", 1)]


def test_what_customers_wrote_is_never_part_of_a_statement(client, path, opened):
    Noting.statements.clear()
    client.post("/tickets", data={"text": "Jonas' mug"})
    assert any("INSERT" in statement.upper() for statement in Noting.statements)
    assert not any("mug" in statement for statement in Noting.statements)
    assert stored(path)[-1] == ("Jonas' mug", 1)


@pytest.mark.parametrize("fields", [{"text": "  "}, {}])
def test_an_empty_ticket_is_refused(client, path, fields):
    assert client.post("/tickets", data=fields).status_code == 400
    assert len(stored(path)) == 2


def test_the_button_of_a_ticket_closes_it(client, path):
    (address,) = addresses(client.get("/").text)
    response = client.post(address)
    assert response.status_code in (302, 303)
    assert response.headers["Location"] == "/"
    assert stored(path) == [("mug broken", 0), ("old", 0)]
    assert items(client.get("/").text) == []


def test_two_people_may_close_the_same_ticket(client):
    client.post("/tickets", data={"text": "tea is late"})
    for _ in range(2):
        assert client.post("/tickets/3/close").status_code in (302, 303)
    assert items(client.get("/").text) == ["tea is late"]


def test_following_a_link_closes_nothing(client):
    client.get("/tickets/3/close")
    assert items(client.get("/").text) == ["mug broken"]


def test_a_ticket_that_is_not_there_cannot_be_closed(client, path):
    assert client.post("/tickets/99/close").status_code == 404
    assert stored(path)[0] == ("mug broken", 1)


def test_addresses_know_where_the_site_is_mounted(client):
    mounted = {"SCRIPT_NAME": "/support"}
    page = client.get("/", environ_overrides=mounted).text
    assert addresses(page) == ["/support/tickets/3/close"]
    response = client.post("/tickets", data={"text": "tea"}, environ_overrides=mounted)
    assert response.headers["Location"] == "/support/"
    response = client.post("/tickets/3/close", environ_overrides=mounted)
    assert response.headers["Location"] == "/support/"


def test_a_request_has_one_connection_and_closes_it(client, opened):
    client.get("/")
    assert len(opened) == 1
    assert Watched.closed == opened


def test_each_request_has_a_connection_of_its_own(client, opened):
    for _ in range(3):
        client.get("/")
    assert len({id(connection) for connection in opened}) == 3
    assert Watched.closed == opened


def test_within_a_request_it_is_the_same_connection(app, opened):
    with app.app_context():
        assert ticket_board.get_db() is ticket_board.get_db()
        assert len(opened) == 1
    assert Watched.closed == opened


def test_the_connection_is_closed_after_an_error(app, opened):
    @app.get("/broken")
    def broken():
        ticket_board.get_db()
        raise RuntimeError("broken on purpose")

    assert app.test_client().get("/broken").status_code == 500
    assert len(opened) == 1
    assert Watched.closed == opened


def test_a_request_without_the_database_opens_none(app, opened):
    app.get("/health")(lambda: "fine")
    assert app.test_client().get("/health").text == "fine"
    assert opened == []


def test_two_apps_have_two_databases(client, tmp_path):
    shop = sqlite3.connect(tmp_path / "other.db")
    shop.execute("CREATE TABLE tickets (id INTEGER PRIMARY KEY, text TEXT, open INTEGER)")
    shop.close()
    assert items(create_app(tmp_path / "other.db").test_client().get("/").text) == []
    assert items(client.get("/").text) == ["mug broken"]


@pytest.mark.parametrize("text", ["0", "mug broken", "Tea, for " + "Mei " * 50 + "too", "açúcar 'n' tea; --"])
def test_any_text_can_be_a_ticket(client, path, text):
    assert client.post("/tickets", data={"text": text}).status_code in (302, 303)
    assert stored(path) == [("mug broken", 1), ("old", 0), (text, 1)]
    assert items(client.get("/").text) == [text, "mug broken"]


def test_the_query_string_is_no_form_data(client, path):
    assert client.post("/tickets?text=tea").status_code == 400
    assert len(stored(path)) == 2
