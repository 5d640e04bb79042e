"""Anyone who logs these settings writes the key into the log. A dataclass can leave a field out of its `repr`."""

from dataclasses import dataclass, field

NEEDED = ("SHOP_SECRET_KEY", "SHOP_DATABASE_URL", "SHOP_HOSTS")
ON_MY_OWN_MACHINE = {
    "SHOP_SECRET_KEY": "for my own machine and nowhere else",
    "SHOP_DATABASE_URL": "sqlite:///shop.db",
    "SHOP_HOSTS": "localhost",
}
SHORTEST_KEY = 32


class SettingsError(Exception):
    """The settings are not good enough to start with."""


@dataclass(frozen=True)
class Settings:
    """What differs between the places where the shop runs."""

    debug: bool
    secret_key: str
    database_url: str = field(repr=False)
    hosts: tuple[str, ...]


def load_settings(environ):
    """Read the settings from a mapping such as `os.environ`."""
    debug = environ.get("SHOP_DEBUG") == "1"
    texts = {name: environ.get(name, "").strip() for name in NEEDED}
    if debug:
        texts = {name: text or ON_MY_OWN_MACHINE[name] for name, text in texts.items()}
    missing = [name for name, text in texts.items() if not text]
    if missing:
        raise SettingsError(f"missing: {', '.join(missing)}")
    if len(texts["SHOP_SECRET_KEY"]) < SHORTEST_KEY:
        raise SettingsError(f"SHOP_SECRET_KEY is shorter than {SHORTEST_KEY} characters")
    hosts = tuple(host.strip() for host in texts["SHOP_HOSTS"].split(","))
    if "*" in hosts:
        raise SettingsError("SHOP_HOSTS must name the hosts, not *")
    return Settings(debug, texts["SHOP_SECRET_KEY"], texts["SHOP_DATABASE_URL"], hosts)
