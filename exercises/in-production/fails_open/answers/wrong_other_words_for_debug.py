from dataclasses import field
from dataclasses import dataclass


class SettingsError(Exception):
    """The settings are not good enough to start with."""


@dataclass(frozen=True)
class Settings:
    """What differs between the places where the shop runs."""

    debug: bool
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    hosts: tuple[str, ...]


DEFAULTS = {
    "SHOP_SECRET_KEY": "only-for-your-own-machine-0123456789",
    "SHOP_DATABASE_URL": "sqlite:///shop.db",
    "SHOP_HOSTS": "localhost",
}


def load_settings(environ):
    """Read the settings from a mapping such as `os.environ`."""
    debug = environ.get("SHOP_DEBUG") in ("1", "true", "yes")
    values = {name: environ.get(name, "").strip() for name in DEFAULTS}
    if debug:
        values = {name: values[name] or DEFAULTS[name] for name in DEFAULTS}
    missing = [name for name, value in values.items() if not value]
    if missing:
        raise SettingsError("missing: " + ", ".join(missing))
    if len(values["SHOP_SECRET_KEY"]) < 32:
        raise SettingsError("SHOP_SECRET_KEY is shorter than 32 characters")
    hosts = tuple(host.strip() for host in values["SHOP_HOSTS"].split(",") if host.strip())
    if not hosts:
        raise SettingsError("missing: SHOP_HOSTS")
    if "*" in hosts:
        raise SettingsError("SHOP_HOSTS may not be *")
    return Settings(debug, values["SHOP_SECRET_KEY"], values["SHOP_DATABASE_URL"], hosts)
