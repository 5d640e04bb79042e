"""After an exception the changes stay, as they did in Dublin. The settings have to be put back
however the block ends."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    yield settings
    settings.clear()
    settings.update(before)
