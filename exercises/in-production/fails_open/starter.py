from dataclasses import dataclass


class SettingsError(Exception):
    """The settings are not good enough to start with."""


@dataclass(frozen=True)
class Settings:
    """What differs between the places where the shop runs."""

    debug: bool
    secret_key: str
    database_url: str
    hosts: tuple[str, ...]


def load_settings(environ):
    """Read the settings from a mapping such as `os.environ`."""
    return Settings(
        debug=bool(environ.get("SHOP_DEBUG", "yes")),
        secret_key=environ.get("SHOP_SECRET_KEY", "change-me"),
        database_url=environ.get("SHOP_DATABASE_URL", "sqlite:///shop.db"),
        hosts=tuple(environ.get("SHOP_HOSTS", "*").split(",")),
    )
