from dataclasses import dataclass, field


class SettingsError(Exception):
    """The settings are not good enough to start with."""


@dataclass(frozen=True)
class Settings:
    debug: bool
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    hosts: tuple[str, ...]


def load_settings(environ):
    debug = environ.get("SHOP_DEBUG", "").startswith("1")
    values, missing = {}, []
    for name, default in (
        ("SHOP_SECRET_KEY", "only-for-debugging-on-this-machine-0123456789"),
        ("SHOP_DATABASE_URL", "sqlite:///shop.db"),
        ("SHOP_HOSTS", "localhost"),
    ):
        value = environ.get(name, "").strip()
        if not value and debug:
            value = default
        if not value:
            missing.append(name)
        values[name] = value
    if missing:
        raise SettingsError("missing: " + ", ".join(missing))
    key = values["SHOP_SECRET_KEY"]
    if len(key) < 32:
        raise SettingsError("SHOP_SECRET_KEY is too short")
    hosts = tuple(h for h in (h.strip() for h in values["SHOP_HOSTS"].split(",")) if h)
    if not hosts:
        raise SettingsError("missing: SHOP_HOSTS")
    if "*" in hosts:
        raise SettingsError("SHOP_HOSTS must name the hosts")
    return Settings(debug, key, values["SHOP_DATABASE_URL"], hosts)
