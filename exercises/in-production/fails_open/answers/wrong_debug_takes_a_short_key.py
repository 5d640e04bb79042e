from dataclasses import dataclass, field

NAMES = ("SHOP_SECRET_KEY", "SHOP_DATABASE_URL", "SHOP_HOSTS")
FOR_DEBUGGING = ("x" * 40, "sqlite:///shop.db", "localhost")


class SettingsError(Exception):
    """The settings are not good enough to start with."""


@dataclass(frozen=True)
class Settings:
    """What differs between the places where the shop runs."""

    debug: bool
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    hosts: tuple[str, ...]


def load_settings(environ):
    """Read the settings from a mapping such as `os.environ`."""
    debug = environ.get("SHOP_DEBUG") == "1"
    given = {name: environ.get(name, "").strip(" \t\r\n,") for name in NAMES}
    if debug:
        given = {
            name: value or spare
            for (name, value), spare in zip(given.items(), FOR_DEBUGGING, strict=True)
        }
    if missing := [name for name, value in given.items() if not value]:
        raise SettingsError(f"missing: {', '.join(missing)}")
    key, address, hosts = given.values()
    if len(key) < 32 and not debug:
        raise SettingsError("SHOP_SECRET_KEY is shorter than 32 characters")
    hosts = tuple(host.strip() for host in hosts.split(",") if host.strip())
    if "*" in hosts:
        raise SettingsError("SHOP_HOSTS must not contain *")
    return Settings(debug, key, address, hosts)
