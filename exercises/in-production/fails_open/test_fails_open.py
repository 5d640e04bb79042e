import pytest
from fails_open import SettingsError, load_settings

KEY = "tulip-lantern-7-harbour-quay-north-9"
DATABASE = "postgresql://shop:s3cret@db.harbour.example/shop"


def real_server(**changes):
    """The variables of the real server; None takes one away."""
    environ = {
        "SHOP_SECRET_KEY": KEY,
        "SHOP_DATABASE_URL": DATABASE,
        "SHOP_HOSTS": "shop.example, www.shop.example",
        **changes,
    }
    return {name: text for name, text in environ.items() if text is not None}


def refusal(environ):
    """The words with which these settings are refused."""
    with pytest.raises(SettingsError) as refused:
        load_settings(environ)
    return str(refused.value)


def test_the_real_server_starts():
    settings = load_settings(real_server())
    assert settings.secret_key == KEY
    assert settings.database_url == DATABASE
    assert settings.hosts == ("shop.example", "www.shop.example")


@pytest.mark.parametrize(
    "text",
    [None, "", "0", "false", "False", "no", "off", "true", "yes", "on", "2", "10", "11", "01"],
)
def test_debug_is_off_unless_it_is_switched_on(text):
    assert load_settings(real_server(SHOP_DEBUG=text)).debug is False


def test_debug_can_be_switched_on():
    assert load_settings(real_server(SHOP_DEBUG="1")).debug is True


@pytest.mark.parametrize("name", ["SHOP_SECRET_KEY", "SHOP_DATABASE_URL", "SHOP_HOSTS"])
@pytest.mark.parametrize("text", [None, "", "  "])
def test_without_what_is_needed_it_does_not_start(name, text):
    assert name in refusal(real_server(**{name: text}))


def test_all_that_is_missing_is_named_at_once():
    words = refusal({"SHOP_DATABASE_URL": DATABASE})
    assert "SHOP_SECRET_KEY" in words
    assert "SHOP_HOSTS" in words
    assert "SHOP_DATABASE_URL" not in words


def test_a_short_key_is_refused():
    assert "SHOP_SECRET_KEY" in refusal(real_server(SHOP_SECRET_KEY="k" * 31))


def test_a_key_of_32_characters_is_long_enough():
    assert load_settings(real_server(SHOP_SECRET_KEY="k" * 32)).secret_key == "k" * 32


@pytest.mark.parametrize("hosts", ["*", "shop.example, *"])
def test_every_host_is_no_host(hosts):
    assert "SHOP_HOSTS" in refusal(real_server(SHOP_HOSTS=hosts))


def test_a_refusal_gives_no_secret_away():
    assert "lantern" not in refusal(real_server(SHOP_SECRET_KEY="lantern-9"))
    assert "s3cret" not in refusal(real_server(SHOP_HOSTS=None))
    assert "lantern" not in refusal(real_server(SHOP_HOSTS=None))


def test_printing_the_settings_gives_no_secret_away():
    shown = repr(load_settings(real_server()))
    assert "lantern" not in shown
    assert "s3cret" not in shown
    assert "shop.example" in shown


def test_on_my_own_machine_nothing_else_has_to_be_set():
    settings = load_settings({"SHOP_DEBUG": "1"})
    assert settings.hosts == ("localhost",)
    assert settings.database_url == "sqlite:///shop.db"
    assert len(settings.secret_key) >= 32


def test_on_my_own_machine_too_what_is_set_counts():
    settings = load_settings({"SHOP_DEBUG": "1", "SHOP_DATABASE_URL": DATABASE})
    assert settings.database_url == DATABASE


def test_settings_are_not_changed_later():
    settings = load_settings(real_server())
    with pytest.raises(AttributeError):
        settings.debug = True


@pytest.mark.parametrize("name, text", [("SHOP_SECRET_KEY", "k" * 31), ("SHOP_HOSTS", "*")])
def test_on_my_own_machine_too_what_is_not_good_is_refused(name, text):
    assert name in refusal({"SHOP_DEBUG": "1", name: text})
