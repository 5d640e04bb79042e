import html
import re

import pytest
from forged_form import create_app

AMIRA = {"name": "Amira", "password": "green tea"}


class Browser:
    """Somebody's browser: it sends forms as they are on the page."""

    def __init__(self, app):
        self.client = app.test_client()

    def get(self, path):
        return self.client.get(path, base_url="https://shop.example")

    def page(self):
        return self.get("/account").text

    def form(self, action):
        """The fields of the form with that action, as they are on the page."""
        forms = re.findall(r"<form\b[^>]*>.*?</form>", self.page(), re.DOTALL)
        (form,) = [one for one in forms if f'action="{action}"' in one]
        inputs = re.findall(r"<input\b[^>]*>", form)
        fields = {}
        for one in inputs:
            name, value = re.search(r'name="([^"]*)"', one), re.search(r'value="([^"]*)"', one)
            fields[name[1]] = html.unescape(value[1]) if value else ""
        return fields

    def send(self, action, **typed):
        """Fill in the form on the page and send it."""
        return self.forge(action, **{**self.form(action), **typed})

    def forge(self, action, **fields):
        """Send a form that is on no page of ours."""
        return self.client.post(action, data=fields, base_url="https://shop.example")

    def street(self):
        return self.form("/address")["street"]


@pytest.fixture
def app():
    return create_app()


@pytest.fixture
def amira(app):
    browser = Browser(app)
    assert browser.send("/login", **AMIRA).status_code == 302
    return browser


def hidden(browser, action):
    """The names and values that the form has beside what people type."""
    typed = ("street", "name", "password")
    return {name: value for name, value in browser.form(action).items() if name not in typed}


def test_a_form_from_our_page_changes_the_address(amira):
    assert amira.send("/address", street="Quay 7").status_code == 302
    assert amira.street() == "Quay 7"


def test_a_form_from_elsewhere_changes_nothing(amira):
    amira.send("/address", street="Quay 7")
    assert amira.forge("/address", street="Thief Road 1").status_code == 400
    assert amira.street() == "Quay 7"


@pytest.mark.parametrize("wrong", ["", "x", "é", "None"])
def test_a_wrong_token_is_refused(amira, wrong):
    token = hidden(amira, "/address")
    assert token, "the form carries no token"
    forged = {name: wrong for name in token}
    assert amira.forge("/address", street="Thief Road 1", **forged).status_code == 400
    assert amira.street() == ""


def test_the_token_of_somebody_else_is_refused(app, amira):
    thief = Browser(app)
    assert thief.send("/login", name="Erik", password="blue mug").status_code == 302
    stolen = hidden(thief, "/address")
    amira.page()
    assert amira.forge("/address", street="Thief Road 1", **stolen).status_code == 400


def test_a_token_is_long_and_everybody_has_their_own(app, amira):
    (token,) = hidden(amira, "/address").values()
    (other,) = hidden(Browser(app), "/address").values()
    assert len(token) >= 20
    assert token != other


def test_a_visitor_without_a_session_cannot_guess_the_token(app):
    for guess in ("", "None"):
        stranger = Browser(app)
        names = hidden(Browser(app), "/login")
        forged = {name: guess for name in names}
        assert stranger.forge("/login", **AMIRA, **forged).status_code == 400


def test_two_visitors_who_are_not_logged_in_have_two_tokens(app):
    assert hidden(Browser(app), "/login") != hidden(Browser(app), "/login")


def test_two_browsers_of_one_customer_have_two_tokens(app, amira):
    other = Browser(app)
    other.send("/login", **AMIRA)
    assert hidden(other, "/address") != hidden(amira, "/address")


def test_each_customer_has_an_address_of_their_own(app, amira):
    erik = Browser(app)
    erik.send("/login", name="Erik", password="blue mug")
    amira.send("/address", street="Quay 7")
    assert erik.street() == ""
    erik.send("/address", street="Hill 2")
    assert amira.street() == "Quay 7"


def test_an_address_is_escaped_on_the_page(amira):
    amira.send("/address", street='"><b>Quay</b>')
    assert amira.street() == '"><b>Quay</b>'
    assert "<b>" not in amira.page()


def test_nobody_can_be_logged_in_from_elsewhere(app):
    browser = Browser(app)
    browser.page()
    assert browser.forge("/login", **AMIRA).status_code == 400


def test_the_token_changes_with_the_login(app):
    browser = Browser(app)
    before = hidden(browser, "/address")
    browser.send("/login", **AMIRA)
    assert hidden(browser, "/address") != before


def test_the_page_can_be_used_twice(amira):
    fields = amira.form("/address")
    assert amira.forge("/address", **{**fields, "street": "Quay 7"}).status_code == 302
    amira.page()
    assert amira.forge("/address", **{**fields, "street": "Quay 8"}).status_code == 302
    assert amira.street() == "Quay 8"


def test_a_link_logs_nobody_out(amira):
    assert amira.get("/logout").status_code == 405
    assert amira.send("/address", street="Quay 7").status_code == 302


def test_a_form_from_elsewhere_logs_nobody_out(amira):
    assert amira.forge("/logout").status_code == 400
    assert amira.send("/address", street="Quay 7").status_code == 302


def test_the_button_logs_out(amira):
    assert amira.send("/logout").status_code == 302
    assert amira.send("/address", street="Quay 7").status_code == 401


def test_a_wrong_password_is_refused(app):
    refused = Browser(app).send("/login", name="Amira", password="x")
    assert (refused.status_code, refused.text) == (401, "Wrong name or password.")
    assert Browser(app).send("/login", name="Kofi", password="x").status_code == 401


def test_a_wrong_password_changes_nothing_for_the_visitor(amira):
    fields = amira.form("/address")
    assert amira.send("/login", name="Erik", password="x").status_code == 401
    assert amira.forge("/address", **{**fields, "street": "Quay 7"}).status_code == 302
    assert amira.street() == "Quay 7"


def test_the_cookie_has_its_flags(app):
    cookie = Browser(app).get("/account").headers["Set-Cookie"]
    flags = [flag.lower() for flag in cookie.split("; ")]
    assert "secure" in flags
    assert "httponly" in flags
    assert "samesite=lax" in flags


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_reading_needs_no_token(app, method):
    browser = Browser(app)
    response = browser.client.open("/account", method=method, base_url="https://shop.example")
    assert response.status_code == 200


def test_an_address_may_be_taken_away(amira):
    amira.send("/address", street="Quay 7")
    assert amira.forge("/address", **hidden(amira, "/address")).status_code == 302
    assert amira.street() == ""


def test_the_page_has_three_forms_and_nothing_below_them(amira):
    page = amira.page()
    assert page.count("<form") == 3
    assert page.rstrip().endswith(">")


def test_the_token_is_in_a_hidden_field(amira):
    forms = re.findall(r"<form\b[^>]*>.*?</form>", amira.page(), re.DOTALL)
    assert all(re.search(r"""<input\b[^>]*type=["']?hidden""", form) for form in forms)


def test_tokens_are_compared_in_equal_time(amira, monkeypatch):
    (token,) = hidden(amira, "/address").values()
    fields = amira.form("/address")
    compared = []

    def noting(one, other):
        compared.extend(text if isinstance(text, str) else text.decode("latin-1") for text in (one, other))
        return one == other

    for place in ("hmac", "secrets", "forged_form"):
        monkeypatch.setattr(f"{place}.compare_digest", noting, raising=False)
    amira.forge("/address", **fields)
    assert token in compared, "the token was compared in another way"
